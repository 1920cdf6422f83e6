import Graphics

/// The sentences of a lesson in lines, and how high the bar is that has room for the longest: it never jumps.
struct LessonLines: Equatable {
  let steps: [[String]]
  let font: Font
  let lineHeight: Double
  /// The window's size that they are for, in units.
  let size: Size
  /// The height of the bar.
  let height: Double

  /// No sentence takes more lines.
  private static let most = 4

  /// Breaks the sentences for a window of `size`.
  init(_ steps: [LessonStep], size: Size) {
    self.size = size
    let room = WindowLayout(size).room
    let font = Font(size: room == .compact ? 15 : room == .wide ? 20 : 17)
    lineHeight = room == .compact ? 20 : room == .wide ? 28 : 24
    self.font = font
    let width = LessonBarLayout(Rect(size), isCompact: room == .compact).text.width
    var wrap = TextWrap()
    let lines = steps.map { LessonLines.cut(wrap.lines(of: $0.text, font, room: width)) }
    let count = lines.map(\.count).max() ?? 1
    self.steps = lines
    height = max(60, Double(count) * lineHeight + 20)
  }

  private static func cut(_ lines: [String]) -> [String] {
    lines.count <= most ? lines : Array(lines.prefix(most - 1)) + [lines[most - 1] + " …"]
  }
}
