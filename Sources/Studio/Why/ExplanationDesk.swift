import Dispatch
import Ink
import NeuralNet
import Recognition
import Synchronization

/// Where ink is explained, away from the main thread: one piece of work at a time, the newest ink only.
final class ExplanationDesk: Sendable {
  /// Explanations, one after the other.
  let queue = DispatchQueue(label: "inkling.explanations", qos: .utility)
  private let explainer = Mutex<InkExplainer?>(nil)
  private let judge = Mutex<InkJudge?>(nil)
  private let eye = PictureEye()
  /// Grows whenever work that is under way is for nothing.
  private let generation = Atomic<Int>(0)

  /// Work that is under way has become useless.
  func cancel() { generation.add(1, ordering: .relaxed) }

  /// Begins a piece of work: what is given back says whether it has become useless.
  func begin() -> @Sendable () -> Bool {
    let number = generation.load(ordering: .relaxed)
    return { [self] in generation.load(ordering: .relaxed) != number }
  }

  /// Does `body` with the explainer of `model`; nil where there can be none.
  func explain<Result: Sendable>(_ model: Model, _ body: @Sendable (InkExplainer) -> Result?) -> Result? {
    explainer.withLock { explainer in
      if explainer?.model != model { explainer = try? InkExplainer(model) }
      return explainer.flatMap(body)
    }
  }
}

extension ExplanationDesk {
  /// What is read of the first points of a drawing, for each of `counts`, until that has become useless.
  func read(
    _ counts: [Int], of drawing: Drawing, penWidth: Double, with model: Model, isCancelled: @Sendable () -> Bool
  ) -> [Moment] {
    judge.withLock { judge in
      if judge?.model != model { judge = try? InkJudge(model) }
      guard let judge else { return [] }
      var (moments, part) = ([Moment](), drawing)
      for count in counts where !isCancelled() {
        part.strokes = drawing.strokes.first(points: count)
        moments.append(Moment(points: count, judge.read(part, penWidth: penWidth, revision: 0, eye: eye)))
      }
      return moments
    }
  }
}
