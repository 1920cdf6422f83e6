/// A picture that lies under the ink.
public struct PlacedImage: Equatable, Sendable {
  /// The bytes of a PNG file; nothing here looks into them.
  public var png: [UInt8]
  /// The left edge in the unit of the strokes.
  public var x: Double
  /// The upper edge.
  public var y: Double
  /// Above 0.
  public var width: Double
  /// Above 0.
  public var height: Double
  /// What else the line said about the picture; it is written again as it was.
  public internal(set) var otherMembers: [DrawingMember] = []

  /// The picture `png`, scaled into the box whose upper left corner is (`x`, `y`).
  public init(png: [UInt8], x: Double, y: Double, width: Double, height: Double) {
    self.png = png
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }
}
