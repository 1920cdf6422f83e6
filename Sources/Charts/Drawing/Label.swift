public import Graphics

/// A piece of text with its place: what is measured is what is drawn.
public struct Label: Equatable, Sendable {
  /// Which part of a text stands at its origin.
  public enum Anchor: Sendable {
    case start, middle, end
  }

  public let text: String
  public let font: Font
  public let color: Color
  /// Where the baseline begins.
  public let origin: Point
  /// Whether the text reads upwards.
  public let isVertical: Bool
  /// Whether only the outlines of the letters are drawn.
  public var isOutlined = false
  /// The room that the text takes, from ascent to descent.
  public let frame: Rect

  /// Text on the baseline `baseline.y`, beside or around `baseline.x`.
  public init(_ text: String, font: Font, color: Color, at baseline: Point, anchor: Anchor = .start) {
    let width = font.width(of: text)
    let left = baseline.x - width * anchor.share
    self.text = text
    self.font = font
    self.color = color
    origin = Point(x: left, y: baseline.y)
    isVertical = false
    frame = Rect(x: left, y: baseline.y - font.ascent, width: width, height: font.ascent + font.descent)
  }

  /// Text that reads upwards along the vertical line `baseline.x`, centred on `baseline.y`.
  public init(upwards text: String, font: Font, color: Color, at baseline: Point) {
    let width = font.width(of: text)
    self.text = text
    self.font = font
    self.color = color
    origin = Point(x: baseline.x, y: baseline.y + width / 2)
    isVertical = true
    frame = Rect(
      x: baseline.x - font.ascent, y: baseline.y - width / 2, width: font.ascent + font.descent, height: width)
  }

  /// Text whose digits are centred on the height `middle`.
  public init(_ text: String, font: Font, color: Color, x: Double, middle: Double, anchor: Anchor = .start) {
    self.init(text, font: font, color: color, at: Point(x: x, y: middle + font.digitHeight / 2), anchor: anchor)
  }

  func draw(on context: Context) {
    guard !isOutlined else {
      return context.outline(text, at: origin, font: font, with: Stroke(color, width: 2.5, isRound: true))
    }
    guard isVertical else { return context.draw(text, at: origin, font: font, color: color) }
    context.saving {
      context.translate(x: origin.x, y: origin.y)
      context.rotate(by: -Double.pi / 2)
      context.draw(text, at: .zero, font: font, color: color)
    }
  }
}

extension Label.Anchor {
  /// The share of the width that lies left of the origin.
  var share: Double {
    switch self {
    case .start: 0
    case .middle: 0.5
    case .end: 1
    }
  }
}
