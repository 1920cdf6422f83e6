import Toolkit

/// A line of text with a cursor, and what is selected between it and where the selection began.
package struct TypedText: Equatable, Sendable {
  package private(set) var text: String
  /// In characters from the start.
  package private(set) var cursor: Int
  /// Where the selection began, in characters; where the cursor is while nothing is selected.
  private var anchor: Int

  /// More is not typed.
  static let longest = 4_096

  /// A text with the cursor behind it.
  package init(_ text: String = "") {
    self.text = text
    (cursor, anchor) = (text.count, text.count)
  }

  /// What is selected, in characters from the start; empty where nothing is.
  package var selection: Range<Int> { min(cursor, anchor)..<max(cursor, anchor) }

  /// The text that is selected.
  package var selectedText: String { String(text[range(of: selection)]) }

  /// Selects everything.
  package mutating func selectAll() { (anchor, cursor) = (0, text.count) }

  /// Puts the cursor before a character; a selection is begun, or goes on to there.
  mutating func moveCursor(to place: Int, isSelecting: Bool) {
    cursor = min(text.count, max(0, place))
    if !isSelecting { anchor = cursor }
  }

  /// Writes in place of what is selected; what has no place in one line is left out.
  mutating func insert(_ new: String) {
    let line = String(new.unicodeScalars.filter { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) })
    let kept = text.utf8.count - selectedText.utf8.count
    guard !line.isEmpty, kept + line.utf8.count <= TypedText.longest else { return }
    removeSelection()
    let count = text.count
    text.insert(contentsOf: line, at: index(cursor))
    // Two halves may have become one character.
    moveCursor(to: cursor + text.count - count, isSelecting: false)
  }

  /// Takes away what is selected, and says whether there was anything.
  @discardableResult
  mutating func removeSelection() -> Bool {
    let selected = selection
    guard !selected.isEmpty else { return false }
    text.removeSubrange(range(of: selected))
    moveCursor(to: selected.lowerBound, isSelecting: false)
    return true
  }

  /// Does what a key does with text, and says whether it does anything; Shift selects.
  mutating func handle(_ key: Key, isSelecting: Bool = false) -> Bool {
    let selected = selection
    switch key {
    case .left where !selected.isEmpty && !isSelecting: moveCursor(to: selected.lowerBound, isSelecting: false)
    case .right where !selected.isEmpty && !isSelecting: moveCursor(to: selected.upperBound, isSelecting: false)
    case .left: moveCursor(to: cursor - 1, isSelecting: isSelecting)
    case .right: moveCursor(to: cursor + 1, isSelecting: isSelecting)
    case .home: moveCursor(to: 0, isSelecting: isSelecting)
    case .end: moveCursor(to: text.count, isSelecting: isSelecting)
    case .backspace where removeSelection(), .delete where removeSelection(): break
    case .backspace where cursor > 0:
      text.remove(at: index(cursor - 1))
      moveCursor(to: cursor - 1, isSelecting: false)
    case .delete where cursor < text.count: text.remove(at: index(cursor))
    default: return false
    }
    return true
  }

  private func index(_ place: Int) -> String.Index { text.index(text.startIndex, offsetBy: place) }

  private func range(of places: Range<Int>) -> Range<String.Index> {
    index(places.lowerBound)..<index(places.upperBound)
  }
}
