/// A key by what it does, whatever the keyboard's layout.
public enum Key: Hashable, Sendable {
  /// A key that writes; a letter is in lower case.
  case character(Character)
  case enter, escape, tab, backTab, space, backspace, delete
  case left, right, up, down, home, end, pageUp, pageDown
  case function(Int)
  case menu
}
