/// Reads JSON of a form that the caller knows, from front to back, without building a tree.
///
/// Nothing recurses, so that nesting costs no stack, and a key may stand only once in its object.
package struct JSONReader {
  let bytes: [UInt8]
  /// Bytes read so far.
  package internal(set) var position = 0

  /// Starts at the beginning of UTF-8 `bytes`.
  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads an object; `member` reads the value of each key.
  package mutating func object(_ member: (inout JSONReader, String) throws(JSONError) -> Void) throws(JSONError) {
    var keys: Set<String> = []
    try list(open: "{", close: "}", expected: "an object") { (reader) throws(JSONError) in
      let key = try reader.string()
      guard keys.insert(key).inserted else { throw JSONError(offset: reader.position, problem: .duplicate(key: key)) }
      try reader.expect(":", expected: "':'")
      try member(&reader, key)
    }
  }

  /// Reads an array; `element` reads each of its values.
  package mutating func array(_ element: (inout JSONReader) throws(JSONError) -> Void) throws(JSONError) {
    try list(open: "[", close: "]", expected: "a list", element)
  }

  /// Takes the word `null`, where it is next, and says whether it was there.
  package mutating func null() -> Bool {
    skipSpace()
    return take(word: "null")
  }

  /// Checks that only white space follows.
  package mutating func end() throws(JSONError) {
    skipSpace()
    guard position == bytes.count else { throw failure("the end") }
  }

  /// The error that something else was expected at this place.
  package func failure(_ expected: String) -> JSONError { JSONError(offset: position, problem: .expected(expected)) }

  private mutating func list(
    open: Unicode.Scalar, close: Unicode.Scalar, expected: String,
    _ item: (inout JSONReader) throws(JSONError) -> Void
  ) throws(JSONError) {
    try expect(open, expected: expected)
    if take(close) { return }
    repeat { try item(&self) } while take(",")
    guard take(close) else { throw failure("',' or '\(close)'") }
  }

  mutating func skipSpace() {
    while position < bytes.count, bytes[position] <= 0x20 {
      guard [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) else { return }
      position += 1
    }
  }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  mutating func take(word: StaticString) -> Bool {
    let end = position + word.utf8CodeUnitCount
    guard end <= bytes.count, word.withUTF8Buffer({ bytes[position..<end].elementsEqual($0) }) else { return false }
    position = end
    return true
  }

  mutating func expect(_ character: Unicode.Scalar, expected: String) throws(JSONError) {
    guard take(character) else { throw failure(expected) }
  }
}
