/// A drawing on its way to the picture that the network sees, step by step, for people to look at.
public struct Framing: Equatable, Sendable {
  /// Pixels of one side of the picture that the network sees.
  public static let side = 28
  /// Pixels of that picture.
  public static let pixelCount = side * side
  /// Pixels of the longer side of the digit in it.
  public static let digitSide = 20

  /// The box around the ink, in the drawing's unit.
  public var box: InkBounds
  /// Pixels for each of the drawing's units.
  public var scale: Double
  /// The digit in its box before it is moved.
  public var boxed: GrayImage
  /// Column and row of the ink's centre of mass before it is moved, counted from 0 in the middle of the first pixel.
  public var centerOfMass: SIMD2<Float>
  /// Whole pixels by which the digit is moved to the right and down.
  public var shift: SIMD2<Int>
  /// What the network sees.
  public var image: GrayImage
}
