/// One row of digits without its pixels.
public struct DigitRow: Equatable, Sendable {
  /// The digit that the source says it is; nil when it does not say or the row cannot be read.
  public var label: Int?
  /// Where the row can be found again: bytes from the start of an unpacked file, or its place in a list.
  public var place: Int
  /// What is wrong with the row; nil where it can be read.
  public var error: RowError?

  /// Takes everything as it is.
  public init(label: Int? = nil, place: Int, error: RowError? = nil) {
    (self.label, self.place, self.error) = (label, place, error)
  }
}
