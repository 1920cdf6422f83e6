public import Graphics

/// An icon in the middle of its frame.
public struct IconLook: Look, Sendable {
  public var icon: Icon
  public var size: Double
  public var tone: Tone

  /// Takes everything as it is.
  public init(_ icon: Icon, size: Double = 20, _ tone: Tone = .text) {
    self.icon = icon
    self.size = size
    self.tone = tone
  }

  public func draw(on context: Context, in frame: Rect, as state: ElementState) {
    icon.draw(
      on: context, at: Point(x: frame.midX, y: frame.midY), size: size, color: tone.color(in: state.theme),
      scale: state.scale)
  }
}
