import DigitData
import NeuralNet
import Reports
import Training

/// What the report of `inkling-train evaluate` says: fresh numbers, and what the model directory knows of its training.
enum EvaluationReport {
  private static let mostMistakes = 500

  /// The contents of the report on the model of `choice`; `tested` names the digits.
  static func contents(
    _ choice: ModelChoice, digits: DigitSet, evaluation: Evaluation, tested: String
  ) -> ReportContents {
    let stored = choice.directory.storedMetrics
    var metrics = ModelMetrics(evaluation)
    (metrics.trainingSeconds, metrics.drawn) = (stored?.trainingSeconds, stored?.drawn)
    var contents = ReportContents(
      name: choice.model.metadata.name, metrics: metrics, tested: tested, layers: choice.model.spec.summary)
    contents.history = choice.directory.storedHistory
    contents.configuration = choice.directory.storedConfiguration
    contents.misread = evaluation.mistakes.prefix(mostMistakes).map {
      .init(image: digits.image(at: $0.index), mistake: $0)
    }
    return contents
  }
}
