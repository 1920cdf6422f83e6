/// Why a line is not a drawing. Whoever reads files adds which file and line it was.
public struct DrawingLineError: Error, Equatable, CustomStringConvertible {
  /// The part of the drawing that was being read, such as `strokes[2][17]`; empty when it is the whole line.
  public let field: String
  /// Bytes of the line before the place.
  public let offset: Int
  /// What is wrong there, in words.
  public let reason: String

  /// `reason`, found in `field` behind the first `offset` bytes.
  public init(field: String, offset: Int, reason: String) {
    self.field = field
    self.offset = offset
    self.reason = reason
  }

  /// The reason with its field, in one line.
  public var description: String { field.isEmpty ? reason : "\(field): \(reason)" }
}
