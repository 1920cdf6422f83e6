/// The fields of one protocol buffers message, read without knowing its type.
struct ProtobufFields {
  /// Whole numbers, in order, by field.
  private(set) var numbers: [Int: [Int]] = [:]
  /// Single precision numbers, in order, by field.
  private(set) var floats: [Int: [Float]] = [:]
  /// Bytes, text and messages, in order, by field.
  private(set) var contents: [Int: [[UInt8]]] = [:]
  /// Whether the bytes end where a field ends.
  private(set) var isWhole = true

  init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty, isWhole {
      let key = number(&rest)
      switch key & 7 {
      case 0: numbers[key >> 3, default: []].append(number(&rest))
      case 2: contents[key >> 3, default: []].append(take(number(&rest), from: &rest))
      case 5:
        let bits = take(4, from: &rest).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        floats[key >> 3, default: []].append(Float(bitPattern: bits))
      default: isWhole = false
      }
    }
  }

  /// The messages of a field.
  func messages(_ field: Int) -> [ProtobufFields] { contents[field, default: []].map(ProtobufFields.init) }

  /// The texts of a field.
  func texts(_ field: Int) -> [String] { contents[field, default: []].map { String(decoding: $0, as: UTF8.self) } }

  private mutating func take(_ count: Int, from rest: inout ArraySlice<UInt8>) -> [UInt8] {
    isWhole = isWhole && count <= rest.count
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }

  private mutating func number(_ rest: inout ArraySlice<UInt8>) -> Int {
    var value: UInt64 = 0
    for shift in stride(from: 0 as UInt64, to: 70, by: 7) {
      guard let byte = rest.popFirst() else { break }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(bitPattern: UInt(value)) }
    }
    isWhole = false
    return 0
  }
}
