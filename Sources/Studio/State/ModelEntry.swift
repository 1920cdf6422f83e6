/// A model that can be chosen.
public struct ModelEntry: Equatable, Sendable {
  public var name: String
  /// Its directory.
  public var path: String

  /// Takes both as they are.
  public init(name: String, path: String) {
    self.name = name
    self.path = path
  }
}
