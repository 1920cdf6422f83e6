import Graphics
import Ink
import Recognition
import Studio
import Testing
import Toolkit

/// Pictures that look as the network sees digits.
@Suite @MainActor
struct PlacedDigitTests {
  @Test func aFramedPictureIsReadAsItIs() throws {
    var pen = try Pen()
    pen.drawSeven()
    pen.settle()
    let drawn = pen.studio.state.reading
    let seen = try #require(drawn.image)
    let pixels = PixelImage(
      gray: seen.pixels, width: seen.width, height: seen.height, paper: Color(0xFFFFFF), ink: Color(0))
    pen.key(.delete)
    #expect(pen.studio.state.document.isBlank)
    let box = PlacedImage.Box(x: 0, y: 0, width: CanvasSpace.side, height: CanvasSpace.side)
    pen.studio.perform(.placed(PlacedImage(png: try PNG.encode(ImageSurface(pixels)), box: box)))
    pen.settle()
    let read = pen.studio.state.reading
    #expect(read.image == seen)
    #expect(read.probabilities == drawn.probabilities && read.verdict == drawn.verdict)
  }
}
