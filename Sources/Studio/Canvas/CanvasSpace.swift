public import Graphics

/// The square that drawings of the window live in; it is shown at any size.
public enum CanvasSpace {
  /// How many units wide and high the canvas is.
  public static let side = 1000.0

  /// All of the canvas.
  public static let bounds = Rect(x: 0, y: 0, width: side, height: side)

  /// The square of whole pixels that the canvas covers in `frame`, so that ink lies pixel on pixel.
  public static func paper(in frame: Rect, scale: Double) -> Rect {
    func snapped(_ value: Double) -> Double { (value * scale).rounded() / scale }
    let side = snapped(min(frame.width, frame.height))
    return Rect(x: snapped(frame.x), y: snapped(frame.y), width: side, height: side)
  }

  /// The place on the canvas of a place in the window when the canvas covers `frame`.
  public static func onCanvas(_ point: Point, shownIn frame: Rect) -> Point {
    let units = side / max(frame.width, .leastNormalMagnitude)
    return Point(x: (point.x - frame.x) * units, y: (point.y - frame.y) * units)
  }

  /// The place in the window of a part of the canvas, which covers `frame`.
  public static func inWindow(_ rect: Rect, shownIn frame: Rect) -> Rect {
    let size = frame.width / side
    return Rect(
      x: frame.x + rect.x * size, y: frame.y + rect.y * size, width: rect.width * size, height: rect.height * size)
  }
}
