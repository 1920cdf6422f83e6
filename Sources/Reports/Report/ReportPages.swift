import Charts
import Graphics

/// Pages being filled from top to bottom: what does not fit begins the next one, and rows of a table go on there.
struct ReportPages {
  /// A4 in points.
  static let paper = Size(width: 595.276, height: 841.89)
  /// Points of one unit: charts are made for screens, where letters are larger.
  static let scale = 2.0 / 3
  private static let side = 93.0
  private static let top = 100.0
  private static let bottom = 110.0

  /// The page in units, and the part of it that is filled.
  static let page = Size(width: paper.width / scale, height: paper.height / scale)
  static let body = Rect(page).inset(left: side, top: top, right: side, bottom: bottom)

  let theme = Theme.light.onPaper
  private(set) var pages: [Drawing] = []
  /// What begins where; pages count from 1.
  private(set) var contents: [(title: String, page: Int)] = []
  private var y = ReportPages.body.maxY

  /// The room that is left on the page.
  var room: Double { ReportPages.body.maxY - y }

  /// Whether nothing stands on the page yet.
  private var isFresh: Bool { y <= ReportPages.body.y }

  /// Goes on at the top of another page.
  mutating func turnPage() {
    pages.append(Drawing())
    y = ReportPages.body.y
  }

  /// Leaves room, but not at the top of a page.
  mutating func gap(_ height: Double) { if !isFresh { y += height } }

  /// A title, where it has `company` below it on the same page.
  mutating func section(_ title: String, company: Double) {
    gap(34)
    need(34 + company)
    contents.append((title, pages.count))
    add(Paragraph(title, font: ReportPages.sectionFont, lineHeight: 26), height: 26)
    rule()
    y += 12
  }

  /// A smaller title.
  mutating func subsection(_ title: String, company: Double) {
    gap(20)
    need(26 + company)
    add(Paragraph(title, font: .section, lineHeight: 22), height: 22)
    y += 4
  }

  private static let sectionFont = Font(size: 20, weight: .bold)

  private mutating func rule() {
    put { $0.rule(y: $1.y + 4, from: $1.x, to: $1.maxX, $2.edge) }
    y += 5
  }

  /// Puts a chart of a height below what is there, all of it on one page.
  mutating func add(_ chart: any Chart, height: Double) {
    need(height)
    let place = Rect(x: ReportPages.body.x, y: y, width: ReportPages.body.width, height: height)
    pages[pages.count - 1].add(chart.drawing(in: place, theme: theme))
    y += height
  }

  /// Puts text below what is there.
  mutating func add(_ text: Paragraph) {
    let lines = text.lines(width: ReportPages.body.width)
    var start = 0
    while start < lines.count {
      if room < text.lineHeight { turnPage() }
      let count = min(lines.count - start, max(1, Int(room / text.lineHeight)))
      for line in lines[start..<start + count] {
        var one = text
        one.text = line
        add(one, height: text.lineHeight)
      }
      start += count
    }
  }

  /// Puts a table below what is there; its heads stand again on each page.
  mutating func add(_ table: Table) {
    var rest = table.rows[...]
    let least = Table.headHeight + table.rowHeight * Double(min(3, rest.count))
    // Columns stand where they stand for the whole table.
    while !rest.isEmpty {
      need(least)
      let count = min(rest.count, max(1, Int((room - Table.headHeight) / table.rowHeight)))
      var part = table
      part.rows = Array(rest.prefix(count))
      add(part, height: Table.headHeight + table.rowHeight * Double(count))
      rest = rest.dropFirst(count)
    }
  }

  /// Puts rows of pictures below what is there.
  mutating func add(_ grid: ImageGrid) {
    let row = grid.side + grid.captionHeight + grid.rowGap
    var rest = grid.items[...]
    while !rest.isEmpty {
      need(row)
      let rows = max(1, Int((room + grid.rowGap) / row))
      var part = grid
      part.items = Array(rest.prefix(rows * grid.columns))
      let used = Double((part.items.count + grid.columns - 1) / grid.columns)
      add(part, height: min(room, used * row - grid.rowGap + 0.5))
      rest = rest.dropFirst(part.items.count)
    }
  }

  /// Begins another page where less than `height` is left, unless this one is fresh.
  private mutating func need(_ height: Double) { if pages.isEmpty || (room < height && !isFresh) { turnPage() } }

  private mutating func put(_ draw: (inout Drawing, Rect, Theme) -> Void) {
    let place = Rect(x: ReportPages.body.x, y: y, width: ReportPages.body.width, height: 0)
    draw(&pages[pages.count - 1], place, theme)
  }
}
