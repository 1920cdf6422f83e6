import CX11
import Glibc
import Toolkit

/// What clipboard and drags have in common: the display, two windows, atoms, the clock and words with other programs.
@MainActor
final class ExchangeWire {
  /// How many atoms a list of another program may have.
  static let mostAtoms = 1024

  private struct Watch {
    var count: Int
    var maskBefore: Int
  }

  /// The host's connection.
  let display: OpaquePointer
  /// The window that people see.
  let window: XID
  /// A window that nobody sees: it owns the clipboard, and others put here what was asked of them.
  ///
  /// It goes when the connection is closed.
  let desk: XID
  /// All names that are used.
  let atoms: ExchangeAtoms
  /// The host's clock.
  let now: @MainActor () -> Duration
  /// The name of this machine.
  let hostName: String
  private var watches: [XID: Watch] = [:]
  private var lastTransfer = 0

  /// Makes the desk; `window` is the host's.
  init(display: OpaquePointer, window: XID, now: @escaping @MainActor () -> Duration) {
    self.display = display
    self.window = window
    self.now = now
    atoms = ExchangeAtoms(display: display)
    hostName = ExchangeWire.nameOfThisMachine()
    var attributes = XSetWindowAttributes()
    attributes.override_redirect = True
    attributes.event_mask = PropertyChangeMask
    desk = XCreateWindow(
      display, XDefaultRootWindow(display), -1, -1, 1, 1, 0, 0, UInt32(InputOnly), nil,
      UInt(CWOverrideRedirect | CWEventMask), &attributes)
  }

  private static func nameOfThisMachine() -> String {
    var system = utsname()
    uname(&system)
    return withUnsafeBytes(of: system.nodename) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }

  // MARK: Properties

  /// Reads what a window has under a name.
  func read(_ name: Atom, of window: XID, atMost: Int, deletes: Bool = false) -> ExchangeProperty? {
    ExchangeProperty(display: display, window: window, name: name, atMost: atMost, deletes: deletes)
  }

  /// A list of atoms that another program keeps; nil where it is no such list.
  func readAtoms(_ name: Atom, of window: XID, types: Atom...) -> [Atom]? {
    guard let property = read(name, of: window, atMost: 4 * ExchangeWire.mostAtoms),
      types.contains(property.type), case .words(let words) = property.value, property.bytesLeft == 0
    else { return nil }
    return words
  }

  /// Puts bytes under a name of a window.
  func write(_ bytes: ArraySlice<UInt8>, type: Atom, to name: Atom, of window: XID) {
    bytes.withUnsafeBufferPointer { bytes in
      _ = XChangeProperty(display, window, name, type, 8, PropModeReplace, bytes.baseAddress, Int32(bytes.count))
    }
  }

  /// Puts numbers of 32 bits under a name of a window.
  func write(words: [UInt], type: Atom, to name: Atom, of window: XID) {
    words.withUnsafeBytes { bytes in
      let start = bytes.bindMemory(to: UInt8.self).baseAddress
      _ = XChangeProperty(display, window, name, type, 32, PropModeReplace, start, Int32(words.count))
    }
  }

  /// A place for the next answer of another program, free of what is left from earlier ones.
  func nextTransferProperty() -> Atom {
    lastTransfer = (lastTransfer + 1) % ExchangeAtom.transfers.count
    let property = atoms[ExchangeAtom.transfers[lastTransfer]]
    XDeleteProperty(display, desk, property)
    return property
  }

  // MARK: Windows of others

  /// Whether a message may go to this window: it is not ours, and none of the two numbers that mean "whoever it is".
  func isForeign(_ other: XID) -> Bool { other > 1 && other != window && other != desk }

  /// Hears of this window's properties and its end from now on; false where there is no such window.
  func watch(_ other: XID) -> Bool {
    guard watches[other]?.count == nil else {
      watches[other]?.count += 1
      return true
    }
    var attributes = XWindowAttributes()
    guard XGetWindowAttributes(display, other, &attributes) != 0 else { return false }
    // Whatever else the program wants to hear of this window stays.
    let mask = attributes.your_event_mask
    XSelectInput(display, other, mask | PropertyChangeMask | StructureNotifyMask)
    watches[other] = Watch(count: 1, maskBefore: mask)
    return true
  }

  /// Takes back one `watch`.
  func unwatch(_ other: XID) {
    guard let watch = watches[other] else { return }
    watches[other]?.count -= 1
    guard watch.count == 1 else { return }
    watches[other] = nil
    XSelectInput(display, other, watch.maskBefore)
  }

  /// The window is gone, and with it every watch over it.
  func forget(_ other: XID) { watches[other] = nil }

  /// Whether only this class hears of the window.
  func watchesAlone(_ other: XID) -> Bool { watches[other]?.maskBefore == 0 }

  /// Sends five numbers to the window of another program.
  func send(_ message: ExchangeAtom, to other: XID, _ words: [UInt]) {
    guard isForeign(other) else { return }
    var event = XEvent()
    event.xclient.type = ClientMessage
    event.xclient.display = display
    event.xclient.window = other
    event.xclient.message_type = atoms[message]
    event.xclient.format = 32
    withUnsafeMutableBytes(of: &event.xclient.data.l) { data in
      words.prefix(5).withUnsafeBytes { data.copyMemory(from: $0) }
    }
    XSendEvent(display, other, False, NoEventMask, &event)
  }

  /// What the targets of an offer are called, without those that are no contents; empty where there are none.
  func names(of targets: [Atom]) -> String {
    let silent = Set(ExchangeAtom.aboutSelections.map { atoms[$0] })
    let contents = targets.filter { $0 != 0 && !silent.contains($0) }
    return ExchangeText.list(contents.prefix(4).map(name(of:)), total: contents.count)
  }

  private func name(of atom: Atom) -> String {
    // An atom of another program need not exist: the server then answers with an error and Xlib with nothing.
    guard let text = XGetAtomName(display, atom) else { return "an unknown type" }
    defer { XFree(text) }
    return String(cString: text)
  }
}
