/// A picture prepared for bilinear sampling: with its border of paper, and four neighbours in each entry.
struct InkTable {
  /// Bytes of a row with two pixels of paper on each side.
  private static let stride = 32
  /// Rows with two of paper above and below, and room for a vector that begins at the last one.
  private typealias Picture = InlineArray<1088, UInt8>

  /// For each place from −1 to 27 across and down: the bytes there, to its right, below, and below to its right.
  private var entries = InlineArray<928, UInt32>(repeating: 0)

  /// Prepares the 784 bytes at `source`, with strokes wider by `pen` pixels on each side (−1…1).
  init(_ source: UnsafePointer<UInt8>, box: InkBox, pen: Float) {
    var ink = Picture(repeating: 0)
    var drawn = Picture(repeating: 0)
    // Entries and bytes count from two pixels above the picture: the rows from one above the ink to one below it.
    let rows = max(box.top + 1, 1)..<(box.bottom + 4)
    withUnsafeMutableBytes(of: &ink) { ink in
      for row in box.top...box.bottom {
        let place = UnsafeMutableRawBufferPointer(rebasing: ink[((row + 2) * InkTable.stride + 2)...])
        place.copyMemory(from: UnsafeRawBufferPointer(start: source + row * 28, count: 28))
      }
      withUnsafeMutableBytes(of: &drawn) { InkTable.draw(UnsafeRawBufferPointer(ink), rows, into: $0, pen: pen) }
    }
    withUnsafeBytes(of: &drawn) { drawn in
      withUnsafeMutableBytes(of: &entries) { InkTable.collect(drawn, rows, into: $0) }
    }
  }

  /// Moves each byte towards the largest (or smallest) of it and its four neighbours, by the share `pen`.
  ///
  /// An edge between ink and paper so moves by `pen` pixels, because edge pixels are as grey as they are covered.
  private static func draw(
    _ ink: UnsafeRawBufferPointer, _ rows: Range<Int>, into drawn: UnsafeMutableRawBufferPointer, pen: Float
  ) {
    let share = SIMD8<Int16>(repeating: Int16(abs(pen) * 128))
    for place in Swift.stride(from: rows.lowerBound * stride, to: rows.upperBound * stride, by: 8) {
      let here = wide(ink, place)
      let (left, right) = (wide(ink, place - 1), wide(ink, place + 1))
      let (above, below) = (wide(ink, place - stride), wide(ink, place + stride))
      let extreme: SIMD8<Int16>
      if pen >= 0 {
        extreme = larger(larger(larger(left, right), larger(above, below)), here)
      } else {
        extreme = smaller(smaller(smaller(left, right), smaller(above, below)), here)
      }
      // 255 × 128 is the largest product: it fits into 15 bits.
      let result = here &+ ((extreme &- here) &* share) &>> 7
      drawn.storeBytes(of: SIMD8<UInt8>(truncatingIfNeeded: result), toByteOffset: place, as: SIMD8<UInt8>.self)
    }
  }

  // The library's `pointwiseMax` is called here instead of becoming one instruction.
  @inline(__always)
  private static func larger(_ first: SIMD8<Int16>, _ second: SIMD8<Int16>) -> SIMD8<Int16> {
    first.replacing(with: second, where: second .> first)
  }

  @inline(__always)
  private static func smaller(_ first: SIMD8<Int16>, _ second: SIMD8<Int16>) -> SIMD8<Int16> {
    first.replacing(with: second, where: second .< first)
  }

  @inline(__always)
  private static func wide(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> SIMD8<Int16> {
    SIMD8<Int16>(truncatingIfNeeded: load(bytes, place))
  }

  /// Puts four neighbours into each entry.
  private static func collect(
    _ drawn: UnsafeRawBufferPointer, _ rows: Range<Int>, into entries: UnsafeMutableRawBufferPointer
  ) {
    for row in max(rows.lowerBound - 2, 0)..<min(rows.upperBound, 29) {
      for column in Swift.stride(from: 0, to: stride, by: 8) {
        let place = (row + 1) * stride + column + 1
        let above = zipped(load(drawn, place), load(drawn, place + 1))
        let below = zipped(load(drawn, place + stride), load(drawn, place + stride + 1))
        let entry = SIMD8<UInt32>(truncatingIfNeeded: above) | SIMD8<UInt32>(truncatingIfNeeded: below) &<< 16
        entries.storeBytes(of: entry, toByteOffset: 4 * (row * stride + column), as: SIMD8<UInt32>.self)
      }
    }
  }

  @inline(__always)
  private static func zipped(_ left: SIMD8<UInt8>, _ right: SIMD8<UInt8>) -> SIMD8<UInt16> {
    SIMD8<UInt16>(truncatingIfNeeded: left) | SIMD8<UInt16>(truncatingIfNeeded: right) &<< 8
  }

  @inline(__always)
  private static func load(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> SIMD8<UInt8> {
    bytes.loadUnaligned(fromByteOffset: place, as: SIMD8<UInt8>.self)
  }

  /// Writes the new picture: for each pixel what lies at the place that `map` and `bend` give.
  mutating func warp(
    _ map: InverseMap, bend: UnsafePointer<Int16>, into destination: UnsafeMutablePointer<Float>, scale: Float,
    offset: Float
  ) {
    withUnsafeBytes(of: &entries) { entries in
      let sampler = InkSampler(entries: entries, scale: scale, offset: offset)
      // 28 columns are three and a half vectors: the last one writes four pixels of the third again.
      for block in 0..<4 {
        let column = min(8 * block, 20)
        var (across, down) = map.columns(from: column)
        for pixel in Swift.stride(from: column, to: 784, by: 28) {
          sampler.sample(
            across: across &+ InkTable.load(bend + pixel), down: down &+ InkTable.load(bend + 784 + pixel),
            into: destination + pixel)
          across &+= map.stepAcross
          down &+= map.stepDown
        }
      }
    }
  }

  @inline(__always)
  private static func load(_ numbers: UnsafePointer<Int16>) -> SIMD8<Int16> {
    UnsafeRawPointer(numbers).loadUnaligned(as: SIMD8<Int16>.self)
  }
}
