public import Graphics

/// One line of text.
public struct LabelLook: Look, Sendable {
  /// Where the text stands in its frame.
  public enum Alignment: Equatable, Sendable {
    case leading, center, trailing
  }

  public var text: String
  public var font: Font
  public var tone: Tone
  public var alignment: Alignment

  /// Takes everything as it is.
  public init(_ text: String, _ font: Font = .body, _ tone: Tone = .text, _ alignment: Alignment = .leading) {
    self.text = text
    self.font = font
    self.tone = tone
    self.alignment = alignment
  }

  /// Draws the text in the middle of the frame's height, shortened where it does not fit.
  public func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let shown = font.fitted(text, width: frame.width)
    let rest = alignment == .leading ? 0 : frame.width - font.width(of: shown)
    let x = frame.x + (alignment == .center ? rest / 2 : rest)
    let baseline = frame.midY + font.digitHeight / 2
    context.draw(shown, at: Point(x: x, y: baseline), font: font, color: tone.color(in: state.theme))
  }
}
