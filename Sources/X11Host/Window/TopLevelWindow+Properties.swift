import CX11
import Glibc
import Graphics
import Toolkit

// What window managers and desktops want to know (ICCCM, EWMH). Values of 32 bits are handed over as C longs, which
// have 64.
extension TopLevelWindow {
  /// Says once who we are and what we understand; `counter` is what the manager waits for when the size changes.
  func introduce(counter: XID?, name: String, className: String) {
    var known = [atoms[.deleteWindow], atoms[.ping]]
    if let counter {
      known.append(atoms[.syncRequest])
      setNumbers([UInt(counter)], of: .syncCounter)
    }
    setNumbers(known, of: .protocols, type: XA_ATOM)
    setNumbers([UInt(getpid())], of: .processIdentifier)
    setNumbers([atoms[.normalWindow]], of: .windowType, type: XA_ATOM)
    setBytes(Array(machineName.utf8), of: atoms[.clientMachine], type: XA_STRING)
    setBytes(Array(name.utf8) + [0] + Array(className.utf8) + [0], of: XA_WM_CLASS, type: XA_STRING)
    setHints(isUrgent: false)
  }

  private var machineName: String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "localhost" }
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// What stands in the title bar and in lists of windows.
  func setTitle(_ title: String) {
    let text = Array(title.utf8)
    setBytes(text, of: atoms[.name], type: atoms[.utf8String])
    setBytes(text, of: atoms[.iconName], type: atoms[.utf8String])
    // The old property holds Latin-1 for those that know no other.
    let latin = title.unicodeScalars.map { $0.value < 256 ? UInt8($0.value) : UInt8(ascii: "-") }
    setBytes(latin, of: XA_WM_NAME, type: XA_STRING)
    setBytes(latin, of: XA_WM_ICON_NAME, type: XA_STRING)
  }

  /// Whether the title bar is dark, where the window manager asks.
  func setDark(_ isDark: Bool) {
    if isDark {
      setBytes(Array("dark".utf8), of: atoms[.themeVariant], type: atoms[.utf8String])
    } else {
      XDeleteProperty(display, id, atoms[.themeVariant])
    }
  }

  /// The least size; where to stand is left to the window manager.
  func setMinimumSize(_ size: PixelSize) {
    minimumSize = PixelSize(width: max(1, size.width), height: max(1, size.height))
    var hints = XSizeHints()
    hints.flags = PMinSize | PBaseSize
    (hints.min_width, hints.min_height) = (Int32(clamping: minimumSize.width), Int32(clamping: minimumSize.height))
    (hints.base_width, hints.base_height) = (hints.min_width, hints.min_height)
    XSetWMNormalHints(display, id, &hints)
  }

  /// Pictures for lists of windows, as many as one request may hold.
  func setIcon(_ pictures: [PixelImage]) {
    let most = max(XExtendedMaxRequestSize(display), XMaxRequestSize(display)) - 64
    let numbers = WindowIcon.numbers(of: pictures, most: most)
    if !numbers.isEmpty { setNumbers(numbers, of: .icon) }
  }

  /// The keyboard is welcome; an urgent window asks to be looked at.
  func setHints(isUrgent: Bool) {
    var hints = XWMHints()
    hints.flags = InputHint | StateHint
    if isUrgent { hints.flags |= XUrgencyHint }
    hints.input = True
    hints.initial_state = NormalState
    XSetWMHints(display, id, &hints)
  }

  /// When the user did something last: windows that appear later do not steal the keyboard.
  func setUserTime(_ time: UInt32) { setNumbers([UInt(time)], of: .userTime) }

  /// Sets a property of numbers.
  func setNumbers(_ numbers: [UInt], of name: AtomName, type: Atom = XA_CARDINAL) {
    numbers.withUnsafeBytes { bytes in
      _ = XChangeProperty(
        display, id, atoms[name], type, 32, PropModeReplace, bytes.bindMemory(to: UInt8.self).baseAddress,
        Int32(numbers.count))
    }
  }

  private func setBytes(_ bytes: [UInt8], of property: Atom, type: Atom) {
    XChangeProperty(display, id, property, type, 8, PropModeReplace, bytes, Int32(bytes.count))
  }
}
