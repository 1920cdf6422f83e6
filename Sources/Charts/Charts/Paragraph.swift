public import Graphics

/// Running text, broken into lines where it has to be.
public struct Paragraph: Chart, Equatable {
  public var text: String
  public var font: Font
  /// From one baseline to the next.
  public var lineHeight: Double
  public var isMuted: Bool

  /// Running text in the size of tables unless said otherwise.
  public init(_ text: String, font: Font = .secondary, lineHeight: Double = 19, isMuted: Bool = false) {
    self.text = text
    self.font = font
    self.lineHeight = lineHeight
    self.isMuted = isMuted
  }

  /// The lines in a width; a word that is longer than a line is cut where the line ends.
  public func lines(width: Double) -> [String] { font.lines(of: text, width: width) }

  /// The height of all lines in a width.
  public func height(width: Double) -> Double { Double(lines(width: width).count) * lineHeight }

  /// All lines, flush left.
  public func drawing(in rect: Rect, theme: Theme) -> Drawing {
    var drawing = Drawing()
    let color = isMuted ? theme.muted : theme.text
    for (index, line) in lines(width: rect.width).enumerated() {
      let middle = rect.y + (Double(index) + 0.5) * lineHeight
      drawing.add(Label(line, font: font, color: color, x: rect.x, middle: middle))
    }
    return drawing
  }
}
