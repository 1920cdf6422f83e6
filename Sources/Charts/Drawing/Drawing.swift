public import Graphics

/// A finished layout: everything that will be seen, in order, as plain values.
public struct Drawing: Equatable, Sendable {
  /// From back to front.
  public private(set) var marks: [Mark] = []

  /// Nothing yet.
  public init() {}

  /// All texts, for tests and for readers of the screen.
  public var labels: [Label] {
    marks.compactMap { if case .label(let label) = $0 { label } else { nil } }
  }

  /// Shows everything.
  public func draw(on context: Context) { for mark in marks { mark.draw(on: context) } }

  /// Puts another drawing in front.
  public mutating func add(_ other: Drawing) { marks += other.marks }

  /// Puts a mark in front.
  public mutating func add(_ mark: Mark) { marks.append(mark) }

  /// Puts a text in front.
  public mutating func add(_ label: Label) { marks.append(.label(label)) }

  /// Fills a rectangle, with round corners where `radius` is above 0.
  public mutating func fill(_ rect: Rect, _ color: Color, radius: Double = 0) {
    marks.append(.filled(Path(rect, radius: radius), color))
  }

  /// A level line one unit thick that fills whole pixels at whole scales.
  public mutating func rule(y: Double, from left: Double, to right: Double, _ color: Color) {
    fill(Rect(x: left, y: y.rounded(), width: right - left, height: 1), color)
  }

  /// A marker of a series, set off from what lies behind it.
  public mutating func marker(_ style: SeriesStyle, at center: Point, radius: Double, on background: Color) {
    let path = style.marker.path(at: center, radius: radius)
    marks.append(.stroked(path, Stroke(background, width: 3, isRound: true)))
    marks.append(.filled(path, style.marker.isOpen ? background : style.color))
    if style.marker.isOpen { marks.append(.stroked(path, Stroke(style.color, width: 1.75))) }
  }
}
