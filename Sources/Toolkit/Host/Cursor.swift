/// The shape of the pointer.
public enum Cursor: Hashable, Sendable, CaseIterable {
  case arrow, crosshair, hand, text, wait
  /// Nothing: the program draws its own.
  case hidden
}
