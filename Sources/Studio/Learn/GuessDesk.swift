import Dispatch
import NeuralNet
import Recognition
import Synchronization

/// Where the network that learns is asked about the ink, away from the main thread and from its own.
final class GuessDesk: Sendable {
  let queue = DispatchQueue(label: "inkling.guesses")
  private let state = Mutex<State>(State())

  private struct State {
    var number = -1
    var session: InferenceSession?
  }

  /// What the network number `number` makes of a picture; nil where it cannot be asked, or answers with no numbers.
  func guess(_ model: Model, number: Int, about image: GrayImage) -> [Float]? {
    state.withLock { state in
      if state.number != number {
        state.session = try? InferenceSession(model)
        state.number = number
      }
      guard let session = state.session else { return nil }
      image.pixels.withUnsafeBufferPointer { if let start = $0.baseAddress { session.run(start, count: 1) } }
      let shares = Array(session.probabilities)
      return shares.allSatisfy(\.isFinite) ? shares : nil
    }
  }
}
