import Charts
import Graphics
import Recognition

/// One picture at the left, the answer and its ten probabilities at the right.
struct PredictionFigure: Chart {
  var prediction: ModelFigureData.Prediction?
  /// The share from which an answer is sure.
  var threshold: Double

  /// The picture takes whole multiples of its pixels.
  func drawing(in rect: Rect, theme: Theme) -> Drawing {
    var drawing = Drawing()
    guard let prediction else { return drawing }
    let image = prediction.image
    let factor = max(1, (min(rect.width * 0.4, rect.height - 36) / Double(image.width)).rounded(.down))
    let paper = Rect(
      x: rect.x, y: rect.y, width: factor * Double(image.width), height: factor * Double(image.height))
    drawing.add(.image(image.pixels(theme), paper))
    drawing.add(.stroked(Path(paper.inset(by: -0.5)), Stroke(theme.edge)))
    addOutcome(of: prediction, below: paper, to: &drawing, theme: theme)
    let right = rect.inset(left: paper.width + 32)
    let answer = Answer(prediction.probabilities, threshold: threshold)
    addAnswer(answer, to: &drawing, rect: right, theme: theme)
    let bars = ProbabilityBars(
      probabilities: prediction.probabilities, verdict: answer.verdict, threshold: threshold)
    drawing.add(bars.drawing(in: right.inset(top: 60), theme: theme))
    return drawing
  }

  private func addOutcome(
    of prediction: ModelFigureData.Prediction, below paper: Rect, to drawing: inout Drawing, theme: Theme
  ) {
    let answer = Answer(prediction.probabilities, threshold: threshold)
    let isRight = answer.first == prediction.label
    let y = paper.maxY + 24
    let written = Label(
      "Written \(prediction.label)", font: .body, color: theme.text, at: Point(x: paper.x, y: y))
    drawing.add(written)
    let word = Label(
      isRight ? "Right" : "Wrong", font: .bodyBold, color: isRight ? theme.good : theme.bad,
      at: Point(x: paper.maxX, y: y), anchor: .end)
    drawing.add(word)
    let icon = Point(x: word.frame.x - 20, y: y - 11)
    drawing.add(.stroked(OutcomeIcon.path(isRight: isRight, at: icon), Stroke(word.color, width: 1.75, isRound: true)))
  }

  private func addAnswer(_ answer: Answer, to drawing: inout Drawing, rect: Rect, theme: Theme) {
    var digit = Label(
      String(answer.first), font: Font(size: 56, weight: .bold), color: answer.isSure ? theme.accent : theme.warn,
      at: Point(x: rect.x, y: rect.y + 41))
    digit.isOutlined = !answer.isSure
    drawing.add(digit)
    let left = digit.frame.maxX + 20
    drawing.add(
      Label(
        answer.firstLine, font: Font(size: 20, weight: .bold), color: theme.text, at: Point(x: left, y: rect.y + 16)))
    drawing.add(Label(answer.secondLine, font: .secondary, color: theme.muted, at: Point(x: left, y: rect.y + 40)))
  }
}
