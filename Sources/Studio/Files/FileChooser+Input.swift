package import Graphics
package import Toolkit
import Training

extension FileChooser {
  static let doublePressTime = Duration.milliseconds(400)

  /// Takes a key that no button wanted; `focus` is where the keyboard goes.
  package mutating func handle(_ event: KeyEvent, focus: ControlName?) -> Effect? {
    if event.modifiers.contains(.control) { return handleWithControl(event.key) }
    if event.modifiers.contains(.alt) { return handleWithAlt(event.key) }
    let isInList = focus == Self.list
    switch event.key {
    case .up: move(by: -1)
    case .down: move(by: 1)
    case .pageUp: move(by: -page)
    case .pageDown: move(by: page)
    case .home where isInList || !isSaving: move(by: -visible.count)
    case .end where isInList || !isSaving: move(by: visible.count)
    case .enter: return event.isRepeat ? nil : confirm()
    case .backspace where field.text.isEmpty || (isInList && isSaving): return event.isRepeat ? nil : goUp()
    default: type(event)
    }
    return nil
  }

  /// Takes the press of a button; names of others are passed over.
  package mutating func activate(_ name: ControlName) -> Effect? {
    switch name {
    case Self.open: return confirm()
    case Self.cancel: return .cancel
    case Self.folder: return .choose(path: directory)
    case Self.up: return goUp()
    case Self.hidden: toggleHidden()
    case Self.replace: return replaced.map { .choose(path: $0) }
    case Self.keep: replaced = nil
    default:
      let segments = PathText.segments(of: directory)
      guard let index = segments.indices.first(where: { name == Self.path.part($0) }) else { return nil }
      return go(
        to: segments[index].path,
        selecting: index + 1 < segments.count ? FilePath(segments[index + 1].path).lastName : nil)
    }
    return nil
  }

  /// Escape, or a press beside the panel.
  package mutating func dismiss() -> Effect? {
    guard replaced != nil else { return .cancel }
    replaced = nil
    return nil
  }

  /// A press in the list, at a place counted from its corner; two on the same row open it.
  package mutating func press(at place: Point, now: Duration) -> Effect? {
    let position = place.y / Self.rowHeight
    guard let row = row(at: place) else {
      lastPress = nil
      return nil
    }
    let isSecond = lastPress.map {
      $0.row == row && !$0.isDrag && now - $0.time < FileChooser.doublePressTime
    }
    lastPress = Press(row: row, time: now, place: position, firstRow: firstRow)
    select(row)
    return isSecond == true ? open(row: row) : nil
  }

  /// A drag that began with a press in the list: it scrolls.
  package mutating func drag(to place: Point) {
    guard var press = lastPress else { return }
    let distance = place.y / Self.rowHeight - press.place
    press.isDrag = press.isDrag || abs(distance) > 0.25
    if press.isDrag { scroll(to: press.firstRow - distance) }
    lastPress = press
  }

  /// The pointer is over the list, or no longer.
  package mutating func hover(at place: Point?) { hovered = place.flatMap { row(at: $0) } }

  /// A wheel over the list.
  package mutating func scroll(by notches: Double) { scroll(to: firstRow + 3 * notches) }

  /// The list has room for so many rows from now on.
  package mutating func setRowsOnPage(_ rows: Double) {
    guard rows != rowsOnPage else { return }
    rowsOnPage = max(1, rows)
    reveal()
  }

  private func row(at place: Point) -> Int? {
    let row = (place.y / Self.rowHeight + firstRow).rounded(.down)
    return row >= 0 && row < Double(visible.count) ? Int(row) : nil
  }

  private var page: Int { max(1, Int(rowsOnPage) - 1) }

  private mutating func handleWithAlt(_ key: Key) -> Effect? {
    switch key {
    case .up: goUp()
    case .home: home.map { go(to: $0) }
    default: nil
    }
  }

  private mutating func move(by rows: Int) {
    guard !visible.isEmpty else { return }
    let start = selection ?? (rows > 0 ? -1 : visible.count)
    select(max(0, min(visible.count - 1, start + rows)))
    reveal()
  }

  private mutating func select(_ row: Int) {
    selection = row
    isSelectionMeant = true
    replaced = nil
    let entry = entry(row: row)
    if isSaving, !entry.isDirectory { field = TypedText(entry.name) }
  }

  mutating func toggleHidden() {
    let name = selection.map { entry(row: $0).name }
    showsHidden.toggle()
    refresh(selecting: name)
  }

  private mutating func type(_ event: KeyEvent) {
    edit { field in
      if !field.handle(event.key, isSelecting: event.modifiers.contains(.shift)) { field.insert(event.text) }
    }
  }
}
