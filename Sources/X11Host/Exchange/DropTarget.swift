import CX11
import Graphics
import Toolkit

/// The window as a place where other programs drop things (XDND, versions 3 to 5).
@MainActor
final class DropTarget {
  /// The version that is announced.
  static let version: UInt = 5
  private static let versions = 3...Int(version)

  private struct Drag {
    var source: XID
    var offered: [Atom]
    var choices: [ContentKind]
    /// Where it is over the window; nil before the first word about it.
    var position: Point?
  }

  private let wire: ExchangeWire
  private let deliver: @MainActor (InputEvent) -> Void
  private var drag: Drag?
  /// What was dropped and is not here yet.
  private(set) var transfer: IncomingTransfer?
  private var droppedBy: XID = 0

  /// Announces the window to those that drag.
  init(wire: ExchangeWire, deliver: @escaping @MainActor (InputEvent) -> Void) {
    self.wire = wire
    self.deliver = deliver
    wire.write(words: [DropTarget.version], type: wire.atoms[.atom], to: wire.atoms[.dragAware], of: wire.window)
  }

  /// Takes a message; false where it is about something else.
  func handle(_ message: XClientMessageEvent) -> Bool {
    let atoms = wire.atoms
    let handlers: [Atom: (XID, [UInt]) -> Void] = [
      atoms[.dragEnter]: enter, atoms[.dragPosition]: move, atoms[.dragLeave]: leave, atoms[.drop]: drop,
    ]
    guard message.window == wire.window, let handler = handlers[message.message_type] else { return false }
    guard message.format == 32 else { return true }
    let words = withUnsafeBytes(of: message.data.l) { $0.bindMemory(to: UInt.self).map { $0 & 0xFFFF_FFFF } }
    if wire.isForeign(words[0]) { handler(words[0], words) }
    return true
  }

  // MARK: Dragging

  private func enter(_ source: XID, _ words: [UInt]) {
    endDrag()
    guard DropTarget.versions.contains(Int(words[1] >> 24)), wire.watch(source) else { return }
    let hasList = words[1] & 1 != 0
    let list = hasList ? wire.readAtoms(wire.atoms[.dragTypes], of: source, types: wire.atoms[.atom]) : nil
    let offered = list ?? Array(words[2...4])
    let kinds = Set(offered.compactMap(wire.atoms.kind(of:)))
    drag = Drag(
      source: source, offered: offered, choices: ContentKind.choices(among: kinds, order: ContentKind.dropOrder))
  }

  private func move(_ source: XID, _ words: [UInt]) {
    guard let drag, drag.source == source, let position = positionInWindow(words[2]) else {
      return answer(source, accepts: false)
    }
    self.drag?.position = position
    answer(source, accepts: !drag.choices.isEmpty)
    if !drag.choices.isEmpty { deliver(.dragging(position)) }
  }

  /// Both coordinates come in one number, seen from the corner of the screen.
  private func positionInWindow(_ packed: UInt) -> Point? {
    let x = Int32(Int16(truncatingIfNeeded: packed >> 16))
    let y = Int32(Int16(truncatingIfNeeded: packed))
    var inWindow: (x: Int32, y: Int32) = (0, 0)
    var child: XID = 0
    let root = XDefaultRootWindow(wire.display)
    guard XTranslateCoordinates(wire.display, root, wire.window, x, y, &inWindow.x, &inWindow.y, &child) != 0 else {
      return nil
    }
    return Point(x: Double(inWindow.x), y: Double(inWindow.y))
  }

  private func answer(_ source: XID, accepts: Bool) {
    // Bit 1 asks to hear of every further step; the rectangle where that is not needed stays empty.
    wire.send(
      .dragStatus, to: source, [wire.window, accepts ? 3 : 2, 0, 0, accepts ? wire.atoms[.actionCopy] : 0])
  }

  private func leave(_ source: XID, _ words: [UInt]) {
    if drag?.source == source { endDrag() }
  }

  private func endDrag() {
    guard let drag else { return }
    self.drag = nil
    wire.unwatch(drag.source)
    if drag.position != nil, !drag.choices.isEmpty { deliver(.dragging(nil)) }
  }

  // MARK: Dropping

  private func drop(_ source: XID, _ words: [UInt]) {
    guard let drag, drag.source == source, let position = drag.position, transfer == nil, wire.watch(source) else {
      if drag?.source == source { endDrag() }
      return finish(source, succeeds: false)
    }
    endDrag()
    droppedBy = source
    let transfer = IncomingTransfer(wire: wire, selection: wire.atoms[.dragSelection], time: words[2]) {
      [weak self] contents in self?.take(contents, at: position)
    }
    self.transfer = transfer
    guard !drag.choices.isEmpty else {
      return transfer.giveUp(UnusableOffer.reason(names: wire.names(of: drag.offered)))
    }
    transfer.start(choices: drag.choices)
  }

  private func take(_ contents: Delivery.Contents, at position: Point) {
    transfer = nil
    wire.unwatch(droppedBy)
    if case .nothing = contents { finish(droppedBy, succeeds: false) } else { finish(droppedBy, succeeds: true) }
    droppedBy = 0
    deliver(.delivery(Delivery(.drop(position), contents)))
  }

  private func finish(_ source: XID, succeeds: Bool) {
    wire.send(
      .dropFinished, to: source, [wire.window, succeeds ? 1 : 0, succeeds ? wire.atoms[.actionCopy] : 0, 0, 0])
  }

  /// The window of another program is gone, perhaps in the middle of a drag.
  func windowIsGone(_ window: XID) {
    if drag?.source == window { endDrag() }
    guard droppedBy == window, let transfer else { return }
    // Nobody is left to be told that it is finished.
    droppedBy = 0
    transfer.giveUp("the program it was dragged from is gone")
  }
}
