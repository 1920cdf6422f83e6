import NeuralNet
import Synchronization

/// A network that was made ready to be looked into, on its way from the thread that did it to the main thread.
final class LoadedLayers: Sendable {
  /// The strips, or why there are none.
  let stages: Result<[InsideStage], KernelError>
  private let session: Mutex<LayerwiseSession?>

  /// Makes `model` ready, which may take a while.
  init(_ model: Model) {
    do throws(KernelError) {
      session = Mutex(try LayerwiseSession(model))
      stages = .success(InsideStage.stages(of: model.spec))
    } catch {
      session = Mutex(nil)
      stages = .failure(error)
    }
  }

  /// Hands the network over to whoever asks first.
  func takeSession() -> LayerwiseSession? {
    session.withLock { session in
      let taken = session
      session = nil
      return taken
    }
  }
}
