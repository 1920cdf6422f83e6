import Graphics

/// Names of series beside a short piece of their line.
struct Legend: Chart {
  var styles: [(name: String, style: SeriesStyle)]

  private static let line = 26.0
  private static let gap = 24.0

  /// The width that all entries need.
  var width: Double {
    styles.reduce(0) { $0 + Legend.line + 7 + Font.secondary.width(of: $1.name) }
      + Legend.gap * Double(max(0, styles.count - 1))
  }

  /// The legend with names short enough for a width; nil where not even their beginnings have room.
  func fitted(to room: Double) -> Legend? {
    guard width > room else { return self }
    let signs = Double(styles.count) * (Legend.line + 7) + Legend.gap * Double(styles.count - 1)
    let widths = styles.map { Font.secondary.width(of: $0.name) }.sorted()
    // Short names are left whole; the others share what is left.
    var (share, left) = (0.0, room - signs)
    for (index, width) in widths.enumerated() {
      share = left / Double(widths.count - index)
      if width > share { break }
      left -= width
    }
    guard share >= Legend.leastName else { return nil }
    return Legend(styles: styles.map { (Font.secondary.fitted($0.name, width: share, keepsEnd: true), $0.style) })
  }

  private static let leastName = 24.0

  /// The entries from left to right on one line of 20.
  func drawing(in rect: Rect, theme: Theme) -> Drawing {
    var drawing = Drawing()
    var x = rect.x
    for (name, style) in styles {
      let ends = [Point(x: x, y: rect.y + 10), Point(x: x + Legend.line, y: rect.y + 10)]
      drawing.add(.stroked(Path(through: ends), Stroke(style.color, width: 2.25, dash: style.dash)))
      drawing.marker(style, at: Point(x: x + Legend.line / 2, y: rect.y + 10), radius: 4, on: theme.background)
      let label = Label(
        name, font: .secondary, color: theme.text, at: Point(x: x + Legend.line + 7, y: rect.y + 14.5))
      drawing.add(label)
      x = label.frame.maxX + Legend.gap
    }
    return drawing
  }
}
