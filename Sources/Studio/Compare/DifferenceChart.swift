import Charts
import Graphics

/// What two models read differently: in each cell how many digits more (or fewer) the first has there.
struct DifferenceChart: Chart, Equatable {
  /// The first model's counts less the second's; rows are the written digits.
  let differences: [[Int]]
  var selected: ConfusionChart.Cell?
  var hovered: ConfusionChart.Cell?

  /// The bins of the legend, from far fewer to far more.
  static let names = ["≤ −6", "−5…−3", "−2, −1", "0", "+1, +2", "+3…+5", "≥ +6"]

  /// Takes two matrices of ten rows and ten columns.
  init(_ first: [[Int]], _ second: [[Int]]) {
    differences = zip(first, second).map { one, other in zip(one, other).map { $0 - $1 } }
  }

  /// The place on the diverging ramp: 3 is no difference.
  static func step(_ difference: Int) -> Int {
    let size = abs(difference)
    let bin = size == 0 ? 0 : size < 3 ? 1 : size < 6 ? 2 : 3
    return 3 + (difference < 0 ? -bin : bin)
  }

  /// The cell at a place of `rect`, in which the chart is drawn.
  func cell(at place: Point, in rect: Rect) -> ConfusionChart.Cell? {
    let layout = ConfusionLayout(in: rect, classes: differences.count)
    let (x, y) = ((place.x - layout.matrix.x) / layout.pitch, (place.y - layout.matrix.y) / layout.pitch)
    let cell = ConfusionChart.Cell(row: Int(y.rounded(.down)), column: Int(x.rounded(.down)))
    return differences.indices.contains(cell.row) && differences.indices.contains(cell.column) ? cell : nil
  }

  func drawing(in rect: Rect, theme: Theme) -> Drawing {
    let layout = ConfusionLayout(in: rect, classes: differences.count)
    var drawing = Drawing()
    for row in differences.indices {
      for column in differences[row].indices { add(row, column, to: &drawing, layout, theme) }
      addHead("\(row)", row, to: &drawing, layout, theme)
    }
    let top = Point(x: layout.matrix.midX, y: layout.matrix.y - 29)
    drawing.add(Label("Read as", font: .secondary, color: theme.muted, at: top, anchor: .middle))
    let side = Point(x: rect.x + 12, y: layout.matrix.midY)
    drawing.add(Label(upwards: "Written", font: .secondary, color: theme.muted, at: side))
    addLegend(to: &drawing, layout, rect, theme)
    addOutline(of: hovered, width: 1, to: &drawing, layout, theme)
    addOutline(of: selected, width: 2, to: &drawing, layout, theme)
    return drawing
  }

  private func add(_ row: Int, _ column: Int, to drawing: inout Drawing, _ layout: ConfusionLayout, _ theme: Theme) {
    let cell = layout.cell(row: row, column: column)
    let value = differences[row][column]
    let color = theme.diverging.colors[DifferenceChart.step(value)]
    drawing.fill(cell, color, radius: 2)
    let text = value == 0 ? "·" : (value > 0 ? "+" : "−") + "\(abs(value))"
    guard let font = [Font.body, .secondary, .caption].first(where: { $0.width(of: text) <= cell.width - 1 }) else {
      return
    }
    let tone = value == 0 ? theme.disabled : color.legible(of: [theme.text, theme.background])
    drawing.add(Label(text, font: font, color: tone, x: cell.midX, middle: cell.midY, anchor: .middle))
  }

  private func addHead(
    _ name: String, _ index: Int, to drawing: inout Drawing, _ layout: ConfusionLayout, _ theme: Theme
  ) {
    let cell = layout.cell(row: index, column: index)
    let size: Double = layout.pitch >= 20 ? 15 : 12
    func style(_ isChosen: Bool) -> (Font, Color) {
      isChosen ? (Font(size: size, weight: .bold), theme.text) : (Font(size: size), theme.muted)
    }
    let (above, beside) = (style(index == selected?.column), style(index == selected?.row))
    drawing.add(
      Label(
        name, font: above.0, color: above.1, at: Point(x: cell.midX, y: layout.matrix.y - 9), anchor: .middle))
    drawing.add(
      Label(name, font: beside.0, color: beside.1, x: layout.matrix.x - 18, middle: cell.midY, anchor: .middle))
  }

  private func addLegend(to drawing: inout Drawing, _ layout: ConfusionLayout, _ rect: Rect, _ theme: Theme) {
    let swatch = 16.0
    let widths = DifferenceChart.names.map { Font.caption.width(of: $0) }
    let total = widths.reduce(0, +) + Double(widths.count) * (swatch + 6)
    let gap = min(20, (rect.maxX - layout.matrix.x - total) / Double(widths.count - 1))
    guard gap >= 4, layout.matrix.maxY + 28 <= rect.maxY else { return }
    var x = layout.matrix.x
    for (name, color) in zip(DifferenceChart.names, theme.diverging.colors) {
      let box = Rect(x: x, y: layout.matrix.maxY + 12, width: swatch, height: swatch)
      drawing.fill(box, color, radius: 2)
      drawing.add(.stroked(Path(box.inset(by: 0.5), radius: 2), Stroke(theme.edge)))
      let label = Label(name, font: .caption, color: theme.muted, x: box.maxX + 6, middle: box.midY)
      drawing.add(label)
      x = label.frame.maxX + gap
    }
  }

  private func addOutline(
    of cell: ConfusionChart.Cell?, width: Double, to drawing: inout Drawing, _ layout: ConfusionLayout, _ theme: Theme
  ) {
    guard let cell else { return }
    let frame = layout.cell(row: cell.row, column: cell.column)
    drawing.add(.stroked(Path(frame.inset(by: -width), radius: 4), Stroke(theme.text, width: width)))
  }
}

extension Color {
  /// The one of `colors` that is told from this best.
  fileprivate func legible(of colors: [Color]) -> Color {
    colors.max { contrast(with: $0) < contrast(with: $1) } ?? self
  }
}
