/// Compresses bytes into a zlib stream: repetitions become references, everything is written in the fixed code.
///
/// Drawings are long runs and repeated rows; for them this comes close to what larger encoders reach.
struct Deflate {
  private static let shortest = 3
  private static let longest = 258
  private static let window = 32_768
  /// How many earlier places are tried for each reference.
  private static let effort = 24

  private let input: [UInt8]
  /// The length of a row: the place right above is always tried, since runs of one colour hide it from the chains.
  private let row: Int
  private var writer = BitWriter()
  /// The newest place of each hash, and for each place the one before it; −1 for none.
  private var newest = [Int32](repeating: -1, count: 1 << 15)
  private var earlier: [Int32]

  /// The zlib stream of `bytes`, which come in rows of the length `row`.
  static func zlib(_ bytes: [UInt8], row: Int) -> [UInt8] {
    var deflate = Deflate(bytes, row: row)
    deflate.run()
    let sum = Checksum.adler32(bytes)
    return [0x78, 0x9C] + deflate.writer.finish() + Checksum.bigEndian(sum)
  }

  private init(_ bytes: [UInt8], row: Int) {
    input = bytes
    self.row = row
    earlier = [Int32](repeating: -1, count: bytes.count)
  }

  private mutating func run() {
    // One block, the last, in the fixed code.
    writer.write(1, count: 1)
    writer.write(1, count: 2)
    var place = 0
    while place < input.count {
      let match = longestMatch(at: place)
      if match.length >= Deflate.shortest {
        writeMatch(length: match.length, distance: match.distance)
        for covered in place..<place + match.length { remember(covered) }
        place += match.length
      } else {
        writeSymbol(Int(input[place]))
        remember(place)
        place += 1
      }
    }
    writeSymbol(256)
  }

  private func hash(at place: Int) -> Int {
    let value = UInt32(input[place]) | UInt32(input[place + 1]) << 8 | UInt32(input[place + 2]) << 16
    return Int((value &* 2_654_435_761) >> 17)
  }

  private mutating func remember(_ place: Int) {
    guard place + Deflate.shortest <= input.count else { return }
    let hash = hash(at: place)
    earlier[place] = newest[hash]
    newest[hash] = Int32(place)
  }

  /// The longest repetition that ends where the input ends or sooner; the nearest of equally long ones.
  private func longestMatch(at place: Int) -> (length: Int, distance: Int) {
    guard place + Deflate.shortest <= input.count else { return (0, 0) }
    let limit = min(Deflate.longest, input.count - place)
    var best = (length: 0, distance: 0)
    var candidate = Int(newest[hash(at: place)])
    for _ in 0..<Deflate.effort where candidate >= 0 && place - candidate <= Deflate.window {
      let length = commonLength(candidate, place, limit: limit)
      if length > best.length { best = (length, place - candidate) }
      if length == limit { break }
      candidate = Int(earlier[candidate])
    }
    guard best.length < limit, row <= min(place, Deflate.window) else { return best }
    let above = commonLength(place - row, place, limit: limit)
    return above > best.length ? (above, row) : best
  }

  private func commonLength(_ one: Int, _ two: Int, limit: Int) -> Int {
    input.withUnsafeBufferPointer { bytes in
      var length = 0
      while length < limit && bytes[one + length] == bytes[two + length] { length += 1 }
      return length
    }
  }

  /// A literal, a length or the end mark in the fixed code.
  private mutating func writeSymbol(_ symbol: Int) {
    switch symbol {
    case ..<144: writer.writeCode(0x30 + symbol, count: 8)
    case ..<256: writer.writeCode(0x190 + symbol - 144, count: 9)
    case ..<280: writer.writeCode(symbol - 256, count: 7)
    default: writer.writeCode(0xC0 + symbol - 280, count: 8)
    }
  }

  private mutating func writeMatch(length: Int, distance: Int) {
    let lengthCode = Deflate.lengths.lastIndex { $0.base <= length } ?? 0
    writeSymbol(257 + lengthCode)
    writer.write(length - Deflate.lengths[lengthCode].base, count: Deflate.lengths[lengthCode].extra)
    let distanceCode = Deflate.distances.lastIndex { $0.base <= distance } ?? 0
    writer.writeCode(distanceCode, count: 5)
    writer.write(distance - Deflate.distances[distanceCode].base, count: Deflate.distances[distanceCode].extra)
  }

  /// The first length of each code and how many bits follow it; 258 has a code of its own.
  private static let lengths = classes(count: 28, first: shortest, codesPerBit: 4) + [(base: longest, extra: 0)]
  /// The same for distances.
  private static let distances = classes(count: 30, first: 1, codesPerBit: 2)

  private static func classes(count: Int, first: Int, codesPerBit: Int) -> [(base: Int, extra: Int)] {
    var base = first
    return (0..<count).map { code in
      let extra = max(0, code / codesPerBit - 1)
      defer { base += 1 << extra }
      return (base, extra)
    }
  }
}

/// Packs bits into bytes, the lowest bit first.
struct BitWriter {
  private var bytes: [UInt8] = []
  private var pending: UInt32 = 0
  private var count = 0

  /// Writes the lowest `count` bits (at most 16) of `value`, the lowest first.
  mutating func write(_ value: Int, count: Int) {
    pending |= UInt32(value) << UInt32(self.count)
    self.count += count
    while self.count >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      self.count -= 8
    }
  }

  /// Writes a code word, its highest bit first.
  mutating func writeCode(_ code: Int, count: Int) {
    var reversed = 0
    for bit in 0..<count where code >> bit & 1 == 1 { reversed |= 1 << (count - 1 - bit) }
    write(reversed, count: count)
  }

  /// All bytes, the last one filled up with zeros.
  mutating func finish() -> [UInt8] {
    if count > 0 { write(0, count: 8 - count) }
    return bytes
  }
}
