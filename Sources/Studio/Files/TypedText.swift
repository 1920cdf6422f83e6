import Toolkit

/// A line of text with a cursor.
package struct TypedText: Equatable, Sendable {
  package private(set) var text: String
  /// In characters from the start.
  package private(set) var cursor: Int

  /// More is not typed.
  static let longest = 4_096

  /// A text with the cursor behind it.
  package init(_ text: String = "") { (self.text, cursor) = (text, text.count) }

  /// Writes at the cursor; what has no place in one line is left out.
  mutating func insert(_ new: String) {
    let line = String(new.unicodeScalars.filter { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) })
    guard !line.isEmpty, text.utf8.count + line.utf8.count <= TypedText.longest else { return }
    let count = text.count
    text.insert(contentsOf: line, at: place)
    // Two halves may have become one character.
    cursor += text.count - count
  }

  /// Does what a key does with text, and says whether it does anything.
  mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(text.count, cursor + 1)
    case .home: cursor = 0
    case .end: cursor = text.count
    case .backspace where cursor > 0:
      cursor -= 1
      text.remove(at: place)
    case .delete where cursor < text.count: text.remove(at: place)
    default: return false
    }
    return true
  }

  private var place: String.Index { text.index(text.startIndex, offsetBy: cursor) }
}
