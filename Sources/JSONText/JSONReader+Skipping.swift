extension JSONReader {
  /// Goes past any value, however deep, and gives its text without the white space between its parts.
  package mutating func rawValue() throws(JSONError) -> String {
    // The brackets that are open. A stack of ours instead of the program's: a million of them are a megabyte.
    var open: [UInt8] = []
    var text: [UInt8] = []
    repeat {
      if try skipOpening(&open, into: &text) { continue }
      try skipScalar(into: &text)
      try skipClosings(&open, into: &text)
    } while !open.isEmpty
    guard let string = String(validating: text, as: UTF8.self) else { throw failure("UTF-8 before it") }
    return string
  }

  /// Takes an opening bracket, and the key behind a brace; says whether a value must follow inside.
  private mutating func skipOpening(_ open: inout [UInt8], into text: inout [UInt8]) throws(JSONError) -> Bool {
    if take("[") {
      open.append(UInt8(ascii: "]"))
      text.append(UInt8(ascii: "["))
    } else if take("{") {
      open.append(UInt8(ascii: "}"))
      text.append(UInt8(ascii: "{"))
    } else {
      return false
    }
    skipSpace()
    guard position < bytes.count, let close = open.last, bytes[position] != close else { return false }
    if close == UInt8(ascii: "}") { try skipKey(into: &text) }
    return true
  }

  /// Takes a string, a number or a word; nothing before a closing bracket, which only follows an opening one here.
  private mutating func skipScalar(into text: inout [UInt8]) throws(JSONError) {
    skipSpace()
    let start = position
    guard position < bytes.count else { throw failure("a value") }
    switch bytes[position] {
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      guard let last = text.last, [UInt8(ascii: "["), UInt8(ascii: "{")].contains(last) else {
        throw failure("a value")
      }
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      guard skipNumber() else { throw failure("a number") }
    default:
      guard take(word: "true") || take(word: "false") || take(word: "null") else { throw failure("a value") }
    }
    text.append(contentsOf: bytes[start..<position])
  }

  /// Takes the brackets that close behind a value, and the comma and key before the next.
  private mutating func skipClosings(_ open: inout [UInt8], into text: inout [UInt8]) throws(JSONError) {
    while let close = open.last {
      if take(",") {
        text.append(UInt8(ascii: ","))
        if close == UInt8(ascii: "}") { try skipKey(into: &text) }
        return
      }
      guard take(Unicode.Scalar(close)) else { throw failure("',' or '\(Unicode.Scalar(close))'") }
      text.append(close)
      open.removeLast()
    }
  }

  private mutating func skipKey(into text: inout [UInt8]) throws(JSONError) {
    skipSpace()
    let start = position
    _ = try string()
    text.append(contentsOf: bytes[start..<position])
    try expect(":", expected: "':'")
    text.append(UInt8(ascii: ":"))
  }
}
