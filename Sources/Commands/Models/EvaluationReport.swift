import DigitData
import Graphics
import NeuralNet
import Reports
import Training

/// An evaluation as a PDF: numbers on the first page, then one figure on each.
struct EvaluationReport {
  private static let page = Size(width: 680, height: 640)
  private static let mono = "DejaVu Sans Mono"
  private static let mostMistakes = 15

  private let name: String
  private let evaluation: Evaluation
  private let figures: ModelFigures
  private let shown: [ModelFigure]

  /// The report on the model of `choice`.
  init(_ choice: ModelChoice, digits: DigitSet, probabilities: [Float], evaluation: Evaluation) {
    name = choice.model.metadata.name
    self.evaluation = evaluation
    let history = choice.directory.storedHistory
    var data = ModelFigureData(
      modelName: name, history: history ?? History(), evaluation: evaluation,
      trainingCounts: [Int](repeating: 0, count: 10))
    data.misread = evaluation.mistakes.prefix(EvaluationReport.mostMistakes).map {
      .init(image: digits.image(at: $0.index), mistake: $0)
    }
    data.prediction = FigurePictures.prediction(on: digits, probabilities)
    figures = ModelFigures(data)
    shown =
      [.confusionMatrix, .calibration, .misclassified, .predictionResult] + (history == nil ? [] : [.trainingHistory])
  }

  /// Writes the whole file.
  func write(to path: String) throws {
    let document = try DocumentSurface(.pdf, size: EvaluationReport.page, title: "Evaluation of \(name)")
    try document.page(size: EvaluationReport.page) { drawNumbers(on: $0) }
    for figure in shown {
      try document.page(size: figure.size) {
        figures.draw(figure, on: $0, in: Rect(figure.size), theme: .light)
      }
    }
    try AtomicFile.write(try document.finish(), to: path)
  }

  private func drawNumbers(on context: Context) {
    context.paint(Theme.light.background)
    var y = 48.0
    func line(_ text: String, _ font: Font, height: Double) {
      context.draw(text, at: Point(x: 40, y: y), font: font, color: Theme.light.text)
      y += height
    }
    line("Evaluation of \(name)", .title, height: 26)
    line("\(DecimalText.grouped(evaluation.count)) labelled digits", .secondary, height: 36)
    let mono = Font(size: 13, family: EvaluationReport.mono)
    for text in EvaluationText.text(evaluation).split(separator: "\n", omittingEmptySubsequences: false) {
      line(String(text), mono, height: text.isEmpty ? 12 : 20)
    }
  }
}
