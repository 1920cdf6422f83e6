/// A picture that lies under the ink.
public struct PlacedImage: Equatable, Sendable {
  /// Where a picture lies, in the unit of the strokes.
  public struct Box: Equatable, Sendable {
    /// The left edge.
    public var x: Double
    /// The upper edge.
    public var y: Double
    /// Above 0.
    public var width: Double
    /// Above 0.
    public var height: Double

    /// The box whose upper left corner is (`x`, `y`).
    public init(x: Double, y: Double, width: Double, height: Double) {
      self.x = x
      self.y = y
      self.width = width
      self.height = height
    }
  }

  /// The bytes of a PNG file; nothing here looks into them.
  public var png: [UInt8]
  /// What the picture is scaled into.
  public var box: Box
  /// What else the line said about the picture; it is written again as it was.
  public internal(set) var otherMembers: [DrawingMember] = []

  /// The picture `png`, scaled into `box`.
  public init(png: [UInt8], box: Box) {
    self.png = png
    self.box = box
  }
}
