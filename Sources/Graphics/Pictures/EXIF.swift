/// The one entry of a camera's notes that matters for reading: which way is up.
enum EXIF {
  /// The orientation in a TIFF block; `nil` if it has none, or if anything in it makes no sense.
  static func orientation(_ block: [UInt8]) -> Orientation? {
    let isLittle = block.starts(with: "II*\0".utf8)
    guard isLittle || block.starts(with: "MM\0*".utf8) else { return nil }
    func number(at start: Int, count: Int) -> Int? {
      guard start >= 0, start + count <= block.count else { return nil }
      let bytes = block[start..<start + count]
      return (isLittle ? bytes.reversed() : Array(bytes)).reduce(0) { $0 << 8 | Int($1) }
    }
    guard let directory = number(at: 4, count: 4), let entries = number(at: directory, count: 2) else { return nil }
    for entry in 0..<entries {
      let start = directory + 2 + entry * 12
      guard let tag = number(at: start, count: 2) else { return nil }
      guard tag == 0x112 else { continue }
      // A value of two bytes (kind 3) lies in the entry itself.
      guard number(at: start + 2, count: 2) == 3, let value = number(at: start + 8, count: 2) else { return nil }
      return Orientation(rawValue: value)
    }
    return nil
  }
}
