import Graphics
import Testing

@Suite struct SurfaceTests {
  private func drawn(width: Int = 8, height: Int = 8, scale: Double = 1, _ body: (Context) -> Void) throws -> PixelImage
  {
    let surface = try ImageSurface(width: width, height: height, scale: scale, isOpaque: true)
    try surface.draw {
      $0.paint(Color(0xFFFFFF))
      body($0)
    }
    return try surface.pixels()
  }

  @Test func rectanglesFillExactlyTheirPixels() throws {
    let image = try drawn { $0.fill(Rect(x: 2, y: 3, width: 4, height: 2), with: Color(0x1B62C4)) }
    for y in 0..<8 {
      for x in 0..<8 {
        let isInside = (2..<6).contains(x) && (3..<5).contains(y)
        #expect(image[x, y] == (isInside ? 0xFF1B_62C4 : 0xFFFF_FFFF), "pixel \(x), \(y)")
      }
    }
  }

  @Test func scaleTurnsUnitsIntoPixels() throws {
    let image = try drawn(scale: 2) { $0.fill(Rect(x: 1, y: 1, width: 1, height: 1), with: Color(0)) }
    #expect(image.pixels.count { $0 == 0xFF00_0000 } == 4)
    #expect(image[2, 2] == 0xFF00_0000)
    #expect(image[4, 2] == 0xFFFF_FFFF)
  }

  @Test func picturesKeepSharpPixels() throws {
    let source = PixelImage(gray: [0, 255, 255, 0], width: 2, height: 2, paper: Color(0xFFFFFF), ink: Color(0))
    let image = try drawn { $0.draw(source, in: Rect(x: 0, y: 0, width: 8, height: 8)) }
    for y in 0..<8 {
      for x in 0..<8 { #expect(image[x, y] == ((x < 4) != (y < 4) ? 0xFF00_0000 : 0xFFFF_FFFF)) }
    }
  }

  @Test func clipAndTransformEndWithTheirScope() throws {
    let image = try drawn { context in
      context.clipped(to: Rect(x: 0, y: 0, width: 4, height: 8)) { context.paint(Color(0)) }
      context.saving { context.translate(x: 100, y: 100) }
      context.fill(Rect(x: 7, y: 7, width: 1, height: 1), with: Color(0xFF0000))
    }
    #expect(image[3, 4] == 0xFF00_0000)
    #expect(image[4, 4] == 0xFFFF_FFFF)
    #expect(image[7, 7] == 0xFFFF_0000)
  }

  @Test func dashesLeaveGaps() throws {
    let image = try drawn {
      let path = Path(through: [Point(x: 0, y: 4.5), Point(x: 8, y: 4.5)])
      $0.stroke(path, with: Stroke(Color(0), dash: [2, 2]))
    }
    #expect((0..<8).map { image[$0, 4] == 0xFF00_0000 } == [true, true, false, false, true, true, false, false])
  }

  @Test func textLeavesInkWhereItIsMeasured() throws {
    let font = Font(size: 14)
    let image = try drawn(width: 60, height: 20) { $0.draw("80", at: Point(x: 10, y: 15), font: font, color: Color(0)) }
    let columns = (0..<60).filter { x in (0..<20).contains { image[x, $0] != 0xFFFF_FFFF } }
    let (first, last) = (try #require(columns.first), try #require(columns.last))
    #expect(first >= 9)
    #expect(Double(last) <= 10 + font.width(of: "80") + 1)
    #expect(abs(font.width(of: "8888") - 2 * font.width(of: "88")) < 0.01)
    #expect(abs(Font(size: 28).width(of: "88") - 2 * font.width(of: "88")) < 0.01)
  }

  @Test func aBadTransformSurfacesAsAnError() throws {
    let surface = try ImageSurface(width: 4, height: 4)
    #expect(throws: GraphicsError.self) { try surface.draw { $0.scale(by: 0) } }
  }

  @Test(arguments: [(0, 4), (4, 0), (-1, 4), (40_000, 4)])
  func impossibleSizesAreErrors(width: Int, height: Int) {
    #expect(throws: GraphicsError.badSize(width: width, height: height)) {
      _ = try ImageSurface(width: width, height: height)
    }
  }

  @Test func documentsHavePages() throws {
    let document = try DocumentSurface(.pdf, size: Size(width: 100, height: 50), title: "Figures")
    for _ in 0..<3 {
      try document.page(size: Size(width: 100, height: 50)) {
        $0.fill(Rect(x: 1, y: 1, width: 9, height: 9), with: Color(0))
      }
    }
    let text = String(decoding: try document.finish(), as: UTF8.self)
    #expect(text.hasPrefix("%PDF-"))
    #expect(text.contains("/Count 3"))
  }

  @Test func vectorPicturesAreText() throws {
    let document = try DocumentSurface(.svg, size: Size(width: 100, height: 50))
    try document.page(size: Size(width: 100, height: 50)) { $0.paint(Color(0x1B62C4)) }
    let text = String(decoding: try document.finish(), as: UTF8.self)
    #expect(text.contains("<svg"))
    #expect(text.contains("width=\"100px\""))
  }
}
