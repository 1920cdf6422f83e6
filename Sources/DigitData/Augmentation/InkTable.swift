/// A picture prepared for bilinear sampling: with its border of paper, and four neighbours in each entry.
struct InkTable {
  /// Bytes of a row with two pixels of paper on each side.
  private static let stride = 32
  /// Rows with two of paper above and below, and room for a vector that begins at the last one.
  private typealias Picture = InlineArray<1088, UInt8>

  /// For each place from −1 to 27 across and down: the bytes there, to its right, below, and below to its right.
  private var entries = InlineArray<928, UInt32>(repeating: 0)

  /// Prepares the 784 bytes at `source`, with strokes wider by `pen` pixels on each side (−1…1).
  init(_ source: UnsafePointer<UInt8>, pen: Float) {
    var ink = Picture(repeating: 0)
    var drawn = Picture(repeating: 0)
    withUnsafeMutableBytes(of: &ink) { ink in
      for row in 0..<28 {
        let place = (row + 2) * InkTable.stride + 2
        ink.baseAddress.unsafelyUnwrapped.advanced(by: place).copyMemory(from: source + row * 28, byteCount: 28)
      }
      withUnsafeMutableBytes(of: &drawn) { InkTable.draw(UnsafeRawBufferPointer(ink), into: $0, pen: pen) }
    }
    withUnsafeBytes(of: &drawn) { drawn in
      withUnsafeMutableBytes(of: &entries) { InkTable.collect(drawn, into: $0) }
    }
  }

  /// Moves each byte towards the largest (or smallest) of it and its four neighbours, by the share `pen`.
  ///
  /// An edge between ink and paper so moves by `pen` pixels, because edge pixels are as grey as they are covered.
  private static func draw(_ ink: UnsafeRawBufferPointer, into drawn: UnsafeMutableRawBufferPointer, pen: Float) {
    let share = SIMD16<UInt16>(repeating: UInt16(abs(pen) * 256))
    for place in Swift.stride(from: stride, to: 31 * stride, by: 16) {
      let here = load(ink, place)
      let around = (load(ink, place - 1), load(ink, place + 1), load(ink, place - stride), load(ink, place + stride))
      let result: SIMD16<UInt8>
      if pen >= 0 {
        let top = pointwiseMax(pointwiseMax(pointwiseMax(around.0, around.1), pointwiseMax(around.2, around.3)), here)
        result = here &+ part(top &- here, share)
      } else {
        let low = pointwiseMin(pointwiseMin(pointwiseMin(around.0, around.1), pointwiseMin(around.2, around.3)), here)
        result = here &- part(here &- low, share)
      }
      drawn.storeBytes(of: result, toByteOffset: place, as: SIMD16<UInt8>.self)
    }
  }

  /// `values` × `share` ÷ 256.
  @inline(__always)
  private static func part(_ values: SIMD16<UInt8>, _ share: SIMD16<UInt16>) -> SIMD16<UInt8> {
    SIMD16<UInt8>(truncatingIfNeeded: (SIMD16<UInt16>(truncatingIfNeeded: values) &* share) &>> 8)
  }

  /// Puts four neighbours into each entry.
  private static func collect(_ drawn: UnsafeRawBufferPointer, into entries: UnsafeMutableRawBufferPointer) {
    for row in 0..<29 {
      for column in Swift.stride(from: 0, to: stride, by: 16) {
        let place = (row + 1) * stride + column + 1
        let above = zipped(load(drawn, place), load(drawn, place + 1))
        let below = zipped(load(drawn, place + stride), load(drawn, place + stride + 1))
        let entry = SIMD16<UInt32>(truncatingIfNeeded: above) | SIMD16<UInt32>(truncatingIfNeeded: below) &<< 16
        entries.storeBytes(of: entry, toByteOffset: 4 * (row * stride + column), as: SIMD16<UInt32>.self)
      }
    }
  }

  @inline(__always)
  private static func zipped(_ left: SIMD16<UInt8>, _ right: SIMD16<UInt8>) -> SIMD16<UInt16> {
    SIMD16<UInt16>(truncatingIfNeeded: left) | SIMD16<UInt16>(truncatingIfNeeded: right) &<< 8
  }

  @inline(__always)
  private static func load(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> SIMD16<UInt8> {
    bytes.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self)
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
        let (across, down) = map.columns(from: column)
        for row in 0..<28 {
          let (rowAcross, rowDown) = map.row(row)
          let pixel = row * 28 + column
          sampler.sample(
            across: across &+ rowAcross &+ InkTable.load(bend + pixel),
            down: down &+ rowDown &+ InkTable.load(bend + 784 + pixel), into: destination + pixel)
        }
      }
    }
  }

  @inline(__always)
  private static func load(_ numbers: UnsafePointer<Int16>) -> SIMD8<Int16> {
    UnsafeRawPointer(numbers).loadUnaligned(as: SIMD8<Int16>.self)
  }
}
