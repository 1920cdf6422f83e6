package import Toolkit

/// A message at the lower edge: what happened, and what to do.
package struct Notice: Equatable, Sendable {
  /// How it stands.
  package enum Kind: Equatable, Sendable {
    case good, warning, bad
  }

  package var kind: Kind
  package var text: String
  /// When it goes by itself, by the host's clock; what is bad stays until it is closed.
  package var end: Duration?
  /// The control that takes back what has happened; nil where nothing can.
  package var undo: ControlName?

  /// Takes everything as it is.
  package init(_ kind: Kind, _ text: String, end: Duration? = nil) {
    self.kind = kind
    self.text = text
    self.end = end
  }
}
