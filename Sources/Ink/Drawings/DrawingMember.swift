/// A member of a drawing line that this version has no meaning for.
public struct DrawingMember: Equatable, Sendable {
  /// The key.
  public let name: String
  /// The value, JSON in one line.
  public let json: String
}
