/// What a desktop's settings daemon says, as the XSETTINGS specification has it on the wire.
///
/// Any program may write it, so nothing in it is believed: lengths are checked before they are used.
package struct SettingsBlob: Equatable, Sendable {
  /// The value of one setting; colours are of no use here.
  package enum Value: Equatable, Sendable {
    case number(Int32)
    case text(String)
  }

  package private(set) var values: [String: Value] = [:]

  /// Nothing is set.
  package init() {}

  /// Reads all settings; nil where anything does not fit together.
  package init?(_ bytes: [UInt8]) {
    guard let order = bytes.first, order <= 1 else { return nil }
    var reader = Reader(bytes: bytes, isBigEndian: order == 1)
    guard reader.skip(8), let count = reader.number(bytes: 4) else { return nil }
    // Every setting takes 12 bytes at least, which bounds a count that lies.
    guard count <= UInt32(bytes.count / 12) else { return nil }
    for _ in 0..<count {
      guard readSetting(&reader) else { return nil }
    }
  }

  private mutating func readSetting(_ reader: inout Reader) -> Bool {
    guard let kind = reader.number(bytes: 1), reader.skip(1), let length = reader.number(bytes: 2),
      let name = reader.text(Int(length)), reader.skip(4)
    else { return false }
    switch kind {
    case 0:
      guard let number = reader.number(bytes: 4) else { return false }
      values[name] = .number(Int32(bitPattern: number))
    case 1:
      guard let length = reader.number(bytes: 4), let text = reader.text(Int(length)) else { return false }
      values[name] = .text(text)
    case 2: return reader.skip(8)
    default: return false
    }
    return true
  }

  /// The number called `name`.
  package func number(_ name: String) -> Int32? {
    if case .number(let number)? = values[name] { number } else { nil }
  }

  /// The text called `name`.
  package func text(_ name: String) -> String? {
    if case .text(let text)? = values[name] { text } else { nil }
  }
}

/// Goes through bytes and never beyond their end.
private struct Reader {
  let bytes: [UInt8]
  let isBigEndian: Bool
  var place = 0

  mutating func skip(_ count: Int) -> Bool {
    guard count <= bytes.count - place else { return false }
    place += count
    return true
  }

  mutating func number(bytes count: Int) -> UInt32? {
    let start = place
    guard skip(count) else { return nil }
    let part = bytes[start..<place]
    return (isBigEndian ? Array(part) : part.reversed()).reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Text that is filled up to a multiple of four bytes.
  mutating func text(_ count: Int) -> String? {
    let start = place
    guard count <= bytes.count - place, skip((count + 3) / 4 * 4) else { return nil }
    return String(decoding: bytes[start..<start + count], as: UTF8.self)
  }
}
