public import Graphics

/// The circle that shows what the eraser would touch, in units of the canvas.
public struct EraserPreview: Equatable, Sendable {
  public var center: Point
  public var radius: Double

  /// Takes both as they are.
  public init(center: Point, radius: Double) {
    self.center = center
    self.radius = radius
  }

  private static let lineWidth = 1.5

  /// The part of the window that it is drawn in when the canvas is shown in `frame`.
  public func damage(shownIn frame: Rect) -> Rect {
    let box = Rect(x: center.x - radius, y: center.y - radius, width: 2 * radius, height: 2 * radius)
    return CanvasSpace.inWindow(box, shownIn: frame).inset(by: -2 * EraserPreview.lineWidth)
  }

  /// Draws a line that can be seen on paper and on ink.
  func draw(on context: Context, in paper: Rect, theme: Theme) {
    let unit = paper.width / CanvasSpace.side
    let circle = Path(
      circleAt: Point(x: paper.x + center.x * unit, y: paper.y + center.y * unit), radius: radius * unit)
    let width = EraserPreview.lineWidth
    context.stroke(circle, with: Graphics.Stroke(theme.canvas, width: 2 * width))
    context.stroke(circle, with: Graphics.Stroke(theme.text, width: width))
  }
}
