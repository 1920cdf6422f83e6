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
    addHeads(to: &drawing, layout: layout, theme: theme)
    addMargins(to: &drawing, layout: layout, theme: theme)
    addBins(to: &drawing, layout: layout, theme: theme)
    addOutlines(to: &drawing, layout: layout, theme: theme)
    return drawing
  }

  /// The cell at a place of `rect`, in which the chart is drawn.
  public func cell(at place: Point, in rect: Rect) -> Cell? {
    let layout = ConfusionLayout(in: rect, classes: counts.count)
    let (x, y) = ((place.x - layout.matrix.x) / layout.pitch, (place.y - layout.matrix.y) / layout.pitch)
    let cell = Cell(row: Int(y.rounded(.down)), column: Int(x.rounded(.down)))
    return counts.indices.contains(cell.row) && counts.indices.contains(cell.column) ? cell : nil
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
        if let label = number(row: row, column: column, step: index, cell: cell, theme: theme) { drawing.add(label) }
      }
    }
  }

  private func number(row: Int, column: Int, step: Int, cell: Rect, theme: Theme) -> Label? {
    let count = counts[row][column]
    let text = measure == .counts ? String(count) : NumberText.fixed(percent(row, column), 1)
    let color = count == 0 ? theme.disabled : theme.ramp.steps[step].number
    let fonts = step == 6 ? [Font.secondaryBold, .captionBold, .caption] : [Font.body, .secondary, .caption]
    let shown = count == 0 ? "·" : text
    guard let font = fonts.first(where: { $0.width(of: shown) <= cell.width - 2 }) else { return nil }
    return Label(shown, font: font, color: color, x: cell.midX, middle: cell.midY, anchor: .middle)
  }

  private func addHeads(to drawing: inout Drawing, layout: ConfusionLayout, theme: Theme) {
    for (index, name) in names.enumerated() {
      let cell = layout.cell(row: index, column: index)
      let (column, row) = (headStyle(index == selected?.column, layout), headStyle(index == selected?.row, layout))
      drawing.add(
        Label(
          name, font: column.font, color: column.tone(theme), at: Point(x: cell.midX, y: layout.matrix.y - 9),
          anchor: .middle))
      drawing.add(
        Label(
          name, font: row.font, color: row.tone(theme), x: layout.matrix.x - 18, middle: cell.midY, anchor: .middle))
    }
    let top = Point(x: layout.matrix.midX, y: layout.matrix.y - 29)
    drawing.add(Label("Read as", font: .secondary, color: theme.muted, at: top, anchor: .middle))
    let side = Point(x: layout.rect.x + 12, y: layout.matrix.midY)
    drawing.add(Label(upwards: "Written", font: .secondary, color: theme.muted, at: side))
  }

  private func headStyle(_ isChosen: Bool, _ layout: ConfusionLayout) -> (font: Font, tone: (Theme) -> Color) {
    isChosen ? (Font(size: layout.headFont.size, weight: .bold), \.text) : (layout.headFont, \.muted)
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
    let head = Point(x: layout.recallRight, y: layout.matrix.y - 9)
    drawing.add(Label("Recall", font: .caption, color: theme.muted, at: head, anchor: .end))
    let baseline = layout.matrix.maxY + 22
    let name = Point(x: layout.rect.x, y: baseline)
    let widest = precisions.map { layout.precisionFont.width(of: text($0)) }.max() ?? 0
    let hasPrecision = widest <= layout.pitch - 3
    if hasPrecision { drawing.add(Label("Precision", font: .caption, color: theme.muted, at: name)) }
    for index in counts.indices {
      let cell = layout.cell(row: index, column: index)
      drawing.add(
        Label(
          text(recalls[index]), font: .secondary, color: theme.muted, x: layout.recallRight, middle: cell.midY,
          anchor: .end))
      guard hasPrecision else { continue }
      drawing.add(
        Label(
          text(precisions[index]), font: layout.precisionFont, color: theme.muted,
          at: Point(x: cell.midX, y: baseline), anchor: .middle))
    }
  }

  private func addBins(to drawing: inout Drawing, layout: ConfusionLayout, theme: Theme) {
    let names = measure == .counts ? ColorRamp.countNames : ColorRamp.percentNames
    let widths = names.map { Font.caption.width(of: $0) }
    let swatch = 16.0
    let total = widths.reduce(0, +) + Double(names.count) * (swatch + 8)
    let gap = min(20, (layout.matrix.width - total) / Double(names.count - 1))
    guard gap >= 4 else { return }
    var x = layout.matrix.x
    let y = layout.matrix.maxY + 40
    for (step, name) in names.enumerated() {
      let box = Rect(x: x, y: y, width: swatch, height: swatch)
      drawing.fill(box, theme.ramp.steps[step].color, radius: 2)
      // Nothing but its outline tells the lowest bins from the page.
      if step < 2 { drawing.add(.stroked(Path(box.inset(by: 0.5), radius: 2), Stroke(theme.edge))) }
      let label = Label(name, font: .caption, color: theme.muted, x: box.maxX + 8, middle: box.midY)
      drawing.add(label)
      x = label.frame.maxX + gap
    }
  }
}
