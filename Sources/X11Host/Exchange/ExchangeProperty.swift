import CX11

/// What a window has under a name, after format and length were checked.
struct ExchangeProperty {
  /// The values by their width.
  enum Value {
    /// The property is not there, or its values have 16 bits, which nothing here uses.
    case none
    case bytes([UInt8])
    case words([UInt])
  }

  /// What the values are; 0 where the window has no such property.
  var type: Atom
  /// All values that were asked for.
  var value: Value
  /// What did not fit into what was asked for.
  var bytesLeft: Int

  /// Whether the window has it.
  var exists: Bool { type != 0 }

  /// Reads `atMost` bytes; nil where there is no such window. What was read to its end is deleted if asked.
  @MainActor
  init?(display: OpaquePointer, window: XID, name: Atom, atMost: Int, deletes: Bool) {
    var format: Int32 = 0
    var count: UInt = 0
    var left: UInt = 0
    var data: UnsafeMutablePointer<UInt8>?
    type = 0
    let status = XGetWindowProperty(
      display, window, name, 0, (atMost + 3) / 4, deletes ? True : False, 0, &type, &format, &count, &left, &data)
    defer { if let data { XFree(data) } }
    guard status == Success else { return nil }
    bytesLeft = Int(left)
    value = ExchangeProperty.value(data, format: Int(format), count: Int(count))
  }

  private static func value(_ data: UnsafeMutablePointer<UInt8>?, format: Int, count: Int) -> Value {
    switch format {
    case 8: return .bytes(Array(UnsafeBufferPointer(start: data, count: data == nil ? 0 : count)))
    case 32:
      // Xlib hands 32 bits over as long, which has 64 of them; the upper half may be anything.
      let words = UnsafeRawPointer(data)?.assumingMemoryBound(to: UInt.self)
      return .words(UnsafeBufferPointer(start: words, count: words == nil ? 0 : count).map { $0 & 0xFFFF_FFFF })
    default: return .none
    }
  }
}
