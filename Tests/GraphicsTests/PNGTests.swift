import Graphics
import Testing

@Suite struct PNGTests {
  private func sample() throws -> ImageSurface {
    let surface = try ImageSurface(width: 5, height: 3, isOpaque: true)
    try surface.draw { context in
      context.paint(Color(0xF2F3F5))
      for x in 0..<5 {
        context.fill(Rect(x: Double(x), y: Double(x % 3), width: 1, height: 1), with: Color(UInt32(x * 40 + 7)))
      }
    }
    return surface
  }

  /// A header that claims a size; nothing follows it.
  private func header(width: UInt32, height: UInt32) throws -> [UInt8] {
    var bytes = try PNG.encode(sample())
    for (start, value) in [(16, width), (20, height)] {
      for index in 0..<4 { bytes[start + index] = UInt8(truncatingIfNeeded: value >> UInt32(24 - 8 * index)) }
    }
    return bytes
  }

  @Test func whatIsWrittenIsRead() throws {
    let surface = try sample()
    #expect(try PNG.decode(PNG.encode(surface)) == surface.pixels())
  }

  @Test func seeThroughPixelsSurvive() throws {
    let surface = try ImageSurface(width: 2, height: 1)
    try surface.draw { $0.fill(Rect(x: 0, y: 0, width: 1, height: 1), with: Color(0xFF0000)) }
    #expect(try PNG.decode(PNG.encode(surface)).pixels == [0xFFFF_0000, 0])
  }

  @Test func otherFilesAreNotPNG() {
    for bytes in [[], Array("GIF89a".utf8), [0x89, 0x50], [UInt8](repeating: 0, count: 100)] {
      #expect(throws: GraphicsError.notPNG) { try PNG.decode(bytes) }
    }
  }

  @Test func hugeSizesAreRefusedBeforeDecoding() throws {
    let huge = try header(width: 100_000, height: 100_000)
    #expect(throws: GraphicsError.tooLarge(width: 100_000, height: 100_000)) { try PNG.decode(huge) }
    let limit = try header(width: 8192, height: 8193)
    #expect(throws: GraphicsError.tooLarge(width: 8192, height: 8193)) { try PNG.decode(limit) }
    let wild = try header(width: .max, height: 1)
    #expect(throws: GraphicsError.badSize(width: 4_294_967_295, height: 1)) { try PNG.decode(wild) }
    let empty = try header(width: 0, height: 1)
    #expect(throws: GraphicsError.badSize(width: 0, height: 1)) { try PNG.decode(empty) }
  }

  @Test func everyCutIsAnError() throws {
    let bytes = try PNG.encode(sample())
    // The last 12 bytes are the end mark, the four before them a checksum.
    for length in 8..<bytes.count - 12 {
      #expect(throws: GraphicsError.self, "cut at \(length)") { try PNG.decode(Array(bytes[..<length])) }
    }
    #expect(throws: GraphicsError.damagedPNG(reason: "it ends too early")) { try PNG.decode(Array(bytes[..<20])) }
    #expect(throws: GraphicsError.damagedPNG(reason: "it ends too early")) { try PNG.decode(Array(bytes[..<45])) }
  }

  @Test func wrongBytesAreAnError() throws {
    var bytes = try PNG.encode(sample())
    let data = try #require(bytes.indices.first { bytes[$0...].starts(with: Array("IDAT".utf8)) })
    bytes[data + 10] ^= 0xFF
    #expect(throws: GraphicsError.self) { try PNG.decode(bytes) }
    var headless = try PNG.encode(sample())
    headless[12] = 0x58
    #expect(throws: GraphicsError.damagedPNG(reason: "no header")) { try PNG.decode(headless) }
  }

  @Test func errorsAreSentences() {
    #expect("\(GraphicsError.notPNG)" == "not a PNG")
    #expect(
      "\(GraphicsError.tooLarge(width: 9000, height: 9000))" == "9000×9000 pixels is more than 64 megapixels")
  }
}
