public import Training
import Charts

/// The report of an evaluation as the text that scikit-learn's `classification_report` prints.
///
/// All ten digits are listed (`labels=range(10)`), and a share of nothing is 0 (`zero_division=0`).
public struct ClassificationText: Equatable, Sendable {
  /// The whole report; each line ends with a newline.
  public let text: String

  private static let weighted = "weighted avg"

  /// Lays out `evaluation` with a number of decimals.
  public init(_ evaluation: Evaluation, digits: Int = 2) {
    let width = max(ClassificationText.weighted.count, digits)
    func row(_ name: String, _ cells: [String]) -> String {
      right(name, width) + " " + cells.map { " " + right($0, 9) }.joined() + "\n"
    }
    func row(_ name: String, _ report: ClassReport) -> String {
      let shares = [report.precision, report.recall, report.f1Score].map { NumberText.plain($0, digits) }
      return row(name, shares + [String(Int(report.support.rounded()))])
    }
    let accuracy = ["", "", NumberText.plain(evaluation.accuracy, digits), String(evaluation.count)]
    text =
      row("", ["precision", "recall", "f1-score", "support"]) + "\n"
      + evaluation.classes.enumerated().map { row(String($0), $1) }.joined() + "\n"
      + row("accuracy", accuracy) + row("macro avg", evaluation.macroAverage)
      + row(ClassificationText.weighted, evaluation.weightedAverage)
  }
}

/// `text` with spaces in front up to `width`.
private func right(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.count)) + text
}
