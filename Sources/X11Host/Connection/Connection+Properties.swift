import CX11

extension Connection {
  /// More than this of a property is not read.
  private static let mostBytes = 1 << 20

  /// The bytes of a property; nil where there is none, it has wider values, is too long or its window is gone.
  func bytes(of property: Atom, on window: Window) -> [UInt8]? {
    read(property, on: window, format: 8) { Array(UnsafeRawBufferPointer(start: $0, count: $1)) }
  }

  /// The numbers of a property, which come as C longs; nil as above.
  func numbers(of property: Atom, on window: Window) -> [UInt]? {
    read(property, on: window, format: 32) { data, count in
      data.withMemoryRebound(to: UInt.self, capacity: count) { Array(UnsafeBufferPointer(start: $0, count: count)) }
    }
  }

  private func read<Value>(
    _ property: Atom, on window: Window, format: Int32, _ body: (UnsafeMutablePointer<UInt8>, Int) -> Value
  ) -> Value? {
    var (type, count, rest): (Atom, UInt, UInt) = (0, 0, 0)
    var foundFormat: Int32 = 0
    var data: UnsafeMutablePointer<UInt8>?
    let status = XGetWindowProperty(
      display, window, property, 0, Connection.mostBytes / 4, False, Atom(AnyPropertyType), &type, &foundFormat,
      &count, &rest, &data)
    guard status == Success, let data else { return nil }
    defer { XFree(data) }
    return foundFormat == format && rest == 0 ? body(data, Int(count)) : nil
  }
}
