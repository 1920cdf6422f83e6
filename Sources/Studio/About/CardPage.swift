import Graphics

/// A text laid out for a width: every line and where it stands.
package struct CardPage: Equatable, Sendable {
  /// What colour a line has.
  enum Ink: Equatable, Sendable {
    case text, muted
  }

  /// A line of text, its baseline counted from the beginning.
  struct Line: Equatable, Sendable {
    var text: String
    var font: Font
    var ink: Ink
    var x: Double
    var baseline: Double
  }

  /// A rule across a table, or the ground of code.
  struct Band: Equatable, Sendable {
    var y: Double
    var height: Double
    var isGround: Bool
  }

  package let width: Double
  package private(set) var height = 0.0
  private(set) var lines: [Line] = []
  private(set) var bands: [Band] = []

  /// More lines than this are left out.
  private static let mostLines = 4_000
  private static let code = Font(size: 13, family: "DejaVu Sans Mono")

  /// All texts from above to below, for tests.
  package var texts: [String] { lines.map(\.text) }

  /// Lays out `blocks`, `width` units wide.
  package init(_ blocks: [CardBlock], width: Double) {
    self.width = max(80, width)
    var wrap = TextWrap()
    for block in blocks where lines.count < CardPage.mostLines { add(block, &wrap) }
    if lines.count >= CardPage.mostLines { add(.paragraph("The text goes on; this is its beginning."), &wrap) }
    height += 16
  }

  private mutating func add(_ block: CardBlock, _ wrap: inout TextWrap) {
    switch block {
    case .heading(let level, let text):
      height += lines.isEmpty ? 0 : level < 2 ? 24 : 20
      let font: Font = level < 2 ? Font(size: 20, weight: .bold) : level == 2 ? .title : .section
      add(wrap.lines(of: text, font, room: width), font, .text, x: 0, row: 28)
      height += 4
    case .paragraph(let text):
      add(wrap.lines(of: text, .body, room: width), .body, .text, x: 0, row: 21)
      height += 10
    case .item(let text):
      let lines = wrap.lines(of: text, .body, room: width - 20)
      if !lines.isEmpty { put("•", .body, .muted, x: 4, baseline: height + 15) }
      add(lines, .body, .text, x: 20, row: 21)
      height += 4
    case .code(let code): add(code: code, &wrap)
    case .table(let rows): add(table: rows, &wrap)
    }
  }

  private mutating func put(_ text: String, _ font: Font, _ ink: Ink, x: Double, baseline: Double) {
    guard lines.count < CardPage.mostLines else { return }
    lines.append(Line(text: text, font: font, ink: ink, x: x, baseline: baseline))
  }

  private mutating func add(_ texts: [String], _ font: Font, _ ink: Ink, x: Double, row: Double) {
    for text in texts.prefix(CardPage.mostLines - min(lines.count, CardPage.mostLines)) {
      put(text, font, ink, x: x, baseline: height + row * 0.72)
      height += row
    }
  }

  private mutating func add(code: [String], _ wrap: inout TextWrap) {
    let top = height
    height += 8
    for line in code.prefix(CardPage.mostLines) {
      add(wrap.lines(of: line, CardPage.code, room: width - 24), CardPage.code, .text, x: 12, row: 20)
    }
    height += 8
    bands.append(Band(y: top, height: height - top, isGround: true))
    height += 12
  }

  private mutating func add(table rows: [[String]], _ wrap: inout TextWrap) {
    let columns = CardPage.columns(of: rows, width: width, &wrap)
    for (index, row) in rows.enumerated() where lines.count < CardPage.mostLines {
      let font: Font = index == 0 ? .secondaryBold : .body
      let cells = zip(row, columns).map { wrap.lines(of: $0, font, room: $1.width) }
      let top = height
      for (cell, column) in zip(cells, columns) {
        height = top + 4
        add(cell, font, index == 0 ? .muted : .text, x: column.x, row: 21)
      }
      height = top + 8 + 21 * Double(cells.map(\.count).max() ?? 0)
      bands.append(Band(y: height, height: 1, isGround: false))
    }
    height += 14
  }

  /// As wide as the longest cells, made narrower together where that is too much.
  private static func columns(
    of rows: [[String]], width: Double, _ wrap: inout TextWrap
  ) -> [(x: Double, width: Double)] {
    let count = rows.first?.count ?? 0
    let gap = 24.0
    var widths = [Double](repeating: 24, count: count)
    for row in rows {
      for (index, cell) in row.enumerated() where index < count {
        widths[index] = max(widths[index], min(width, wrap.width(of: cell, .bodyBold)))
      }
    }
    let room = width - gap * Double(max(0, count - 1))
    let total = widths.reduce(0, +)
    if total > room { widths = widths.map { max(16, $0 * room / total) } }
    var x = 0.0
    return widths.map { width in
      defer { x += width + gap }
      return (x, width)
    }
  }
}
