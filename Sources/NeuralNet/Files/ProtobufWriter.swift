/// Writes the wire format of protocol buffers: numbered fields, one after the other.
struct ProtobufWriter {
  private(set) var bytes: [UInt8] = []

  /// Writes a whole number.
  mutating func write(_ value: Int, field: Int) {
    key(field, wire: 0)
    variable(UInt64(bitPattern: Int64(value)))
  }

  /// Writes a number of single precision.
  mutating func write(_ value: Float, field: Int) {
    key(field, wire: 5)
    withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Writes text in UTF-8.
  mutating func write(_ text: String, field: Int) { write(Array(text.utf8), field: field) }

  /// Writes bytes.
  mutating func write(_ content: [UInt8], field: Int) {
    key(field, wire: 2)
    variable(UInt64(content.count))
    bytes += content
  }

  /// Writes a message within the message.
  mutating func message(field: Int, _ body: (inout ProtobufWriter) -> Void) {
    var writer = ProtobufWriter()
    body(&writer)
    write(writer.bytes, field: field)
  }

  private mutating func key(_ field: Int, wire: UInt64) { variable(UInt64(field) << 3 | wire) }

  /// Seven bits a byte, the lowest first; the top bit says that more follow.
  private mutating func variable(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}
