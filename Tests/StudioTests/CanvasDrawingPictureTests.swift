import Graphics
import Ink
import Studio
import Testing

@Suite struct CanvasDrawingPictureTests {
  private func picture(_ strokes: [Ink.Stroke], _ pressure: PressureWidth) -> DrawingPicture {
    DrawingPicture(
      Drawing(strokes: strokes), pen: InkPen(width: 30, pressure: pressure), ink: Color(0), paper: Color(0xFFFFFF))
  }

  private func drawn(_ picture: DrawingPicture, side: Int) throws -> PixelImage {
    let surface = try ImageSurface(width: side, height: side, isOpaque: true)
    let side = Double(side)
    try surface.draw { picture.draw(on: $0, in: Rect(x: 0, y: 0, width: side, height: side)) }
    return try surface.pixels()
  }

  @Test(arguments: PressureWidth.allCases)
  func anExportShowsTheInkOfTheCanvas(pressure: PressureWidth) throws {
    for (number, stroke) in CanvasSamples.all.enumerated() {
      let layer = try InkLayer(side: 500, pen: InkPen(width: 30, pressure: pressure))
      layer.redraw([stroke])
      let mask = layer.mask.pixels()
      let image = try drawn(picture([stroke], pressure), side: 500)
      var worst = 0
      for index in mask.indices {
        worst = max(worst, abs(Int(mask[index]) + Int(image.pixels[index] & 0xFF) - 255))
      }
      // Both draw soft edges in their own way, and never differ by half a pixel.
      #expect(worst < 100, "stroke \(number)")
    }
  }

  @Test func theLineCanBeScaledAndEdited() throws {
    for (pressure, attribute) in [(PressureWidth.off, "stroke-width"), (.full, "fill-rule")] {
      let document = try DocumentSurface(.svg, size: Size(width: 100, height: 100))
      let strokes = [CanvasSamples.all[3]]
      try document.page(size: Size(width: 100, height: 100)) {
        picture(strokes, pressure).draw(on: $0, in: Rect(x: 0, y: 0, width: 100, height: 100))
      }
      let text = String(decoding: try document.finish(), as: UTF8.self)
      #expect(text.contains(attribute))
      #expect(!text.contains("<image"))
    }
  }

  @Test func aDrawingInAnotherUnitFillsItsRectangle() throws {
    let stroke = CanvasSamples.stroke(2) { t in (2 + 4 * t, 3, nil) }
    var picture = DrawingPicture(Drawing(strokes: [stroke]), pen: InkPen(width: 1, pressure: .off), ink: Color(0))
    picture.shown = Rect(x: 0, y: 0, width: 8, height: 6)
    picture.paper = Color(0xFFFFFF)
    let image = try drawn(picture, side: 80)
    #expect(image[40, 40] == 0xFF00_0000)
    #expect(image[40, 34] == 0xFFFF_FFFF)
    #expect(image[5, 40] == 0xFFFF_FFFF)
    #expect(image[40, 5] == 0xFF00_0000, "beyond what is shown nothing is drawn, on a surface that begins black")
  }

  @Test func thePictureBeneathIsThere() throws {
    let red = PixelImage(width: 1, height: 1, pixels: [0xFFFF_0000])
    var drawing = Drawing(strokes: [CanvasSamples.stroke(2) { t in (100 + 800 * t, 500, nil) }])
    drawing.image = PlacedImage(
      png: try PNG.encode(ImageSurface(red)), box: .init(x: 200, y: 200, width: 600, height: 600))
    let picture = DrawingPicture(drawing, pen: InkPen(width: 50), ink: Color(0), paper: Color(0xFFFFFF))
    let image = try drawn(picture, side: 100)
    #expect(image[50, 30] == 0xFFFF_0000)
    #expect(image[50, 50] == 0xFF00_0000)
    #expect(image[10, 10] == 0xFFFF_FFFF)
    drawing.image?.png = [1, 2, 3]
    #expect(DrawingPicture(drawing, pen: InkPen(width: 50), ink: Color(0)).problem == .notPicture(kind: nil))
  }

  @Test(arguments: PressureWidth.allCases)
  func widthFollowsPressureAsAsked(pressure: PressureWidth) {
    #expect(pressure.width(of: 30, at: nil) == 30)
    #expect(abs(pressure.width(of: 30, at: 0.5) - 30) < 1e-9)
    #expect(pressure.width(of: 30, at: 7) == pressure.width(of: 30, at: 1))
    let growth = pressure.width(of: 30, at: 1) - pressure.width(of: 30, at: 0)
    #expect(growth >= 0)
    #expect((growth == 0) == (pressure == .off))
    #expect(PressureWidth.full.width(of: 30, at: 1) > PressureWidth.gentle.width(of: 30, at: 1))
  }
}
