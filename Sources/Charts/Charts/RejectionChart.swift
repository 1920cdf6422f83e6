public import Graphics

/// What refusing unsure answers does: the share that is accepted and the share of these that is right.
public struct RejectionChart: Chart, Equatable {
  /// What happens at one threshold; all three are shares 0…1.
  public struct Threshold: Equatable, Sendable {
    public var threshold: Double
    public var accepted: Double
    public var accuracy: Double

    /// Takes all three as they are.
    public init(threshold: Double, accepted: Double, accuracy: Double) {
      (self.threshold, self.accepted, self.accuracy) = (threshold, accepted, accuracy)
    }
  }

  public var points: [Threshold]

  private static let gutter = 44.0
  private static let headHeight = 34.0
  private static let footHeight = 44.0

  /// Takes the points as they are, from the lowest threshold on.
  public init(points: [Threshold]) { self.points = points }

  /// The part of `rect` that the curves fill.
  public func plot(in rect: Rect) -> Rect {
    rect.inset(
      left: RejectionChart.gutter, top: RejectionChart.headHeight, right: 14, bottom: RejectionChart.footHeight)
  }

  /// The lower end of the upright axis, in per cent: the highest of a few round shares below both curves.
  public var lowest: Double {
    let least = points.flatMap { [$0.accepted, $0.accuracy] }.min() ?? 0
    return [95, 90, 80, 60, 50].first { $0 <= least * 100 } ?? 0
  }

  /// Grid, two curves, names of both.
  public func drawing(in rect: Rect, theme: Theme) -> Drawing {
    let plot = plot(in: rect)
    var drawing = Drawing()
    addGrid(to: &drawing, plot: plot, theme: theme)
    let curves = [(theme.series[1], points.map(\.accepted)), (theme.series[0], points.map(\.accuracy))]
    for (style, values) in curves {
      let places = zip(points, values).map { place($0.threshold, $1, plot) }
      drawing.add(
        .stroked(Path(through: places), Stroke(style.color, width: 2.25, dash: style.dash, isRound: style.dash.isEmpty))
      )
      for index in stride(from: 0, to: places.count, by: 10) {
        drawing.marker(style, at: places[index], radius: 3.5, on: theme.background)
      }
    }
    let legend = Legend(styles: [("Right, of those accepted", theme.series[0]), ("Accepted", theme.series[1])])
    let corner = Rect(x: plot.maxX - legend.width, y: rect.y, width: legend.width, height: 20)
    drawing.add(Label("%", font: .section, color: theme.text, at: Point(x: plot.x, y: rect.y + 14)))
    drawing.add(legend.drawing(in: corner, theme: theme))
    return drawing
  }

  private var upright: Axis { Axis(.linear, lowest...100) }
  private let level = Axis(.linear, 0...100)

  private func place(_ threshold: Double, _ share: Double, _ plot: Rect) -> Point {
    Point(
      x: plot.x + level.fraction(of: threshold * 100) * plot.width, y: upright.y(of: share * 100, in: plot))
  }

  private func addGrid(to drawing: inout Drawing, plot: Rect, theme: Theme) {
    let heights = upright.ticks(limit: max(2, Int(plot.height / 32)))
    for (value, text) in zip(heights.values, heights.texts) {
      let y = upright.y(of: value, in: plot)
      if y < plot.maxY - 0.5 { drawing.rule(y: y, from: plot.x, to: plot.maxX, theme.line) }
      drawing.add(Label(text, font: .caption, color: theme.muted, x: plot.x - 10, middle: y + 0.5, anchor: .end))
    }
    let widths = level.ticks(limit: max(2, Int(plot.width / 44)))
    for (value, text) in zip(widths.values, widths.texts) {
      let x = plot.x + level.fraction(of: value) * plot.width
      drawing.fill(Rect(x: x.rounded() - 0.5, y: plot.maxY, width: 1, height: 5), theme.edge)
      let foot = Point(x: x, y: plot.maxY + 20)
      drawing.add(Label(text, font: .caption, color: theme.muted, at: foot, anchor: .middle))
    }
    drawing.rule(y: plot.maxY, from: plot.x, to: plot.maxX, theme.edge)
    let name = Point(x: plot.maxX, y: plot.maxY + 40)
    drawing.add(
      Label("Accepted from this confidence on, %", font: .caption, color: theme.muted, at: name, anchor: .end))
  }
}
