import Reports
import Toolkit
import Training

extension StudioState {
  /// Does what a key is for on the learn screen; nil where it is for nothing there.
  mutating func updateLearn(_ event: KeyEvent, focus: ControlName?) -> [Effect]? {
    guard overlay == nil else { return nil }
    if let field = LearnField(focus) { return type(event, into: field) }
    guard event.modifiers.isEmpty else { return nil }
    return event.key == .space ? playOrPause() : walkCurves(event.key) ? [] : nil
  }

  private mutating func type(_ event: KeyEvent, into field: LearnField) -> [Effect]? {
    if event.modifiers.contains(.control) { return typeWithControl(event.key, into: field) }
    guard event.modifiers.isDisjoint(with: [.alt, .logo]) else { return nil }
    if learn.settings[field].handle(event.key, isSelecting: event.modifiers.contains(.shift)) { return [] }
    guard !event.text.isEmpty, event.key != .enter, event.key != .escape else { return nil }
    learn.settings[field].insert(event.text)
    return []
  }

  private mutating func typeWithControl(_ key: Key, into field: LearnField) -> [Effect]? {
    let selected = learn.settings[field].selectedText
    switch key {
    case .character("a"): learn.settings[field].selectAll()
    case .character("c"): return selected.isEmpty ? [] : [.copyText(selected)]
    case .character("x"):
      learn.settings[field].removeSelection()
      return selected.isEmpty ? [] : [.copyText(selected)]
    case .character("v"):
      learn.pasteField = field
      return [.paste]
    default: return nil
    }
    return []
  }

  /// Takes what was pasted into a field.
  mutating func paste(_ contents: Delivery.Contents, into field: LearnField) -> [Effect] {
    learn.pasteField = nil
    switch contents {
    case .text(let text):
      // Layers may come one on each line.
      learn.settings[field].insert(text.split(whereSeparator: \.isNewline).joined(separator: ", "))
    case .files(let paths): if let path = paths.first { learn.settings[field].insert(path) }
    case .picture: notice = Notice(.warning, "There is a picture on the clipboard, no text")
    case .nothing(let reason): notice = Notice(.warning, "Nothing to paste: \(reason)")
    }
    return []
  }

  private mutating func walkCurves(_ key: Key) -> Bool {
    guard let count = learnFigure?.history.epochs, count > 0 else { return false }
    let now = learn.pointed ?? count
    switch key {
    case .left: learn.pointed = max(1, now - 1)
    case .right: learn.pointed = min(count, now + 1)
    case .home: learn.pointed = 1
    case .end: learn.pointed = nil
    default: return false
    }
    return true
  }
}
