public import Graphics

/// A small drawing of lines on a grid of 24 × 24.
public struct Icon: Equatable, Sendable {
  /// Its name, for dumps.
  public let name: String
  /// The lines; ends and corners are round, nothing is filled.
  package let path: Path

  /// Draws the icon around `center`, `size` units high, its lines 1.75 units thick, 1.5 where it is large.
  public func draw(on context: Context, at center: Point, size: Double, color: Color, scale: Double) {
    let corner = Point(
      x: ((center.x - size / 2) * scale).rounded() / scale, y: ((center.y - size / 2) * scale).rounded() / scale)
    let unit = size / 24
    context.saving {
      context.translate(x: corner.x, y: corner.y)
      context.scale(by: unit)
      context.stroke(path, with: Graphics.Stroke(color, width: (size < 32 ? 1.75 : 1.5) / unit, isRound: true))
    }
  }

  /// Two icons of the same name are the same.
  public static func == (one: Icon, other: Icon) -> Bool { one.name == other.name }
}
