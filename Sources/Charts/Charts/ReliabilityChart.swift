public import Graphics

/// Confidence against accuracy with the diagonal of perfect calibration, and below where the digits lie.
public struct ReliabilityChart: Chart, Equatable {
  /// Answers of about the same confidence.
  public struct Bin: Equatable, Sendable {
    public var low: Double
    public var high: Double
    public var count: Int
    /// Mean confidence and share of right answers, 0…1.
    public var confidence: Double
    public var accuracy: Double

    /// Takes all five as they are.
    public init(low: Double, high: Double, count: Int, confidence: Double, accuracy: Double) {
      self.low = low
      self.high = high
      self.count = count
      self.confidence = confidence
      self.accuracy = accuracy
    }
  }

  public var bins: [Bin]
  /// The bin that is pointed at.
  public var pointer: Int?

  /// Takes the bins as they are.
  public init(bins: [Bin]) { self.bins = bins }

  /// The lower end of both axes: the highest of a few round shares below every bin.
  public var lowest: Double {
    let least = bins.flatMap { [$0.confidence, $0.accuracy] }.min() ?? 0
    return [0.9, 0.8, 0.6, 0.5].first { $0 <= least } ?? 0
  }

  /// The digits in `columns` equal parts of the axis; a bin is spread evenly over its breadth.
  public func histogram(columns: Int) -> [Double] {
    var counts = [Double](repeating: 0, count: columns)
    let axis = Axis(.linear, lowest...1)
    for bin in bins {
      let (from, to) = (axis.fraction(of: bin.low) * Double(columns), axis.fraction(of: bin.high) * Double(columns))
      guard to - from > 1e-9 else {
        counts[min(columns - 1, max(0, Int(from)))] += Double(bin.count)
        continue
      }
      for column in counts.indices {
        // What lies below the axis belongs to its first part.
        let start = column == 0 ? min(from, 0) : Double(column)
        let part = max(0, min(to, Double(column + 1)) - max(from, start))
        counts[column] += Double(bin.count) * part / (to - from)
      }
    }
    return counts
  }

  /// The square in which the bins stand.
  public func plot(in rect: Rect) -> Rect {
    let side = max(40, min(rect.width - 60, rect.height - 26 - 104).rounded(.down))
    return Rect(x: rect.x + 46, y: rect.y + 26, width: side, height: side)
  }

  /// Grid, diagonal and bins in a square; columns below.
  public func drawing(in rect: Rect, theme: Theme) -> Drawing {
    var drawing = Drawing()
    let plot = plot(in: rect)
    drawing.add(Label("Right, %", font: .section, color: theme.text, at: Point(x: plot.x, y: rect.y + 14)))
    addGrid(to: &drawing, plot: plot, theme: theme)
    addBins(to: &drawing, plot: plot, theme: theme)
    addHistogram(to: &drawing, plot: plot, theme: theme)
    return drawing
  }

  /// The bin nearest to a place of `rect`, in which the chart is drawn.
  public func bin(at place: Point, in rect: Rect) -> Int? {
    let plot = plot(in: rect)
    func distance(_ index: Int) -> Double {
      let point = self.place(bins[index].confidence, bins[index].accuracy, plot)
      let (x, y) = (point.x - place.x, point.y - place.y)
      return x * x + y * y
    }
    return bins.indices.min { distance($0) < distance($1) }.flatMap { distance($0) < 60 * 60 ? $0 : nil }
  }

  private var axis: Axis { Axis(.linear, lowest * 100...100) }

  private func place(_ confidence: Double, _ accuracy: Double, _ plot: Rect) -> Point {
    Point(
      x: plot.x + axis.fraction(of: confidence * 100) * plot.width, y: axis.y(of: accuracy * 100, in: plot))
  }

  private func addGrid(to drawing: inout Drawing, plot: Rect, theme: Theme) {
    let ticks = axis.ticks(limit: max(2, min(8, Int(plot.width / 40))))
    let foot = plot.maxY + 16
    for (value, text) in zip(ticks.values, ticks.texts) {
      let y = axis.y(of: value, in: plot)
      let x = plot.x + axis.fraction(of: value) * plot.width
      if y < plot.maxY - 0.5 { drawing.rule(y: y, from: plot.x, to: plot.maxX, theme.line) }
      if x > plot.x { drawing.fill(Rect(x: x.rounded(), y: plot.y, width: 1, height: plot.height), theme.line) }
      drawing.add(Label(text, font: .caption, color: theme.muted, x: plot.x - 10, middle: y + 0.5, anchor: .end))
      drawing.add(Label(text, font: .caption, color: theme.muted, at: Point(x: x, y: foot), anchor: .middle))
    }
    drawing.rule(y: plot.maxY, from: plot.x, to: plot.maxX, theme.edge)
    let diagonal = Path(through: [Point(x: plot.x, y: plot.maxY), Point(x: plot.maxX, y: plot.y)])
    drawing.add(.stroked(diagonal, Stroke(theme.edge, width: 1.25, dash: [5, 4])))
  }

  private func addBins(to drawing: inout Drawing, plot: Rect, theme: Theme) {
    guard let style = theme.series.first else { return }
    let points = bins.map { place($0.confidence, $0.accuracy, plot) }
    drawing.add(.stroked(Path(through: points), Stroke(style.color, width: 2.25, isRound: true)))
    for point in points { drawing.marker(style, at: point, radius: 4.5, on: theme.background) }
    guard let pointer, points.indices.contains(pointer) else { return }
    drawing.marker(style, at: points[pointer], radius: 7, on: theme.text)
  }

  private func addHistogram(to drawing: inout Drawing, plot: Rect, theme: Theme) {
    let base = plot.maxY + 76
    let counts = histogram(columns: 20)
    let most = max(1, counts.max() ?? 1)
    let slot = plot.width / Double(counts.count)
    for (index, count) in counts.enumerated() where count > 0 {
      let height = max(1, 40 * count / most)
      let x = plot.x + slot * Double(index)
      drawing.fill(Rect(x: x + 1, y: base - height, width: slot - 2, height: height), theme.bar)
    }
    drawing.rule(y: base, from: plot.x, to: plot.maxX, theme.edge)
    let name = Label("Confidence, %", font: .section, color: theme.text, at: Point(x: plot.x, y: base + 21))
    drawing.add(name)
    let right = Point(x: plot.maxX, y: base + 21)
    let aside = Label("bars: number of digits", font: .caption, color: theme.muted, at: right, anchor: .end)
    if aside.frame.x >= name.frame.maxX + 8 { drawing.add(aside) }
  }
}
