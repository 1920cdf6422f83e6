import Graphics
import Toolkit

extension StudioState {
  /// The layout of the screen at this moment.
  var teachLayout: TeachLayout { TeachLayout(windowLayout, scale: scale) }

  /// The drawings as they are listed: by digit, each in the order of time.
  var teachOrder: [PersonalDrawing] {
    (0...9).flatMap { digit in teach.drawings.filter { $0.digit == digit } }
  }

  /// The lines of the list, and the first that is seen: no empty ones are shown below the last.
  func teachLines(_ parts: TeachLayout, _ order: [PersonalDrawing]) -> (all: [TeachLayout.Line], first: Int) {
    let lines = parts.lines(of: order.map(\.digit))
    return (lines, min(max(0, teach.firstLine), max(0, lines.count - parts.lines)))
  }

  /// Does what a key is for on the screen of all drawings; nil where it is for nothing there.
  mutating func updateTeach(_ event: KeyEvent) -> [Effect]? {
    guard overlay == nil else { return nil }
    if event.modifiers == .control { return event.key == .character("z") ? undoTeaching() : nil }
    guard event.modifiers.isDisjoint(with: [.control, .alt, .logo]) else { return nil }
    switch event.key {
    case .enter: return openChosen()
    case .delete, .backspace: return deleteChosen()
    case .escape where teach.run != nil: return stopLesson()
    case .character(let letter):
      guard let digit = letter.wholeNumberValue, letter.isASCII else { return nil }
      return relabelChosen(digit)
    default: return walkDrawings(event.key) ? [] : nil
    }
  }

  /// Moves through the drawings; says whether the key does that.
  private mutating func walkDrawings(_ key: Key) -> Bool {
    let order = teachOrder
    guard !order.isEmpty else { return false }
    let parts = teachLayout
    let lines = parts.lines(of: order.map(\.digit))
    let place = order.firstIndex { $0.id == teach.chosen }
    guard let next = StudioState.place(after: key, from: place, lines, parts.lines, count: order.count) else {
      return false
    }
    teach.chosen = order[next].id
    showChosen()
    return true
  }

  private static func place(
    after key: Key, from place: Int?, _ lines: [TeachLayout.Line], _ page: Int, count: Int
  ) -> Int? {
    let keys: [Key] = [.left, .right, .up, .down, .home, .end, .pageUp, .pageDown]
    guard keys.contains(key) else { return nil }
    guard let place, let line = lines.firstIndex(where: { $0.drawings.contains(place) }) else {
      return key == .end ? count - 1 : 0
    }
    func moved(by count: Int) -> Int {
      let target = lines[min(lines.count - 1, max(0, line + count))].drawings
      return min(target.upperBound - 1, target.lowerBound + place - lines[line].drawings.lowerBound)
    }
    switch key {
    case .left: return max(0, place - 1)
    case .right: return min(count - 1, place + 1)
    case .up: return moved(by: -1)
    case .down: return moved(by: 1)
    case .pageUp: return moved(by: -page)
    case .pageDown: return moved(by: page)
    case .home: return 0
    default: return count - 1
    }
  }

  /// Scrolls so that the chosen drawing is seen.
  mutating func showChosen() {
    let (parts, order) = (teachLayout, teachOrder)
    let (lines, first) = teachLines(parts, order)
    guard let place = order.firstIndex(where: { $0.id == teach.chosen }),
      let line = lines.firstIndex(where: { $0.drawings.contains(place) })
    else { return }
    teach.firstLine = min(line, max(first, line - parts.lines + 1))
  }

  /// A wheel was turned by so many notches.
  mutating func scrollTeach(by notches: Double) {
    guard notches.isFinite else { return }
    // Smooth devices send parts of a notch.
    let sum = teach.restOfNotch + min(1000, max(-1000, notches))
    let rows = Int(sum)
    teach.restOfNotch = sum - Double(rows)
    let (parts, order) = (teachLayout, teachOrder)
    teach.firstLine = teachLines(parts, order).first + rows
    teach.firstLine = teachLines(parts, order).first
  }

  /// The drawing at a place of the list is chosen.
  mutating func chooseDrawing(at place: Point, in size: Size) {
    let (parts, order) = (teachLayout, teachOrder)
    let (lines, first) = teachLines(parts, order)
    let point = Point(x: place.x + parts.list.x, y: place.y + parts.list.y)
    for (row, line) in lines.dropFirst(first).prefix(parts.lines).enumerated() {
      for (column, index) in line.drawings.enumerated()
      where parts.place(line: row, column: column).inset(by: -8).contains(point) {
        teach.chosen = order[index].id
        return
      }
    }
  }
}
