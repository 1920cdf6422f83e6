import Graphics
import Testing
import X11Host

@Suite struct WindowIconTests {
  @Test func alphaIsTakenOutOfTheColours() {
    #expect(WindowIcon.straight(0xFF12_3456) == 0xFF12_3456)
    #expect(WindowIcon.straight(0x8040_2000) == 0x8080_4000)
    #expect(WindowIcon.straight(0x0000_0000) == 0)
    #expect(WindowIcon.straight(0x00FF_FFFF) == 0)
    #expect(WindowIcon.straight(0x10FF_1008) == 0x10FF_FF80)
  }

  @Test func picturesFollowEachOtherWithTheirSizes() {
    let pictures = [
      PixelImage(width: 2, height: 1, pixels: [0xFF00_0001, 0x8000_0040]),
      PixelImage(width: 1, height: 1, pixels: [0xFFFF_FFFF]),
    ]
    #expect(WindowIcon.numbers(of: pictures, most: 100) == [2, 1, 0xFF00_0001, 0x8000_0080, 1, 1, 0xFFFF_FFFF])
  }

  @Test func picturesThatDoNotFitAreLeftOut() {
    let pictures = [1, 8, 2].map { PixelImage(width: $0, height: $0, pixels: Array(repeating: 0, count: $0 * $0)) }
    #expect(WindowIcon.numbers(of: pictures, most: 9) == [1, 1, 0, 2, 2, 0, 0, 0, 0])
  }
}
