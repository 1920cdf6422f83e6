public import Graphics

/// Curves over epochs, with gridlines, a legend and a mark at one epoch.
public struct LineChart: Chart, Equatable {
  /// A dashed line at an epoch (from 1) and what stands beside it; an empty text leaves only the line.
  public struct Flag: Equatable, Sendable {
    public var epoch: Int
    public var text: String

    /// Takes both as they are.
    public init(epoch: Int, text: String = "") {
      self.epoch = epoch
      self.text = text
    }
  }

  public var title: String
  public var series: [LineSeries]
  public var axis: Axis
  /// The number of epochs on the level axis.
  public var epochs: Int
  /// What is counted on the level axis, and how many of them one value stands for.
  public var unit = "Epoch"
  public var unitSize = 1
  /// The epoch with a dashed line.
  public var flag: Flag?
  /// The epoch (from 1) at which a line stands and every curve has its marker.
  public var pointer: Int?
  public var showsLegend = true
  public var showsEpochs = true
  /// The room for the numbers at the left; charts above each other share one.
  public var gutter = 44.0

  /// The height of the line with title and legend.
  static let headHeight = 26.0
  /// The height of the line with the numbers of the epochs.
  static let footHeight = 24.0
  /// The height of the lane in which the flag stands.
  static let flagHeight = 22.0

  /// Curves on `axis`; the rest has defaults.
  public init(title: String, series: [LineSeries], axis: Axis) {
    self.title = title
    self.series = series
    self.axis = axis
    epochs = series.map(\.values.count).max() ?? 0
  }

  /// The part of `rect` that the curves fill.
  public func plot(in rect: Rect) -> Rect {
    rect.inset(
      left: gutter, top: LineChart.headHeight + (flagText.isEmpty ? 0 : LineChart.flagHeight), right: 14,
      bottom: showsEpochs ? LineChart.footHeight : 1)
  }

  /// The room that the numbers at the left need when the chart is drawn in `rect`.
  public func neededGutter(in rect: Rect) -> Double {
    let widths = valueTicks(in: plot(in: rect)).texts.map { Font.caption.width(of: $0) }
    return ((widths.max() ?? 0) + 10).rounded(.up)
  }

  /// Grid first, then curves, then texts.
  public func drawing(in rect: Rect, theme: Theme) -> Drawing {
    let plot = plot(in: rect)
    var drawing = Drawing()
    addGrid(to: &drawing, plot: plot, theme: theme)
    addFlag(to: &drawing, plot: plot, theme: theme)
    let lines = series.reversed().flatMap { pieces(of: $0, in: plot) }
    // Half a line of slack: a curve along the edge keeps its full width.
    let window = plot.inset(left: -8, top: -2, right: -8, bottom: 0)
    drawing.add(.clipped(window, lines))
    addPointer(to: &drawing, plot: plot, theme: theme)
    for one in series.reversed() { addMarkers(of: one, to: &drawing, plot: plot, theme: theme) }
    drawing.rule(y: plot.maxY, from: plot.x, to: plot.maxX, theme.edge)
    addHead(to: &drawing, plot: plot, rect: rect, theme: theme)
    if showsEpochs { addFoot(to: &drawing, plot: plot, rect: rect, theme: theme) }
    return drawing
  }

  /// The epoch nearest to `x` when the chart is drawn in `rect`; nil where there is none.
  public func epoch(at x: Double, in rect: Rect) -> Int? {
    let plot = plot(in: rect)
    guard epochs > 0, plot.width > 0, x >= plot.x - 16, x <= plot.maxX + 16 else { return nil }
    let share = min(1, max(0, (x - plot.x) / plot.width))
    return 1 + Int((share * Double(epochs - 1)).rounded())
  }

  /// Where an epoch (from 1) lies; a single one stands in the middle.
  package func x(of epoch: Int, in plot: Rect) -> Double {
    epochs < 2 ? plot.midX : plot.x + plot.width * Double(epoch - 1) / Double(epochs - 1)
  }

  func epochTicks(in plot: Rect) -> Ticks {
    let slot = Font.caption.width(of: String(max(epochs * unitSize, 10))) + 16
    return .epochs(epochs, limit: min(16, Int(plot.width / slot)))
  }

  private var flagText: String { flag?.text ?? "" }

  /// A few round values are read at once, however tall the chart is.
  private func valueTicks(in plot: Rect) -> Ticks { axis.ticks(limit: max(2, min(8, Int(plot.height / 24) + 1))) }

  private func addGrid(to drawing: inout Drawing, plot: Rect, theme: Theme) {
    let ticks = valueTicks(in: plot)
    for (value, text) in zip(ticks.values, ticks.texts) {
      let y = axis.y(of: value, in: plot)
      if y < plot.maxY - 0.5 { drawing.rule(y: y, from: plot.x, to: plot.maxX, theme.line) }
      drawing.add(
        Label(text, font: .caption, color: theme.muted, x: plot.x - 10, middle: y.rounded() + 0.5, anchor: .end))
    }
  }

  private func addFlag(to drawing: inout Drawing, plot: Rect, theme: Theme) {
    guard let flag, epochs > 1 else { return }
    let x = x(of: flag.epoch, in: plot)
    let top = flagText.isEmpty ? plot.y : plot.y - LineChart.flagHeight + 2
    let line = Path(through: [Point(x: x, y: top), Point(x: x, y: plot.maxY)])
    drawing.add(.stroked(line, Stroke(theme.good, width: 1.25, dash: [4, 3])))
    guard !flagText.isEmpty else { return }
    let width = Font.captionBold.width(of: flagText) + 16
    let isLeft = x - 6 - width >= plot.x
    let box = Rect(x: isLeft ? x - 6 - width : x + 6, y: top, width: width, height: 20)
    drawing.fill(box, theme.good, radius: 4)
    let ink = theme.name == .dark ? theme.onAccent : theme.surface
    drawing.add(Label(flagText, font: .captionBold, color: ink, x: box.x + 8, middle: box.midY))
  }

  private func addPointer(to drawing: inout Drawing, plot: Rect, theme: Theme) {
    guard let pointer, (1...max(1, epochs)).contains(pointer) else { return }
    let x = x(of: pointer, in: plot).rounded()
    drawing.fill(Rect(x: x, y: plot.y, width: 1, height: plot.height), theme.text)
  }

  private func addHead(to drawing: inout Drawing, plot: Rect, rect: Rect, theme: Theme) {
    let title = Label(title, font: .section, color: theme.text, at: Point(x: plot.x, y: rect.y + 14))
    drawing.add(title)
    guard showsLegend else { return }
    let all = Legend(styles: series.map { ($0.name, $0.style) })
    guard let legend = all.fitted(to: plot.maxX - title.frame.maxX - 16) else { return }
    let place = Rect(x: plot.maxX - legend.width, y: rect.y, width: legend.width, height: 20)
    drawing.add(legend.drawing(in: place, theme: theme))
  }

  private func addFoot(to drawing: inout Drawing, plot: Rect, rect: Rect, theme: Theme) {
    let ticks = epochTicks(in: plot)
    let baseline = plot.maxY + 20
    for value in ticks.values {
      let (x, text) = (x(of: Int(value), in: plot), String(Int(value) * unitSize))
      drawing.fill(Rect(x: x.rounded() - 0.5, y: plot.maxY, width: 1, height: 5), theme.edge)
      drawing.add(
        Label(text, font: .caption, color: theme.muted, at: Point(x: x, y: baseline), anchor: .middle))
    }
    let name = Label(
      unit, font: .caption, color: theme.muted, at: Point(x: plot.x - 10, y: baseline), anchor: .end)
    if name.frame.x >= rect.x { drawing.add(name) }
  }

  private func addMarkers(of one: LineSeries, to drawing: inout Drawing, plot: Rect, theme: Theme) {
    // A curve that is alone needs no shape, but a lone point has no line.
    guard series.count > 1 || epochs == 1 || pointer != nil else { return }
    let chosen =
      pointer.map { [$0] } ?? (epochs <= 10 ? Array(1...max(1, epochs)) : epochTicks(in: plot).values.map { Int($0) })
    let flagged = pointer == nil ? [flag?.epoch ?? 1] : []
    for epoch in Set(chosen + flagged).sorted() where (1...max(1, one.values.count)).contains(epoch) {
      guard !one.values.isEmpty else { return }
      let value = one.values[epoch - 1]
      guard value.isFinite, (0...1.01).contains(axis.fraction(of: value)) else { continue }
      let center = Point(x: x(of: epoch, in: plot), y: axis.y(of: value, in: plot))
      drawing.marker(one.style, at: center, radius: 3.5, on: theme.background)
    }
  }

  /// The curve as lines that break where there is no value, and its raw values behind.
  private func pieces(of one: LineSeries, in plot: Rect) -> [Mark] {
    let dash = one.style.dash
    let isSmoothed = !one.smoothed.isEmpty
    let line = path(through: isSmoothed ? one.smoothed : one.values, isStepped: one.isStepped, in: plot)
    var marks = [Mark.stroked(line, Stroke(one.style.color, width: 2.25, dash: dash, isRound: dash.isEmpty))]
    if isSmoothed, one.showsRaw {
      let raw = path(through: one.values, isStepped: one.isStepped, in: plot)
      marks.insert(.stroked(raw, Stroke(one.style.color.withAlpha(0.35), width: 1.25, isRound: true)), at: 0)
    }
    return marks
  }

  private func path(through values: [Double], isStepped: Bool, in plot: Rect) -> Path {
    var path = Path()
    var last: Point?
    for (index, value) in values.enumerated() {
      guard value.isFinite else {
        last = nil
        continue
      }
      let y = min(max(axis.y(of: value, in: plot), plot.y - plot.height), plot.maxY + plot.height)
      let point = Point(x: x(of: index + 1, in: plot), y: y)
      if let last {
        if isStepped { path.line(to: Point(x: point.x, y: last.y)) }
        path.line(to: point)
      } else {
        path.move(to: point)
      }
      last = point
    }
    return path
  }
}
