extension JSONReader {
  /// Reads a string.
  package mutating func string() throws(JSONError) -> String {
    try expect("\"", expected: "a string")
    var text: [UInt8] = []
    while true {
      let start = position
      try skipPlainText()
      text.append(contentsOf: bytes[start..<position])
      position += 1
      if bytes[position - 1] == UInt8(ascii: "\"") { break }
      try escape(into: &text)
    }
    guard let string = String(validating: text, as: UTF8.self) else { throw failure("UTF-8 before it") }
    return string
  }

  /// Goes to the next quote or backslash.
  private mutating func skipPlainText() throws(JSONError) {
    while position < bytes.count, bytes[position] != UInt8(ascii: "\""), bytes[position] != UInt8(ascii: "\\") {
      guard bytes[position] >= 0x20 else { throw failure("a string without control characters") }
      position += 1
    }
    guard position < bytes.count else { throw failure("the end of a string") }
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
    guard position < bytes.count else { throw failure("the end of a string") }
    if let byte = JSONReader.escapes[bytes[position]] {
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

  /// What a letter behind a backslash stands for.
  private static let escapes: [UInt8: UInt8] = [
    0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 8, 0x66: 12, 0x6E: 10, 0x72: 13, 0x74: 9,
  ]

  /// Reads `uXXXX` behind a backslash.
  private mutating func unit() throws(JSONError) -> UInt32 {
    guard position + 5 <= bytes.count, bytes[position] == UInt8(ascii: "u"),
      let value = JSONReader.hexadecimal(bytes[position + 1..<position + 5])
    else { throw failure("an escape such as \\n or \\u0041") }
    position += 5
    return value
  }

  private func append(_ value: UInt32, to text: inout [UInt8]) throws(JSONError) {
    guard let scalar = Unicode.Scalar(value) else { throw failure("a character before it") }
    text.append(contentsOf: String(Character(scalar)).utf8)
  }

  private static func hexadecimal(_ digits: ArraySlice<UInt8>) -> UInt32? {
    var value: UInt32 = 0
    for digit in digits {
      guard let part = Character(Unicode.Scalar(digit)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(part)
    }
    return value
  }
}
