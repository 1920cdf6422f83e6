import CX11
import Glibc
import Toolkit

/// Makes key events, with the input method's help where there is one.
@MainActor
final class Keyboard {
  private let connection: Connection
  private var method: OpaquePointer?
  private var context: OpaquePointer?
  /// Keys that are held, so that a press without a release is a repetition.
  private var held: Set<UInt32> = []
  /// No key writes more than this.
  private static let mostBytes = 4096

  private var display: OpaquePointer { connection.display }

  /// Looks for an input method for `window`.
  init(for window: TopLevelWindow) {
    connection = window.connection
    XkbSetDetectableAutoRepeat(display, True, nil)
    // Characters and compose sequences follow the locale; numbers and dates are none of our business.
    setlocale(LC_CTYPE, "")
    guard XSupportsLocale() != 0, XSetLocaleModifiers("") != nil else { return }
    method = XOpenIM(display, nil, nil, nil)
    guard let method else { return }
    context = inkling_input_context(method, window.id)
    inkling_on_input_method_gone(
      method, { _, keyboard, _ in Keyboard.methodIsGone(keyboard) },
      UnsafeMutableRawPointer(Unmanaged.passUnretained(self).toOpaque()).assumingMemoryBound(to: CChar.self))
  }

  isolated deinit {
    guard !connection.isLost else { return }
    if let context { XDestroyIC(context) }
    if let method { XCloseIM(method) }
  }

  private nonisolated static func methodIsGone(_ keyboard: UnsafeMutablePointer<CChar>?) {
    guard let keyboard else { return }
    // Xlib calls back from inside a call that the main thread makes: the address goes from a thread to itself.
    nonisolated(unsafe) let address = UnsafeRawPointer(keyboard)
    MainActor.assumeIsolated {
      let keyboard = Unmanaged<Keyboard>.fromOpaque(address).takeUnretainedValue()
      (keyboard.method, keyboard.context) = (nil, nil)
    }
  }

  /// What the window has to hear for the input method's sake.
  var events: Int { context.map { Int(bitPattern: inkling_input_context_events($0)) } ?? 0 }

  /// Forgets which keys are held: somebody else hears of their release.
  func forgetHeldKeys() { held = [] }

  /// The keyboard came or went.
  func setFocus(_ hasFocus: Bool) {
    guard let context else { return }
    if hasFocus { XSetICFocus(context) } else { XUnsetICFocus(context) }
  }

  /// Notes that a key went up.
  func release(_ event: XKeyEvent) { held.remove(event.keycode) }

  /// What a key that went down means; nil where it means nothing by itself.
  func press(_ event: XKeyEvent) -> KeyEvent? {
    let isRepeat = !held.insert(event.keycode).inserted
    let modifiers = Modifiers(state: event.state)
    var (symbol, text) = lookUp(event)
    if !modifiers.isDisjoint(with: [.control, .alt]), !symbol.isASCII, let other = latinSymbol(of: event) {
      (symbol, text) = (other, "")
    }
    guard var key = symbol.key(writing: text) else { return nil }
    if key == .tab, modifiers.contains(.shift) { key = .backTab }
    return KeyEvent(
      key, modifiers: modifiers, text: text, isRepeat: isRepeat, milliseconds: UInt32(truncatingIfNeeded: event.time))
  }

  private func lookUp(_ event: XKeyEvent) -> (KeySymbol, String) {
    var event = event
    var symbol: KeySym = 0
    var bytes = [CChar](repeating: 0, count: 64)
    var count = look(&event, &bytes, &symbol)
    if count > bytes.count, count <= Keyboard.mostBytes {
      bytes = [CChar](repeating: 0, count: Int(count))
      count = look(&event, &bytes, &symbol)
    }
    let written = bytes.prefix(max(0, min(Int(count), bytes.count))).map { UInt8(bitPattern: $0) }
    return (KeySymbol(rawValue: UInt(symbol)), Keyboard.printable(written, isUTF8: context != nil))
  }

  private func look(_ event: inout XKeyEvent, _ bytes: inout [CChar], _ symbol: inout KeySym) -> Int {
    let room = Int32(bytes.count)
    guard let context else { return Int(XLookupString(&event, &bytes, room, &symbol, nil)) }
    var status: Int32 = 0
    let count = Xutf8LookupString(context, &event, &bytes, room, &symbol, &status)
    return status == XLookupNone ? 0 : Int(count)
  }

  /// Text without what no key should write; without an input method it is Latin-1.
  private static func printable(_ bytes: [UInt8], isUTF8: Bool) -> String {
    let text = isUTF8 ? String(decoding: bytes, as: UTF8.self) : String(bytes.map { Character(Unicode.Scalar($0)) })
    return String(text.unicodeScalars.filter { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) })
  }

  /// The Latin letter of the key in another layout: Ctrl+Z is where Z would be, even when the key writes я.
  private func latinSymbol(of event: XKeyEvent) -> KeySymbol? {
    (0..<4).lazy.map { KeySymbol(rawValue: UInt(XkbKeycodeToKeysym(self.display, KeyCode(event.keycode), $0, 0))) }
      .first(where: \.isASCII)
  }
}
