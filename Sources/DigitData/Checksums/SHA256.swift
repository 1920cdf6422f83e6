/// The SHA-256 checksum (FIPS 180-4) of bytes that come in pieces of any size.
public struct SHA256: Sendable {
  private static let blockSize = 64

  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  /// Bytes that do not fill a block yet; always fewer than `blockSize`.
  private var rest: [UInt8] = []
  private var byteCount: UInt64 = 0

  /// The checksum of nothing so far.
  public init() {}

  /// Takes in the next bytes.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    byteCount &+= UInt64(bytes.count)
    var bytes = bytes[...]
    if !rest.isEmpty {
      let missing = bytes.prefix(SHA256.blockSize - rest.count)
      rest.append(contentsOf: missing)
      bytes = bytes.dropFirst(missing.count)
      guard rest.count == SHA256.blockSize else { return }
      compressRest()
    }
    let whole = bytes.count / SHA256.blockSize * SHA256.blockSize
    compress(UnsafeRawBufferPointer(rebasing: bytes.prefix(whole)))
    rest.append(contentsOf: bytes.dropFirst(whole))
  }

  /// Takes in the next bytes.
  public mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// The checksum of all bytes taken in, 32 bytes; more bytes may follow.
  public func digest() -> [UInt8] {
    var copy = self
    let padding = 1 + (119 - Int(byteCount % 64)) % 64
    copy.update([0x80] + [UInt8](repeating: 0, count: padding - 1))
    copy.update(SHA256.bigEndian(byteCount &* 8))
    return copy.state.flatMap { SHA256.bigEndian($0) }
  }

  /// The checksum of all bytes taken in, as 64 lower-case hexadecimal digits.
  public func hexDigest() -> String { SHA256.hex(digest()) }

  /// The checksum of `bytes`, as 64 lower-case hexadecimal digits.
  public static func hexDigest(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.hexDigest()
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  private static func bigEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian) { [UInt8]($0) }
  }

  private mutating func compressRest() {
    let block = rest
    block.withUnsafeBytes { compress($0) }
    rest.removeAll(keepingCapacity: true)
  }

  /// Takes in whole blocks.
  private mutating func compress(_ blocks: UnsafeRawBufferPointer) {
    state.withUnsafeMutableBufferPointer { state in
      SHA256.constants.withUnsafeBufferPointer { constants in
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
          var offset = 0
          while offset < blocks.count {
            SHA256.expand(blocks, at: offset, into: schedule, adding: constants)
            SHA256.mix(schedule, into: state)
            offset += SHA256.blockSize
          }
        }
      }
    }
  }
}
