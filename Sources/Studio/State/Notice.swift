/// A message at the lower edge: what happened, and what to do.
public struct Notice: Equatable, Sendable {
  /// How it stands.
  public enum Kind: Equatable, Sendable {
    case good, warning, bad
  }

  public var kind: Kind
  public var text: String
  /// When it goes by itself, by the host's clock; what is bad stays until it is closed.
  public var end: Duration?

  /// Takes everything as it is.
  public init(_ kind: Kind, _ text: String, end: Duration? = nil) {
    self.kind = kind
    self.text = text
    self.end = end
  }
}
