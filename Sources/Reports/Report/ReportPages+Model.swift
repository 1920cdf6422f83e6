import Charts
import Graphics
import NeuralNet
import Training

extension ReportPages {
  /// What the report is about, and the figures that matter most.
  mutating func addTitle(_ contents: ReportContents) {
    turnPage()
    let width = ReportPages.body.width
    let font = Font(size: 38, weight: .bold)
    add(Paragraph(font.fitted(contents.name, width: width), font: font, lineHeight: 50), height: 50)
    let metrics = contents.metrics
    let digits = NumberText.counted(metrics.count, "digit", "digits")
    let words =
      "A network that reads handwritten digits, tested on \(digits) that it was not trained on (\(contents.tested))."
    add(Paragraph(words, font: .body, lineHeight: 21, isMuted: true))
    gap(28)
    add(KeyFigures(figures: contents.keyFigures), height: KeyFigures.height)
  }

  /// Facts about the model and its layers.
  mutating func addModel(_ contents: ReportContents) {
    let facts = FactColumns(facts: contents.facts)
    section("The model", company: facts.height)
    add(facts, height: facts.height)
    guard !contents.layers.isEmpty else { return }
    subsection("Layer by layer", company: 120)
    var table = Table.layers(contents.layers)
    let limit = (ReportPages.body.width * 0.5).rounded()
    for row in table.rows.indices { table.rows[row][0] = Font.secondary.fitted(table.rows[row][0], width: limit) }
    table.rowHeight = 25
    add(table)
  }

  /// The matrix, what is taken for what, and the report by digit.
  mutating func addConfusion(_ contents: ReportContents) {
    let metrics = contents.metrics
    turnPage()
    section("What is read as what", company: 500)
    let wrong = metrics.count - contents.rightCount
    add(
      Paragraph(
        "\(NumberText.grouped(contents.rightCount)) of \(NumberText.counted(metrics.count, "digit was", "digits were")) "
          + "read right, \(NumberText.grouped(wrong)) wrong. \(contents.confusionWords)"))
    gap(6)
    add(CenteredConfusion(chart: ConfusionChart(counts: metrics.confusion)), height: 606)
    var table = Table.classes(metrics.report)
    table.rowHeight = 23
    let height = Table.headHeight + table.rowHeight * Double(table.rows.count)
    subsection("Report by digit", company: height)
    add(table)
  }

  /// The curves and how the training was set.
  mutating func addTraining(_ contents: ReportContents) {
    let facts = FactColumns(facts: contents.trainingFacts)
    guard contents.history.map({ $0.epochs > 0 }) == true || !facts.facts.isEmpty else { return }
    let figure = contents.history.flatMap { $0.epochs > 0 ? HistoryFigure(history: $0) : nil }
    section("How it was trained", company: facts.height + (figure == nil ? 0 : 640))
    if !facts.facts.isEmpty { add(facts, height: facts.height) }
    guard let figure else { return }
    gap(24)
    add(figure, height: 600)
  }
}

/// The matrix in the middle of a page: it is narrower.
private struct CenteredConfusion: Chart {
  var chart: ConfusionChart

  func drawing(in rect: Rect, theme: Theme) -> Drawing {
    let width = 614.0
    return chart.drawing(in: rect.inset(left: max(0, (rect.width - width) / 2).rounded()), theme: theme)
  }
}
