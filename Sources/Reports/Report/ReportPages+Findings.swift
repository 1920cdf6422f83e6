import Charts
import Graphics
import Training

extension ReportPages {
  /// Pictures of mistakes beyond these are left out.
  static let mostMistakes = 96

  /// How sure the model is and how right, and what refusing unsure answers would do.
  mutating func addCalibration(_ contents: ReportContents) {
    let metrics = contents.metrics
    guard !metrics.reliability.isEmpty else { return }
    section("How sure it is", company: 480)
    add(
      Paragraph(
        "Confidence and the share of right answers differ by \(NumberText.percent(metrics.calibrationError, 2)) % on "
          + "average, over \(metrics.reliability.count) bins of about equal counts. On the dashed line they are equal.")
    )
    gap(16)
    add(CalibrationFigure(bins: metrics.reliability), height: 430)
    let table = contents.thresholdTable
    guard !table.rows.isEmpty else { return }
    let height = Table.headHeight + table.rowHeight * Double(table.rows.count)
    subsection("If only sure answers are accepted", company: height + 256)
    add(RejectionChart(points: metrics.rejection), height: 240)
    gap(16)
    add(table)
  }

  /// Pictures of what was read wrong.
  mutating func addMistakes(_ contents: ReportContents) {
    guard let misread = contents.misread else { return }
    let wrong = contents.metrics.count - contents.rightCount
    section("Mistakes", company: 200)
    guard !misread.isEmpty else {
      return add(Paragraph("Every digit was read as it was written."))
    }
    let shown = Array(misread.prefix(ReportPages.mostMistakes))
    let all =
      shown.count < wrong
      ? "The surest \(shown.count) of \(NumberText.grouped(wrong))" : "All \(shown.count), the surest first"
    add(
      Paragraph(
        "\(all). Below each picture at the left what it was read as, at the right what was written, "
          + "each with its probability in per cent."))
    gap(16)
    let columns = 7
    let spacing = 18.0
    let side = ((ReportPages.body.width - spacing * Double(columns - 1)) / Double(columns)).rounded(.down)
    add(
      ImageGrid(
        items: shown.map { $0.item(theme) }, columns: columns, side: side, gap: spacing, rowGap: 16, captionHeight: 20))
  }

  /// What it was trained and tested on, and whom to thank for it.
  mutating func addData(_ contents: ReportContents) {
    let tested = contents.metrics.report.classes.map { Int($0.support.rounded()) }
    let figure = DistributionFigure([
      .init("To train on", contents.trainingCounts, series: 1), .init("Tested on", tested, series: 0),
    ])
    section("Data and credits", company: 200 * Double(figure.parts.count) + 190)
    for part in figure.parts {
      add(part.chart(theme: theme), height: 180)
      gap(20)
    }
    if !contents.samples.isEmpty {
      subsection("A few digits to train on", company: 250)
      add(SampleFigure(samples: contents.samples), height: 230)
    }
    subsection("Where they come from", company: 80)
    for text in contents.credits {
      add(Paragraph(text))
      gap(8)
    }
  }
}

extension ModelFigureData.MisreadImage {
  /// The picture with what was read and what was written.
  func item(_ theme: Theme) -> ImageGrid.Item {
    ImageGrid.Item(
      image: image.pixels(theme), left: .init(strong: "\(prediction)", plain: NumberText.answered(confidence)),
      right: .init(strong: "\(label)", plain: NumberText.percent(labelProbability)))
  }
}
