import Charts
import Graphics
import Recognition
import Toolkit

/// Ink coloured by what it speaks for, and the outline of ink that is not there.
struct HeatMapLook: Look {
  var explanation: InkExplanation
  /// The pen's width in the drawing's unit.
  var penWidth: Double
  /// The evidence at the ends of the colours.
  var limit: Float
  /// Whether the pixels are shown that the network saw.
  var showsPixels = false
  /// The place that is pointed at, counted through all lines.
  var place: Int?

  var text: String { "why \(explanation.digit) and not \(explanation.second)" }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    let paper = state.snapped(frame)
    context.fill(Path(paper, radius: 4), with: theme.canvas)
    context.stroke(Path(paper.inset(by: 0.5), radius: 4), with: Graphics.Stroke(theme.edge, width: 1))
    guard !showsPixels else { return drawPixels(in: paper, on: context, as: state) }
    context.clipped(to: paper.inset(by: 1)) {
      let placement = HeatMapPlacement(explanation, penWidth: penWidth, in: frame)
      let width = max(4, penWidth * placement.scale)
      for line in explanation.lines { outline(line, width, placement, on: context, theme) }
      for line in explanation.lines { fill(line, width, placement, on: context, theme) }
      for gap in explanation.gaps { draw(gap, width, placement, on: context, theme) }
      if explanation.lines.count > 1 {
        for line in explanation.lines { number(line, width, placement, on: context, theme) }
      }
      mark(placement, on: context, theme)
    }
  }

  /// The 28×28 picture, each pixel of ink coloured by how much the answer rests on it.
  private func drawPixels(in paper: Rect, on context: Context, as state: ElementState) {
    let theme = state.theme
    let side = (paper.width * state.scale / Double(Framing.side)).rounded(.down) / state.scale
    let room = paper.width - side * Double(Framing.side)
    let (left, top) = (state.snapped(paper.x + room / 2), state.snapped(paper.y + room / 2))
    for (index, ink) in explanation.image.pixels.enumerated() where ink > 0 {
      let cell = Rect(
        x: left + Double(index % Framing.side) * side, y: top + Double(index / Framing.side) * side, width: side,
        height: side)
      let shown = color(explanation.pixels[index], theme)
      context.fill(cell, with: theme.canvas.interpolated(to: shown, fraction: 0.25 + 0.75 * Double(ink) / 255))
      context.stroke(
        Path(cell.inset(by: state.hairline / 2)),
        with: Graphics.Stroke(theme.edge.withAlpha(0.5), width: state.hairline))
    }
  }

  private func color(_ evidence: Float, _ theme: Theme) -> Color {
    theme.diverging.color(at: Double(max(-1, min(1, evidence / limit))))
  }

  private func outline(
    _ line: InkExplanation.Line, _ width: Double, _ placement: HeatMapPlacement, on context: Context, _ theme: Theme
  ) {
    let points = line.places.map { placement.place($0.x, $0.y) }
    context.stroke(HeatMapLook.path(points), with: Graphics.Stroke(theme.edge, width: width + 3, isRound: true))
  }

  private func fill(
    _ line: InkExplanation.Line, _ width: Double, _ placement: HeatMapPlacement, on context: Context, _ theme: Theme
  ) {
    let points = line.places.map { placement.place($0.x, $0.y) }
    // Round pieces leave no hole where the line turns; flat ones over them make the colours flow.
    for (isRound, index) in [true, false].flatMap({ isRound in points.indices.map { (isRound, $0) } }) {
      let next = min(index + 1, points.count - 1)
      let evidence = (line.places[index].evidence + line.places[next].evidence) / 2
      let path = HeatMapLook.path([points[index], points[next]])
      context.stroke(path, with: Graphics.Stroke(color(evidence, theme), width: width, isRound: isRound))
    }
  }

  /// A line through points; a dot where there is only one.
  private static func path(_ points: [Point]) -> Path {
    guard let first = points.first else { return Path() }
    return Path(through: points.count > 1 ? points : [first, first])
  }

  /// Dashed, since nobody drew it.
  private func draw(
    _ gap: InkExplanation.Gap, _ width: Double, _ placement: HeatMapPlacement, on context: Context, _ theme: Theme
  ) {
    let (start, end) = (placement.place(gap.start.x, gap.start.y), placement.place(gap.end.x, gap.end.y))
    let samples = [
      InkSample(x: start.x, y: start.y, radius: width / 2), InkSample(x: end.x, y: end.y, radius: width / 2),
    ]
    let outline = StrokeOutline(start == end ? [samples[0]] : samples).path
    context.fill(outline, with: color(gap.evidence, theme).withAlpha(0.35))
    context.stroke(outline, with: Graphics.Stroke(theme.text, width: 1.5, dash: [4, 3]))
  }

  /// The number of a stroke stands where the pen began.
  private func number(
    _ line: InkExplanation.Line, _ width: Double, _ placement: HeatMapPlacement, on context: Context, _ theme: Theme
  ) {
    guard let first = line.places.first else { return }
    let place = placement.place(first.x, first.y)
    let font = Font.captionBold
    let text = "\(line.stroke + 1)"
    context.fill(Path(circleAt: place, radius: 9), with: theme.background)
    context.stroke(Path(circleAt: place, radius: 9), with: Graphics.Stroke(theme.edge, width: 1))
    context.draw(
      text, at: Point(x: place.x - font.width(of: text) / 2, y: place.y + font.digitHeight / 2), font: font,
      color: theme.text)
  }

  private func mark(_ placement: HeatMapPlacement, on context: Context, _ theme: Theme) {
    let places = explanation.lines.flatMap(\.places)
    guard let place, places.indices.contains(place) else { return }
    let ring = Path(circleAt: placement.place(places[place].x, places[place].y), radius: 7)
    context.stroke(ring, with: Graphics.Stroke(theme.background, width: 6))
    context.stroke(ring, with: Graphics.Stroke(theme.accent, width: 2))
  }
}
