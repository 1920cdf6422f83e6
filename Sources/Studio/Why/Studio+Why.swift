import DigitData
import Ink
import NeuralNet
import Recognition

extension Studio {
  nonisolated private static let nearCount = 8

  /// Has the newest ink explained where somebody looks at it and the pen rests.
  func wantExplanation() {
    guard state.isWhyShown else { return forgetTrainingDigits() }
    guard !isExplaining, let model = judge?.model, let directory = state.model?.directory else { return }
    if state.wantsExplanation(directory) {
      explain(model, directory)
    } else if state.wantsNearDigits, let trainingDigits {
      find(trainingDigits, model, directory)
    }
    wantTrainingDigits(model, directory)
  }

  /// The pen has begun: what is being explained is old.
  func cancelExplanation() { desk.cancel() }

  private func explain(_ model: Model, _ directory: String) {
    let (drawing, width, revision) = (state.document.drawing, state.settings.penWidth, state.document.revision)
    let (desk, isCancelled) = (desk, desk.begin())
    isExplaining = true
    inBackground(
      on: desk.queue,
      { () -> InkExplanation?? in
        let strokes = drawing.image == nil ? drawing.strokes : []
        let found = desk.explain(model) { $0.explain(strokes, penWidth: width, isCancelled: isCancelled) }
        return isCancelled() ? nil : .some(found)
      }
    ) { studio, result in
      studio.isExplaining = false
      if let explanation = result {
        studio.perform(.why(.explained(explanation, revision: revision, directory: directory)))
      } else {
        studio.changed()
      }
    }
  }

  private func find(_ digits: TrainingDigits, _ model: Model, _ directory: String) {
    guard let embedding = state.why.explanation?.embedding, let revision = state.why.revision else { return }
    let desk = desk
    isExplaining = true
    inBackground(on: desk.queue, { desk.explain(model) { digits.nearest(Studio.nearCount, to: embedding, $0) } ?? [] })
    {
      studio, found in
      studio.isExplaining = false
      studio.perform(.why(.found(found, revision: revision, directory: directory)))
    }
  }

  // MARK: Training digits

  private func wantTrainingDigits(_ model: Model, _ directory: String) {
    guard state.why.digitsDirectory != directory else { return }
    trainingDigits = nil
    perform(.why(.digits(.reading, directory: directory)))
    let (chosen, cache, folder) = (mnistOptions(), isUnseen ? nil : directories.cache, state.settings.digits)
    inBackground(
      on: evaluations,
      {
        Result {
          let digits = try MNIST.load(from: folder, options: chosen).training
          return try TrainingDigits(digits, model: model, modelDirectory: directory, cache: cache)
        }
      }
    ) { studio, result in
      studio.take(result, directory)
    }
  }

  private func take(_ result: Result<TrainingDigits, any Error>, _ directory: String) {
    guard state.why.digitsDirectory == directory, state.isWhyShown else { return }
    switch result {
    case .success(let digits):
      trainingDigits = digits
      perform(.why(.digits(.here(count: digits.digits.count), directory: directory)))
    case .failure(let error):
      perform(.why(.digits(Studio.absence(after: error), directory: directory)))
    }
  }

  private static func absence(after error: any Error) -> WhyState.Digits {
    if case TrainingDigits.Trouble.noEmbedding = error {
      return .absent(title: "The last layer of this network compares no digits", advice: "Choose another model")
    }
    let trouble = DigitTrouble(after: error, canFetch: false)
    return trouble.isAbsence
      ? .absent(
        title: "The training digits are not on this computer",
        advice: "Performance downloads all of MNIST, or opens a folder that holds it")
      : .absent(title: "The training digits cannot be read", advice: trouble.advice)
  }

  /// Tens of megabytes are kept only while somebody looks.
  private func forgetTrainingDigits() {
    trainingDigits = nil
    state.why.digits = .unknown
    state.why.digitsDirectory = nil
  }
}
