/// Reads JSON of a form that the caller knows, from front to back, without building a tree.
///
/// Nothing recurses, so that nesting costs no stack, and a key may stand only once in its object.
struct JSONReader {
  private let bytes: [UInt8]
  private var position = 0

  /// Starts at the beginning of UTF-8 `bytes`.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads an object; `member` reads the value of each key.
  mutating func object(_ member: (inout JSONReader, String) throws(JSONError) -> Void) throws(JSONError) {
    var keys: Set<String> = []
    try list(open: "{", close: "}", expected: "an object") { (reader) throws(JSONError) in
      let key = try reader.string()
      guard keys.insert(key).inserted else { throw JSONError(offset: reader.position, problem: .duplicate(key: key)) }
      try reader.expect(":", expected: "':'")
      try member(&reader, key)
    }
  }

  /// Reads an array; `element` reads each of its values.
  mutating func array(_ element: (inout JSONReader) throws(JSONError) -> Void) throws(JSONError) {
    try list(open: "[", close: "]", expected: "a list", element)
  }

  /// Reads a string.
  mutating func string() throws(JSONError) -> String {
    try expect("\"", expected: "a string")
    var text: [UInt8] = []
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      let byte = bytes[position]
      guard byte >= 0x20 else { throw failure("a string without control characters") }
      position += 1
      if byte == UInt8(ascii: "\\") { try escape(into: &text) } else { text.append(byte) }
    }
    guard position < bytes.count else { throw failure("the end of a string") }
    guard let string = String(validating: text, as: UTF8.self) else { throw failure("UTF-8 before it") }
    position += 1
    return string
  }

  /// Reads a whole number that is not negative.
  mutating func count() throws(JSONError) -> Int {
    let start = position
    let word = number()
    guard word.allSatisfy(\.isASCII), word.allSatisfy(\.isNumber), let value = Int(word) else {
      position = start
      throw failure("a whole number")
    }
    return value
  }

  /// Reads a finite number.
  mutating func float() throws(JSONError) -> Float {
    let start = position
    guard let value = Float(number()), value.isFinite else {
      position = start
      throw failure("a number")
    }
    return value
  }

  /// Checks that only white space follows.
  mutating func end() throws(JSONError) {
    skipSpace()
    guard position == bytes.count else { throw failure("the end") }
  }

  private mutating func list(
    open: Unicode.Scalar, close: Unicode.Scalar, expected: String,
    _ item: (inout JSONReader) throws(JSONError) -> Void
  ) throws(JSONError) {
    try expect(open, expected: expected)
    if take(close) { return }
    repeat { try item(&self) } while take(",")
    try expect(close, expected: "',' or '\(close)'")
  }

  /// Takes the characters that a number may have.
  private mutating func number() -> String {
    skipSpace()
    let start = position
    while position < bytes.count, "0123456789+-.eE".utf8.contains(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
    guard position < bytes.count else { throw failure("the end of a string") }
    let plain: [UInt8: UInt8] = [0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 8, 0x66: 12, 0x6E: 10, 0x72: 13, 0x74: 9]
    if let byte = plain[bytes[position]] {
      text.append(byte)
      position += 1
      return
    }
    let high = try unit()
    guard 0xD800..<0xDC00 ~= high else { return try append(high, to: &text) }
    guard position < bytes.count, bytes[position] == 0x5C else { throw failure("the second half of a character") }
    position += 1
    let low = try unit()
    guard 0xDC00..<0xE000 ~= low else { throw failure("the second half of a character before it") }
    try append(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00), to: &text)
  }

  /// Reads `uXXXX` behind a backslash.
  private mutating func unit() throws(JSONError) -> UInt32 {
    guard position + 5 <= bytes.count, bytes[position] == UInt8(ascii: "u"),
      let value = UInt32(String(decoding: bytes[position + 1..<position + 5], as: UTF8.self), radix: 16)
    else { throw failure("an escape such as \\n or \\u0041") }
    position += 5
    return value
  }

  private func append(_ value: UInt32, to text: inout [UInt8]) throws(JSONError) {
    guard let scalar = Unicode.Scalar(value) else { throw failure("a character before it") }
    text.append(contentsOf: String(Character(scalar)).utf8)
  }

  private mutating func skipSpace() {
    while position < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) { position += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar, expected: String) throws(JSONError) {
    guard take(character) else { throw failure(expected) }
  }

  /// The error that something else was expected at this place.
  func failure(_ expected: String) -> JSONError { JSONError(offset: position, problem: .expected(expected)) }
}
