import Toolkit

extension FileChooser {
  /// Does what a key with Ctrl is for.
  mutating func handleWithControl(_ key: Key) -> Effect? {
    switch key {
    case .character("h"): toggleHidden()
    case .character("a"): field.selectAll()
    case .character("c"): return copied
    case .character("x"):
      defer { edit { $0.removeSelection() } }
      return copied
    case .character("v"): return .paste
    default: break
    }
    return nil
  }

  private var copied: Effect? { field.selection.isEmpty ? nil : .copy(field.selectedText) }

  /// Takes what was pasted.
  mutating func receive(_ contents: Delivery.Contents) {
    switch contents {
    case .text(let text): edit { $0.insert(text) }
    case .files(let paths): if let path = paths.first { edit { $0.insert(path) } }
    case .picture: problem = "There is a picture on the clipboard, no text"
    case .nothing(let reason): problem = "Nothing to paste: \(reason)"
    }
  }

  /// The pointer is held at a character of the name.
  mutating func point(atCharacter place: Int, isPress: Bool) { field.moveCursor(to: place, isSelecting: !isPress) }

  /// Changes the name, and what follows from that.
  mutating func edit(_ change: (inout TypedText) -> Void) {
    let before = field.text
    change(&field)
    guard field.text != before else { return }
    (problem, replaced, isSelectionMeant) = (nil, nil, false)
    if isSaving { selection = nil } else { refresh(selecting: nil) }
  }
}
