import CX11
package import Toolkit

/// The server's number for what is printed on a key.
package struct KeySymbol: RawRepresentable, Hashable, Sendable {
  package let rawValue: UInt
  package init(rawValue: UInt) { self.rawValue = rawValue }

  /// What the key does; `text` is what it writes. Nil for keys that only change others, such as Shift.
  package func key(writing text: String) -> Key? {
    if let key = KeySymbol.named[Int(clamping: rawValue)] { return key }
    if (XK_F1...XK_F35).contains(Int32(clamping: rawValue)) { return .function(Int(rawValue) - Int(XK_F1) + 1) }
    guard let character = text.first ?? character else { return nil }
    return character == " " ? .space : .character(KeySymbol.lowercased(character))
  }

  /// The character that the number stands for, where that needs no table.
  package var character: Character? {
    switch rawValue {
    case 0x20...0x7E, 0xA0...0xFF: return Unicode.Scalar(UInt32(rawValue)).map(Character.init)
    case 0x0100_0100...0x0110_FFFF: return Unicode.Scalar(UInt32(rawValue - 0x0100_0000)).map(Character.init)
    case UInt(XK_KP_Multiply)...UInt(XK_KP_9):
      // The keypad's characters lie in the order of ASCII.
      return Unicode.Scalar(UInt32(rawValue - UInt(XK_KP_Multiply)) + 0x2A).map(Character.init)
    case UInt(XK_KP_Equal): return "="
    default: return nil
    }
  }

  /// Whether it is a letter, digit or sign of ASCII, in which shortcuts are given.
  package var isASCII: Bool { (0x20...0x7E).contains(rawValue) }

  private static func lowercased(_ character: Character) -> Character {
    let text = character.lowercased()
    return text.count == 1 ? Character(text) : character
  }

  private static let named: [Int: Key] = {
    let groups: [(Key, [Int32])] = [
      (.enter, [XK_Return, XK_KP_Enter, XK_ISO_Enter]), (.escape, [XK_Escape]), (.tab, [XK_Tab, XK_KP_Tab]),
      (.backTab, [XK_ISO_Left_Tab]), (.space, [XK_space, XK_KP_Space]), (.backspace, [XK_BackSpace]),
      (.delete, [XK_Delete, XK_KP_Delete]), (.left, [XK_Left, XK_KP_Left]), (.right, [XK_Right, XK_KP_Right]),
      (.up, [XK_Up, XK_KP_Up]), (.down, [XK_Down, XK_KP_Down]), (.home, [XK_Home, XK_KP_Home]),
      (.end, [XK_End, XK_KP_End]), (.pageUp, [XK_Page_Up, XK_KP_Page_Up]),
      (.pageDown, [XK_Page_Down, XK_KP_Page_Down]), (.menu, [XK_Menu]),
    ]
    return Dictionary(groups.flatMap { key, symbols in symbols.map { (Int($0), key) } }) { first, _ in first }
  }()
}
