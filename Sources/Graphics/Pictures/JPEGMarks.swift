/// What the segments before a JPEG's data say: how the camera was held and whether Adobe's programs wrote it.
struct JPEGMarks {
  private(set) var orientation = Orientation.upright
  private(set) var isFromAdobe = false

  /// Walks the segments; whatever makes no sense is passed over.
  init(_ bytes: [UInt8]) {
    var place = 2
    while let length = JPEGMarks.segmentLength(bytes, at: place) {
      let body = bytes[place + 4..<place + 2 + length]
      read(marker: bytes[place + 1], Array(body.prefix(1 << 16)))
      place += 2 + length
    }
  }

  /// The length of the segment at `place` with its own two bytes; `nil` where the data or the file begin to end.
  private static func segmentLength(_ bytes: [UInt8], at place: Int) -> Int? {
    guard place + 4 <= bytes.count, bytes[place] == 0xFF, bytes[place + 1] != 0xDA else { return nil }
    let length = Int(bytes[place + 2]) << 8 | Int(bytes[place + 3])
    return length >= 2 && place + 2 + length <= bytes.count ? length : nil
  }

  private mutating func read(marker: UInt8, _ body: [UInt8]) {
    if marker == 0xEE, body.starts(with: "Adobe".utf8) { isFromAdobe = true }
    if marker == 0xE1, body.starts(with: "Exif\0\0".utf8), let found = EXIF.orientation(Array(body.dropFirst(6))) {
      orientation = found
    }
  }
}
