public import Recognition

/// One digit of a CSV file.
public struct CSVDigit: Equatable, Sendable {
  /// The number of the row among the rows of data, good or bad, from 0.
  public let index: Int
  /// The line of the file, from 1.
  public let line: Int
  /// The digit, 0…9; nothing when the file does not say.
  public let label: Int?
  /// 784 pixels, row by row; 0 is paper, 255 is ink.
  public let pixels: [UInt8]

  /// The pixels as a picture.
  public var image: GrayImage { GrayImage(width: DigitSet.side, height: DigitSet.side, pixels: pixels) }
}
