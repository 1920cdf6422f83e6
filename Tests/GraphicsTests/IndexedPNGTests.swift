import Graphics
import Testing

@Suite struct IndexedPNGTests {
  /// The decoder is libpng, so that both sides do not share a mistake.
  private func roundTrip(_ image: PixelImage) throws -> PixelImage { try PNG.decode(PNG.encodeIndexed(image)) }

  private func noise(_ count: Int, colors: Int, seed: UInt32) -> [UInt32] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return 0xFF00_0000 | (state >> 16) % UInt32(colors) &* 65_793
    }
  }

  @Test(arguments: [(1, 1), (1, 400), (400, 1), (17, 31), (300, 299), (1200, 40)])
  func noiseSurvives(width: Int, height: Int) throws {
    let image = PixelImage(
      width: width, height: height, pixels: noise(width * height, colors: 256, seed: UInt32(width)))
    #expect(try roundTrip(image) == image)
  }

  @Test func runsOfEveryLengthSurvive() throws {
    let pixels = (0..<600).flatMap { length in
      [UInt32](repeating: length % 2 == 0 ? 0xFF12_3456 : 0xFFAB_CDEF, count: length) + [0xFF00_0000]
    }
    let image = PixelImage(
      width: pixels.count / 100, height: 100, pixels: Array(pixels.prefix(pixels.count / 100 * 100)))
    #expect(try roundTrip(image) == image)
    #expect(PNG.encodeIndexed(image).count < image.pixels.count / 20)
  }

  @Test func farRepetitionsSurvive() throws {
    // The repetition lies just inside, at and just beyond the reach of a reference.
    for gap in [32_766, 32_767, 32_768, 32_769] {
      let piece = noise(100, colors: 200, seed: 7)
      let pixels = piece + noise(gap - 100, colors: 250, seed: 9) + piece
      let image = PixelImage(width: pixels.count, height: 1, pixels: pixels)
      let wide = PixelImage(width: 100, height: 300, pixels: Array(pixels.prefix(30_000)))
      #expect(try roundTrip(wide) == wide)
      if image.width <= ImageSurface.maximumSide { #expect(try roundTrip(image) == image) }
    }
  }

  @Test func tooManyColorsGoToTheNearest() throws {
    let pixels: [UInt32] = (0..<1024).map { 0xFF00_0000 | UInt32($0 / 4) << 8 | UInt32($0 % 4) }
    let image = PixelImage(width: 32, height: 32, pixels: pixels)
    let back = try roundTrip(image)
    #expect(Set(back.pixels).count <= 256)
    for (one, two) in zip(image.pixels, back.pixels) {
      #expect(abs(Int(one >> 8 & 0xFF) - Int(two >> 8 & 0xFF)) <= 3)
    }
  }

  @Test func checksumsAreThoseOfTheFormats() {
    #expect(Checksum.crc32(Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(Checksum.adler32(Array("Wikipedia".utf8)) == 0x11E6_0398)
  }
}
