import Recognition
import Testing

@Suite struct GrayImageTests {
  @Test func aPixelIsFoundByColumnAndRow() {
    var image = GrayImage(width: 3, height: 2, pixels: [0, 1, 2, 3, 4, 5])
    image[2, 1] = 9
    #expect(image[1, 0] == 1 && image.pixels == [0, 1, 2, 3, 4, 9])
  }
}
