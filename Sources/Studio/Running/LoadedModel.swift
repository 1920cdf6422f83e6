import Synchronization

/// What came of loading a model, on its way from the thread that did it to the main thread.
final class LoadedModel: Sendable {
  /// What is known about the model, or why it cannot be used.
  let facts: Result<ModelFacts, Failure>
  private let judge: Mutex<InkJudge?>

  /// Why a model cannot be used.
  struct Failure: Error {
    let reason: String
  }

  /// Loads the model called `name` and makes it ready to answer, which may take a second where others work, too.
  init(_ name: String, from shelf: ModelShelf) {
    do {
      let (judge, facts) = try shelf.load(name)
      self.facts = .success(facts)
      self.judge = Mutex(judge)
    } catch {
      facts = .failure(Failure(reason: "\(error)"))
      judge = Mutex(nil)
    }
  }

  /// How long an answer takes here; nothing where the model cannot be used.
  func timeOfAnswer() -> Duration { judge.withLock { $0?.timeOfAnswer() ?? .zero } }

  /// Hands the network over to whoever asks first.
  func takeJudge() -> InkJudge? {
    judge.withLock { judge in
      let taken = judge
      judge = nil
      return taken
    }
  }
}
