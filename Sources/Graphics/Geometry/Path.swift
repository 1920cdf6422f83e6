/// A drawn line: points, straight and curved pieces, closed or open.
public struct Path: Equatable, Sendable {
  /// One piece of a path.
  public enum Element: Equatable, Sendable {
    case move(Point)
    case line(Point)
    case curve(Point, Point, Point)
    case close
  }

  /// The pieces in drawing order.
  public private(set) var elements: [Element] = []

  /// An empty path.
  public init() {}

  /// An open line through the points.
  public init(through points: [Point]) {
    for point in points { elements.isEmpty ? move(to: point) : line(to: point) }
  }

  /// A rectangle, with round corners where `radius` is above 0.
  public init(_ rect: Rect, radius: Double = 0) {
    let radius = min(radius, rect.width / 2, rect.height / 2)
    self.init()
    if radius > 0 {
      addRounded(rect, radius: radius)
    } else {
      self = Path(polygon: Path.corners(of: rect))
    }
  }

  /// A circle.
  public init(circleAt center: Point, radius: Double) {
    addRounded(
      Rect(x: center.x - radius, y: center.y - radius, width: 2 * radius, height: 2 * radius), radius: radius)
  }

  /// A closed figure with straight sides.
  public init(polygon points: [Point]) {
    self.init(through: points)
    close()
  }

  /// Begins a new piece of line.
  public mutating func move(to point: Point) { elements.append(.move(point)) }

  /// Continues straight.
  public mutating func line(to point: Point) { elements.append(.line(point)) }

  /// Continues along a cubic Bézier curve.
  public mutating func curve(to end: Point, control first: Point, _ second: Point) {
    elements.append(.curve(first, second, end))
  }

  /// Goes back to where the piece began.
  public mutating func close() { elements.append(.close) }

  private static func corners(of rect: Rect) -> [Point] {
    [
      Point(x: rect.x, y: rect.y), Point(x: rect.maxX, y: rect.y), Point(x: rect.maxX, y: rect.maxY),
      Point(x: rect.x, y: rect.maxY),
    ]
  }

  private mutating func addRounded(_ rect: Rect, radius: Double) {
    // A quarter circle as one Bézier curve: the control points lie at this share of the radius.
    let near = radius * (1 - 0.552_284_75)
    let (left, top, right, bottom) = (rect.x, rect.y, rect.maxX, rect.maxY)
    func point(_ x: Double, _ y: Double) -> Point { Point(x: x, y: y) }
    move(to: point(left + radius, top))
    line(to: point(right - radius, top))
    curve(to: point(right, top + radius), control: point(right - near, top), point(right, top + near))
    line(to: point(right, bottom - radius))
    curve(to: point(right - radius, bottom), control: point(right, bottom - near), point(right - near, bottom))
    line(to: point(left + radius, bottom))
    curve(to: point(left, bottom - radius), control: point(left + near, bottom), point(left, bottom - near))
    line(to: point(left, top + radius))
    curve(to: point(left + radius, top), control: point(left, top + near), point(left + near, top))
    close()
  }
}
