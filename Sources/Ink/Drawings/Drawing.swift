/// Ink on a page, and at most one picture beneath it: what one line of a drawing file holds.
public struct Drawing: Equatable, Sendable {
  /// In the order of drawing.
  public var strokes: [Stroke]
  /// What the drawing shows, such as `7`, where somebody said so.
  public var label: String?
  /// Who drew it, such as `ibm/r00-07`; drawings of one writer have the same text.
  public var writer: String?
  /// The width of the pen in the unit of the strokes, above 0.
  public var width: Double?
  /// The picture beneath the ink.
  public var image: PlacedImage?
  /// What else the line said; it is written again as it was.
  public internal(set) var otherMembers: [DrawingMember] = []

  /// A drawing of `strokes`.
  public init(
    strokes: [Stroke] = [], label: String? = nil, writer: String? = nil, width: Double? = nil,
    image: PlacedImage? = nil
  ) {
    self.strokes = strokes
    self.label = label
    self.writer = writer
    self.width = width
    self.image = image
  }

  /// How many points all strokes have together.
  public var pointCount: Int { strokes.reduce(0) { $0 + $1.points.count } }
}
