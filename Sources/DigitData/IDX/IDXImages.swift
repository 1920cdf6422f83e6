/// Grey pictures of one size, as an IDX file holds them.
public struct IDXImages: Equatable, Sendable {
  /// Pixels from top to bottom.
  public let rows: Int
  /// Pixels from left to right.
  public let columns: Int
  /// All pictures, one after the other, row by row.
  public let pixels: [UInt8]

  /// The number of pictures.
  public var count: Int { pixels.count / (rows * columns) }

  /// `pixels` must be whole pictures of `rows` × `columns`, both more than 0.
  public init(rows: Int, columns: Int, pixels: [UInt8]) {
    precondition(rows > 0 && columns > 0, "\(rows)×\(columns) pixels")
    precondition(pixels.count % (rows * columns) == 0, "\(pixels.count) bytes are not whole pictures")
    self.rows = rows
    self.columns = columns
    self.pixels = pixels
  }
}
