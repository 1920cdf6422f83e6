/// A key that went down, or is held and repeats.
public struct KeyEvent: Equatable, Sendable {
  public var key: Key
  public var modifiers: Modifiers
  /// What the key writes; empty where it writes nothing.
  public var text: String
  public var isRepeat: Bool
  /// The host's clock.
  public var milliseconds: UInt32

  /// Takes everything as it is.
  public init(
    _ key: Key, modifiers: Modifiers = [], text: String = "", isRepeat: Bool = false, milliseconds: UInt32 = 0
  ) {
    self.key = key
    self.modifiers = modifiers
    self.text = text
    self.isRepeat = isRepeat
    self.milliseconds = milliseconds
  }
}
