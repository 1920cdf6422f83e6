import Reports
import Training

/// An evaluation as text for people.
enum EvaluationText {
  /// scikit-learn's report and below it the other numbers.
  static func text(_ evaluation: Evaluation) -> String {
    ClassificationText(evaluation, digits: 4).text + "\n"
      + lines(evaluation).map { Columns.text([$0.name, $0.value], widths: [17, 0], leading: 2) }.joined(separator: "\n")
  }

  /// The numbers that the report leaves out.
  static func lines(_ evaluation: Evaluation) -> [(name: String, value: String)] {
    [
      ("accuracy", "\(DecimalText.percent(evaluation.accuracy)) %"),
      ("loss", DecimalText.fixed(evaluation.loss, 4)),
      ("worst recall", "\(DecimalText.percent(evaluation.worstClassRecall)) %"),
      ("worst precision", "\(DecimalText.percent(evaluation.worstClassPrecision)) %"),
      ("calibration error", "\(DecimalText.percent(evaluation.calibrationError)) %"),
    ]
  }
}
