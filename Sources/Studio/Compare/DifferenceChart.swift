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
    layout(in: rect).cell(at: place, classes: differences.count)
  }

  func drawing(in rect: Rect, theme: Theme) -> Drawing {
    let layout = layout(in: rect)
    var drawing = Drawing()
    for row in differences.indices {
      for column in differences[row].indices { add(row, column, to: &drawing, layout, theme) }
    }
    drawing.add(layout.heads(differences.indices.map(String.init), chosen: selected, theme: theme))
    let (names, colors) = (DifferenceChart.names, theme.diverging.colors)
    drawing.add(layout.bins(names, colors, outlined: names.count, theme: theme))
    addOutline(of: hovered, width: 1, to: &drawing, layout, theme)
    addOutline(of: selected, width: 2, to: &drawing, layout, theme)
    return drawing
  }

  private func layout(in rect: Rect) -> ConfusionLayout {
    ConfusionLayout(in: rect, classes: differences.count, hasShares: false)
  }

  private func add(_ row: Int, _ column: Int, to drawing: inout Drawing, _ layout: ConfusionLayout, _ theme: Theme) {
    let cell = layout.cell(row: row, column: column)
    let value = differences[row][column]
    let color = theme.diverging.colors[DifferenceChart.step(value)]
    drawing.fill(cell, color, radius: 2)
    let (sign, size) = (value > 0 ? "+" : "−", Int(clamping: value.magnitude))
    let texts =
      value == 0
      ? ["·"] : [String(size), NumberText.short(size), NumberText.short(size, decimals: 0)].map { sign + $0 }
    guard let (text, font) = layout.writing(of: texts) else { return }
    let tone = value == 0 ? theme.disabled : color.legible(of: [theme.text, theme.background])
    drawing.add(Label(text, font: font, color: tone, x: cell.midX, middle: cell.midY, anchor: .middle))
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
