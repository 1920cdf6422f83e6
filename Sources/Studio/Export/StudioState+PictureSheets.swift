import Charts
import DigitData
import Graphics
import Recognition
import Reports

extension StudioState {
  /// Mistakes beyond these are in the numbers only.
  private static let mostPictures = 200

  /// The surest mistakes with what was read in each.
  var mistakeSheet: ChartSheet? {
    guard let tests = performance.tests else { return nil }
    let all = tests.indices(of: .mistakes)
    let shown = Array(all.prefix(StudioState.mostPictures))
    let columns = 10
    let (side, gap, caption) = (70.0, 16.0, 20.0)
    let rows = Double(max(1, (shown.count + columns - 1) / columns))
    let some = shown.count < all.count ? "The surest \(shown.count) of \(NumberText.grouped(all.count))." : ""
    return ChartSheet(
      Heading(
        title: "Mistakes", detail: "Below each: what it is read as, and the next likely, in per cent. \(some)",
        note: "Model \(model?.name ?? "")"),
      size: Size(
        width: side * Double(columns) + gap * Double(columns - 1), height: rows * (side + caption + gap) - gap + 1),
      numbers: mistakeNumbers(all, tests)
    ) { theme in
      ImageGrid(
        items: shown.map { tests.item($0, theme) }, columns: columns, side: side, gap: gap, captionHeight: caption)
    }
  }

  private func mistakeNumbers(_ indices: [Int], _ tests: TestAnswers) -> NumberTable {
    NumberTable(
      columns: ["index", "written", "read", "confidence", "second", "secondConfidence"],
      rows: indices.map { index in
        let answer = tests.answers[index]
        return [
          .count(index), .count(answer.written), .count(answer.read), .value(answer.confidence), .count(answer.second),
          .value(answer.secondShare),
        ]
      })
  }

  /// A few digits to train on.
  var sampleSheet: ChartSheet? {
    guard let pictures = performance.tests?.samples, !pictures.isEmpty else { return nil }
    return ChartSheet(
      Heading(title: "A few digits to train on", detail: "By the digit that was written.", note: "MNIST"),
      size: Size(width: 632, height: 540), numbers: .pictures(pictures)
    ) { _ in SampleFigure(samples: pictures) }
  }

  /// The ten probabilities of the drawing.
  var probabilitySheet: ChartSheet? {
    let reading = isNumber ? numberReading : reading
    guard let answer = reading.answer, let digit = answer.digit, reading.verdict != .speck else { return nil }
    let verdict: ProbabilityBars.Verdict =
      switch reading.verdict {
      case .sure: .sure(digit)
      case .unsure: .unsure(digit, answer.second ?? digit)
      default: .none
      }
    let bars = ProbabilityBars(
      probabilities: reading.probabilities.map(Double.init), verdict: verdict, threshold: model?.sureFrom)
    let rows = bars.probabilities.enumerated().map { [NumberTable.Cell.count($0), .value($1)] }
    return ChartSheet(
      Heading(title: "Probability", detail: words.readOut, note: "Model \(model?.name ?? "")"),
      size: Size(width: 520, height: 330), numbers: NumberTable(columns: ["digit", "probability"], rows: rows)
    ) { _ in bars }
  }
}

extension TestAnswers {
  /// The picture of a digit with what is read in it.
  fileprivate func item(_ index: Int, _ theme: Theme) -> ImageGrid.Item {
    let (image, answer) = (digits.image(at: index), answers[index])
    return ImageGrid.Item(
      image: PixelImage(
        gray: image.pixels, width: image.width, height: image.height, paper: theme.canvas, ink: theme.ink),
      left: .init(strong: "\(answer.read)", plain: NumberText.answered(answer.confidence)),
      right: .init(strong: "\(answer.second)", plain: NumberText.percent(answer.secondShare)))
  }
}
