/// Bilinear sampling of eight places at a time from the entries of an `InkTable`.
///
/// Written for vectors of 128 bits and products of 16 bits, which every x86-64 has.
struct InkSampler {
  private let entries: UnsafeRawBufferPointer
  private let factor: SIMD4<Float>
  private let offset: SIMD4<Float>

  /// Results are bytes × `scale` + `offset`.
  init(entries: UnsafeRawBufferPointer, scale: Float, offset: Float) {
    self.entries = entries
    factor = SIMD4(repeating: scale / 256)
    self.offset = SIMD4(repeating: offset)
  }

  /// Writes eight numbers for the places `across` and `down`, in 1/512 pixel from the middle of the picture.
  @inline(__always)
  func sample(across: SIMD8<Int16>, down: SIMD8<Int16>, into destination: UnsafeMutablePointer<Float>) {
    let (column, right) = InkSampler.split(across)
    let (row, below) = InkSampler.split(down)
    let index = row &<< 5 | column
    let output = UnsafeMutableRawPointer(destination)
    output.storeBytes(of: blend(gather(index.lowHalf), right.lowHalf, below.lowHalf), as: SIMD4<Float>.self)
    output.storeBytes(
      of: blend(gather(index.highHalf), right.highHalf, below.highHalf), toByteOffset: 16, as: SIMD4<Float>.self)
  }

  /// The entry (0…28) and the way from it to the next in 1/256 of a place, which may be far outside.
  @inline(__always)
  private static func split(_ place: SIMD8<Int16>) -> (entry: SIMD8<UInt16>, way: SIMD8<UInt16>) {
    // The middle is 14.5 entries from the first one; beyond the last there is only paper.
    let low = SIMD8<Int16>(repeating: -14 * 512 - 256)
    let inside = pointwiseMin(pointwiseMax(place, low), SIMD8(repeating: 14 * 512 + 255)) &- low
    let bits = SIMD8<UInt16>(truncatingIfNeeded: inside)
    return (bits &>> 9, (bits &>> 1) & 255)
  }

  @inline(__always)
  private func gather(_ index: SIMD4<UInt16>) -> SIMD4<UInt32> {
    SIMD4(entry(index[0]), entry(index[1]), entry(index[2]), entry(index[3]))
  }

  @inline(__always)
  private func entry(_ index: UInt16) -> UInt32 {
    entries.load(fromByteOffset: 4 * Int(index), as: UInt32.self)
  }

  /// Four numbers from four entries and the ways to the right and down.
  @inline(__always)
  private func blend(_ entry: SIMD4<UInt32>, _ right: SIMD4<UInt16>, _ below: SIMD4<UInt16>) -> SIMD4<Float> {
    // Each lane holds the pixel above in its lower half and the one below in its upper half.
    let left = unsafeBitCast(entry & 0x00FF_00FF, to: SIMD8<UInt16>.self)
    let next = unsafeBitCast((entry &>> 8) & 0x00FF_00FF, to: SIMD8<UInt16>.self)
    let ways = InkSampler.pairs(right, right)
    let between = (left &<< 8 &+ (next &- left) &* ways &+ 128) &>> 8
    let shares = InkSampler.pairs(256 &- below, below)
    let parts = unsafeBitCast(between &* shares, to: SIMD4<UInt32>.self)
    let sum = SIMD4<Int32>(truncatingIfNeeded: (parts & 0xFFFF) &+ (parts &>> 16))
    return SIMD4<Float>(sum) * factor + offset
  }

  /// Lanes from `upper` and `lower` by turns.
  @inline(__always)
  private static func pairs(_ upper: SIMD4<UInt16>, _ lower: SIMD4<UInt16>) -> SIMD8<UInt16> {
    let both = SIMD4<UInt32>(truncatingIfNeeded: upper) | SIMD4<UInt32>(truncatingIfNeeded: lower) &<< 16
    return unsafeBitCast(both, to: SIMD8<UInt16>.self)
  }
}
