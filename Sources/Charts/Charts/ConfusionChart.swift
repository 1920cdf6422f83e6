public import Graphics

/// What was written against what was read, in fixed bins, with recall at the right and precision below.
public struct ConfusionChart: Chart, Equatable {
  /// What the cells show.
  public enum Measure: Sendable {
    case counts, percentOfRow
  }

  /// One cell: the digit written and the digit it was read as.
  public struct Cell: Equatable, Sendable {
    public var row: Int
    public var column: Int

    /// Takes both as they are.
    public init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  /// Rows are the written digits, columns the digits read; square.
  public var counts: [[Int]]
  /// One per class.
  public var names: [String]
  public var measure: Measure
  /// The cell whose pictures are shown, and the one under the pointer.
  public var selected: Cell?
  public var hovered: Cell?

  /// Takes all three as they are; digits 0–9 unless named otherwise.
  public init(counts: [[Int]], names: [String]? = nil, measure: Measure = .counts) {
    self.counts = counts
    self.names = names ?? counts.indices.map(String.init)
    self.measure = measure
    precondition(counts.allSatisfy { $0.count == counts.count }, "a confusion matrix is square")
    precondition(self.names.count == counts.count, "\(self.names.count) names for \(counts.count) classes")
  }

  /// Share of each row that was read right; nil where nothing was written.
  public var recalls: [Double?] { counts.indices.map { share(counts[$0][$0], of: counts[$0].reduce(0, +)) } }

  /// Share of each column that was right; nil where nothing was read so.
  public var precisions: [Double?] {
    counts.indices.map { column in share(counts[column][column], of: counts.reduce(0) { $0 + $1[column] }) }
  }

  /// Cells, then heads, then the margins with recall and precision, then the bins.
  public func drawing(in rect: Rect, theme: Theme) -> Drawing {
    let layout = ConfusionLayout(in: rect, classes: counts.count)
    var drawing = Drawing()
    addCells(to: &drawing, layout: layout, theme: theme)
    drawing.add(layout.heads(names, chosen: selected, theme: theme))
    addMargins(to: &drawing, layout: layout, theme: theme)
    let names = measure == .counts ? ColorRamp.countNames : ColorRamp.percentNames
    drawing.add(layout.bins(names, theme.ramp.steps.map(\.color), outlined: 2, theme: theme))
    addOutlines(to: &drawing, layout: layout, theme: theme)
    return drawing
  }

  /// The cell at a place of `rect`, in which the chart is drawn.
  public func cell(at place: Point, in rect: Rect) -> Cell? {
    ConfusionLayout(in: rect, classes: counts.count).cell(at: place, classes: counts.count)
  }

  /// The step of a cell on the ramp.
  package func step(row: Int, column: Int, ramp: ColorRamp) -> Int {
    measure == .counts ? ramp.step(forCount: counts[row][column]) : ramp.step(forPercent: percent(row, column))
  }

  private func percent(_ row: Int, _ column: Int) -> Double {
    100 * (share(counts[row][column], of: counts[row].reduce(0, +)) ?? 0)
  }

  private func share(_ part: Int, of whole: Int) -> Double? { whole == 0 ? nil : Double(part) / Double(whole) }

  private func addCells(to drawing: inout Drawing, layout: ConfusionLayout, theme: Theme) {
    for row in counts.indices {
      for column in counts.indices {
        let cell = layout.cell(row: row, column: column)
        let index = step(row: row, column: column, ramp: theme.ramp)
        drawing.fill(cell, theme.ramp.steps[index].color, radius: 2)
        let color = counts[row][column] == 0 ? theme.disabled : theme.ramp.steps[index].number
        let texts = texts(row: row, column: column, pitch: layout.pitch)
        guard let (text, font) = layout.writing(of: texts, isBold: index == 6) else { continue }
        drawing.add(Label(text, font: font, color: color, x: cell.midX, middle: cell.midY, anchor: .middle))
      }
    }
  }

  /// Cells that are smaller leave numbers below 1 to the colour, and to who points at them.
  private static let leastPitchOfFractions = 32.0
  /// In cells that are smaller than this some large numbers would fit and others not.
  private static let leastPitchOfHundreds = 28.0

  /// What may stand in a cell, the exact number first.
  private func texts(row: Int, column: Int, pitch: Double) -> [String] {
    let count = counts[row][column]
    guard count > 0 else { return ["·"] }
    guard measure == .percentOfRow else {
      if count >= 100, pitch < ConfusionChart.leastPitchOfHundreds { return [] }
      return [String(count), NumberText.short(count), NumberText.short(count, decimals: 0)]
    }
    let share = percent(row, column)
    return pitch < ConfusionChart.leastPitchOfFractions && share < 1
      ? [] : [NumberText.fixed(share, 1), NumberText.fixed(share, 0)]
  }

  /// The open cell has its outline outside, so that its number keeps its room.
  private func addOutlines(to drawing: inout Drawing, layout: ConfusionLayout, theme: Theme) {
    if let hovered, hovered != selected {
      let frame = layout.cell(row: hovered.row, column: hovered.column)
      drawing.add(.stroked(Path(frame.inset(by: 0.5), radius: 2), Stroke(theme.text)))
    }
    guard let selected else { return }
    let frame = layout.cell(row: selected.row, column: selected.column)
    drawing.add(.stroked(Path(frame.inset(by: -2), radius: 4), Stroke(theme.text, width: 2)))
  }

  private func addMargins(to drawing: inout Drawing, layout: ConfusionLayout, theme: Theme) {
    func text(_ share: Double?) -> String { share.map { NumberText.percent($0) } ?? NumberText.none }
    let (caption, growth) = (layout.font(.caption), layout.growth)
    let head = Point(x: layout.recallRight, y: layout.matrix.y - (9 * growth).rounded())
    drawing.add(Label("Recall", font: caption, color: theme.muted, at: head, anchor: .end))
    let baseline = layout.matrix.maxY + (22 * growth).rounded()
    let name = Point(x: layout.rect.x, y: baseline)
    let widest = precisions.map { layout.precisionFont.width(of: text($0)) }.max() ?? 0
    let hasPrecision = widest <= layout.pitch - 3
    if hasPrecision { drawing.add(Label("Precision", font: caption, color: theme.muted, at: name)) }
    for index in counts.indices {
      let cell = layout.cell(row: index, column: index)
      drawing.add(
        Label(
          text(recalls[index]), font: layout.marginFont, color: theme.muted, x: layout.recallRight, middle: cell.midY,
          anchor: .end))
      guard hasPrecision else { continue }
      drawing.add(
        Label(
          text(precisions[index]), font: layout.precisionFont, color: theme.muted,
          at: Point(x: cell.midX, y: baseline), anchor: .middle))
    }
  }
}
