/// A model that can be chosen.
package struct ModelEntry: Equatable, Sendable {
  package var name: String
  /// Its directory.
  package var path: String

  /// Takes both as they are.
  package init(name: String, path: String) {
    self.name = name
    self.path = path
  }
}
