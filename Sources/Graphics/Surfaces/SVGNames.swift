/// Names the parts of an SVG anew, in their order.
///
/// The drawing library counts surfaces of the whole program in them: the same picture would be other bytes each time.
enum SVGNames {
  /// `bytes` with every part called by its kind and a number from 1, and with references to match.
  static func renumbered(_ bytes: [UInt8]) -> [UInt8] {
    let names = names(in: bytes)
    guard !names.isEmpty else { return bytes }
    var (result, copied) = ([UInt8](), 0)
    result.reserveCapacity(bytes.count)
    for start in bytes.indices where isBeforeName(bytes, start) {
      let name = name(in: bytes, from: start)
      guard let other = names[Array(name)] else { continue }
      result += bytes[copied..<start] + other
      copied = name.endIndex
    }
    return result + bytes[copied...]
  }

  private static func names(in bytes: [UInt8]) -> [[UInt8]: [UInt8]] {
    var (names, counts) = ([[UInt8]: [UInt8]](), [[UInt8]: Int]())
    for start in bytes.indices where isBeforeDefinition(bytes, start) {
      let name = Array(name(in: bytes, from: start))
      guard !name.isEmpty, names[name] == nil else { continue }
      let kind = Array(name.prefix { !isDigit($0) })
      counts[kind, default: 0] += 1
      names[name] = kind + Array("\(counts[kind, default: 0])".utf8)
    }
    return names
  }

  private static func isBeforeName(_ bytes: [UInt8], _ index: Int) -> Bool {
    guard index > 1 else { return false }
    // `url(#name)` or `href="#name"`.
    if bytes[index - 1] == UInt8(ascii: "#") {
      return [UInt8(ascii: "("), UInt8(ascii: "\"")].contains(bytes[index - 2])
    }
    return isBeforeDefinition(bytes, index)
  }

  private static func isBeforeDefinition(_ bytes: [UInt8], _ index: Int) -> Bool {
    index >= 5 && bytes[index - 1] == UInt8(ascii: "\"") && bytes[index - 5..<index].elementsEqual(" id=\"".utf8)
  }

  private static func name(in bytes: [UInt8], from start: Int) -> ArraySlice<UInt8> {
    bytes[start...].prefix { isDigit($0) || isLetter($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
}
