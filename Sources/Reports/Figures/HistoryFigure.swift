public import Charts
public import Graphics
public import Training

/// Loss, accuracy and learning rate over the epochs, above each other.
public struct HistoryFigure: Chart, Equatable {
  public var history: History
  /// The epoch (from 1) whose values are pointed at.
  public var pointer: Int?
  /// How lazily the lines follow the values, 0…1; the learning rate is never smoothed.
  public var smoothing = 0.0
  /// Whether raw values stand behind smoothed lines.
  public var showsRaw = true
  public var hasLogarithmicLoss = true
  /// What is counted, and how many of them one value stands for.
  public var unit = "Epoch"
  public var unitSize = 1

  /// The curves of `history`.
  public init(history: History) { self.history = history }

  private static let gap = 18.0
  /// Of all three charts.
  private static let leastHeight = 330.0

  /// Charts with one common level axis.
  public func drawing(in rect: Rect, theme: Theme) -> Drawing {
    var drawing = Drawing()
    for (chart, place) in laidOut(in: rect, theme: theme) { drawing.add(chart.drawing(in: place, theme: theme)) }
    return drawing
  }

  /// The epoch (from 1) at a place of `rect`, in which the figure is drawn.
  public func epoch(at place: Point, in rect: Rect) -> Int? {
    laidOut(in: rect, theme: .light).first.flatMap { $0.chart.epoch(at: place.x, in: $0.place) }
  }

  private func laidOut(in rect: Rect, theme: Theme) -> [(chart: LineChart, place: Rect)] {
    guard history.epochs > 0 else { return [] }
    var charts = charts(theme: theme)
    // In a low place the learning rate would be a line of no height.
    if charts.count > 2, rect.height < HistoryFigure.leastHeight { charts.removeLast() }
    let places = places(for: charts.count, in: rect)
    let gutter = zip(charts, places).map { $0.neededGutter(in: $1) }.max() ?? 0
    for index in charts.indices {
      charts[index].gutter = max(gutter, 50)
      charts[index].showsEpochs = index == charts.count - 1
    }
    return Array(zip(charts, places))
  }

  /// The charts that have anything to show.
  func charts(theme: Theme) -> [LineChart] {
    let (validation, training, rate) = (theme.series[0], theme.series[1], theme.series[5].solid)
    let losses = [
      LineSeries(name: "Validation", style: validation, values: history.validationLoss),
      LineSeries(name: "Training", style: training, values: history.loss),
    ].filter { !$0.values.isEmpty }
    let accuracies = [
      LineSeries(name: "Validation", style: validation, values: history.validationAccuracy.map { $0 * 100 }),
      LineSeries(name: "Training", style: training, values: history.accuracy.map { $0 * 100 }),
    ].filter { !$0.values.isEmpty }
    let rates = [LineSeries(name: "Learning rate", style: rate, values: history.learningRate, isStepped: true)]
    return [
      chart(
        "Loss", losses, Axis(hasLogarithmicLoss ? .logarithmic : .linear, fitting: losses.flatMap(\.values)),
        flag: flagText, legend: true),
      chart("Accuracy, %", accuracies, HistoryFigure.accuracyAxis(for: accuracies.map(\.values))),
      chart("Learning rate", rates, HistoryFigure.rateAxis(for: history.learningRate)),
    ].filter { chart in chart.series.contains { !$0.values.isEmpty } }
  }

  /// The axis of accuracies: up to 100, down to the highest round value that leaves four fifths of all points
  /// and the last of each curve in view; the first epochs would flatten all others.
  static func accuracyAxis(for curves: [[Double]]) -> Axis {
    let values = curves.joined().filter(\.isFinite).sorted()
    guard let least = values.first else { return Axis(.linear, 0...100) }
    let lowest = values.count <= 6 ? least : min(values[values.count / 5], curves.compactMap(\.last).min() ?? least)
    let floor = [99.5, 99, 98, 95, 90, 80, 50].first { $0 <= lowest } ?? 0
    return Axis(.linear, floor - (100 - floor) * 0.03...100)
  }

  /// The axis of learning rates: from 0 to a little more than the highest.
  static func rateAxis(for rates: [Double]) -> Axis {
    let highest = rates.filter(\.isFinite).max() ?? 0
    return Axis(.linear, 0...(highest > 0 ? highest * 1.06 : 1))
  }

  private var flagText: String { history.bestEpoch.map { "Best, epoch \($0 + 1)" } ?? "" }

  private func chart(
    _ title: String, _ series: [LineSeries], _ axis: Axis, flag: String = "", legend: Bool = false
  ) -> LineChart {
    let shown = series.map { one in
      var one = one.smoothed(by: smoothing)
      one.showsRaw = showsRaw
      return one
    }
    var chart = LineChart(title: title, series: shown, axis: axis)
    chart.pointer = pointer
    (chart.unit, chart.unitSize) = (unit, unitSize)
    chart.epochs = history.epochs
    chart.flag = history.bestEpoch.map { LineChart.Flag(epoch: $0 + 1, text: history.epochs > 1 ? flag : "") }
    chart.showsLegend = legend
    return chart
  }

  /// Loss gets the most room, the learning rate little.
  private func places(for count: Int, in rect: Rect) -> [Rect] {
    let shares = [[1], [0.56, 0.44], [0.42, 0.34, 0.24]][max(0, min(2, count - 1))]
    let height = rect.height - HistoryFigure.gap * Double(count - 1)
    var y = rect.y
    return shares.map { share in
      defer { y += (height * share).rounded() + HistoryFigure.gap }
      return Rect(x: rect.x, y: y, width: rect.width, height: (height * share).rounded())
    }
  }
}
