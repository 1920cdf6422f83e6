import Graphics
import Ink
import Studio
import Testing
import Toolkit

@Suite @MainActor struct CanvasLookTests {
  private let white = Color(0xFFFFFF)

  private func png(_ colors: [UInt32], width: Int) throws -> [UInt8] {
    let pixels = colors.map { $0 | 0xFF00_0000 }
    return try PNG.encode(ImageSurface(PixelImage(width: width, height: colors.count / width, pixels: pixels)))
  }

  private func layers(side: Int) throws -> (ink: InkLayer, picture: PictureLayer) {
    (try InkLayer(side: side, pen: InkPen(width: 40, pressure: .off)), PictureLayer())
  }

  /// The window with the canvas in it at (10, 10).
  private func shown(_ look: CanvasLook, scale: Double = 1) throws -> (host: HeadlessHost, stage: Stage) {
    let side = Double(look.ink.side)
    let size = Int(side + 20 * scale)
    let host = try HeadlessHost(size: PixelSize(width: size, height: size), settings: HostSettings(scale: scale))
    let stage = Stage(on: host, theme: .light)
    var scene = Scene()
    scene.add(Element("canvas", Rect(x: 10, y: 10, width: side / scale, height: side / scale), look, role: .paper))
    stage.show(scene, theme: .light, scale: scale)
    _ = try stage.draw()
    return (host, stage)
  }

  @Test(arguments: [1.0, 1.5, 2])
  func inkLiesOnPaperPixelOnPixel(scale: Double) throws {
    let (ink, picture) = try layers(side: 200)
    ink.redraw(CanvasSamples.all)
    let image = try shown(CanvasLook(ink: ink, picture: picture), scale: scale).host.surface.pixels()
    let (coverage, corner) = (ink.mask.pixels(), Int(10 * scale))
    for y in 10..<190 {
      for x in 10..<190 {
        let share = Double(coverage[y * 200 + x]) / 255
        let expected = Theme.light.canvas.interpolated(to: Theme.light.ink, fraction: share)
        let found = image[x + corner, y + corner] & 0xFF
        #expect(abs(Int(found) - Int(expected.hex & 0xFF)) <= 1, "pixel \(x), \(y)")
      }
    }
  }

  @Test func onlyTheDamageIsDrawn() throws {
    let (ink, picture) = try layers(side: 200)
    let look = CanvasLook(ink: ink, picture: picture)
    let (host, stage) = try shown(look)
    let frame = try #require(stage.scene["canvas"]).frame
    let dot = ink.begin(at: InkPoint(x: 500, y: 500))
    stage.invalidate(CanvasSpace.inWindow(dot, shownIn: frame))
    let rects = try stage.draw()
    #expect(rects.count == 1)
    #expect(rects[0].width < 14)
    #expect(try host.surface.pixels()[110, 110] == Theme.light.ink.pixel)
  }

  @Test func looksAreToldApartByRevision() throws {
    let (ink, picture) = try layers(side: 100)
    let look = CanvasLook(ink: ink, picture: picture)
    _ = ink.begin(at: InkPoint(x: 500, y: 500))
    #expect(look == CanvasLook(ink: ink, picture: picture), "whoever draws says where")
    #expect(
      look == CanvasLook(ink: ink, picture: picture, eraser: EraserPreview(center: Point(x: 1, y: 1), radius: 9)))
    #expect(look != CanvasLook(ink: ink, picture: picture, showsGrid: true))
    #expect(look != CanvasLook(ink: ink, picture: picture, isDropTarget: true))
    ink.redraw([])
    #expect(look != CanvasLook(ink: ink, picture: picture))
    let second = CanvasLook(ink: ink, picture: picture)
    try picture.show(
      PlacedImage(png: png([0xFF0000], width: 1), box: .init(x: 0, y: 0, width: 9, height: 9)), side: 100)
    #expect(second != CanvasLook(ink: ink, picture: picture))
  }

  @Test func aPictureLiesInItsBoxBeneathTheInk() throws {
    let (ink, picture) = try layers(side: 200)
    let box = PlacedImage.Box(x: 250, y: 500, width: 500, height: 250)
    let image = PlacedImage(png: try png([0xFF0000, 0x00FF00], width: 2), box: box)
    try picture.show(image, side: 200)
    #expect(picture.problem == nil)
    ink.redraw([CanvasSamples.stroke(2) { t in (100 + 800 * t, 600, nil) }])
    let pixels = try shown(CanvasLook(ink: ink, picture: picture)).host.surface.pixels()
    #expect(pixels[10 + 60, 10 + 105] == 0xFFFF_0000)
    #expect(pixels[10 + 140, 10 + 145] == 0xFF00_FF00)
    #expect(pixels[10 + 40, 10 + 105] == Theme.light.canvas.pixel)
    #expect(pixels[10 + 140, 10 + 120] == Theme.light.accent.pixel, "seen on white paper in a dark window, too")
    let revision = picture.revision
    try picture.show(image, side: 200)
    #expect(picture.revision == revision)
    try picture.show(nil, side: 200)
    let blank = try shown(CanvasLook(ink: ink, picture: picture)).host.surface.pixels()
    #expect(blank[10 + 60, 10 + 105] == Theme.light.canvas.pixel)
  }

  @Test func aPictureOfAnySizeTakesTheMemoryOfTheCanvasOnly() throws {
    let picture = PictureLayer()
    for size in [1e-9, 1e9, 1e300] {
      let box = PlacedImage.Box(x: -size / 3, y: -size / 2, width: size, height: size)
      try picture.show(PlacedImage(png: png([0xFF0000], width: 1), box: box), side: 50)
    }
  }

  @Test func aDamagedPictureIsToldAndNotShown() throws {
    let (ink, picture) = try layers(side: 100)
    let box = PlacedImage.Box(x: 0, y: 0, width: 1000, height: 1000)
    try picture.show(PlacedImage(png: Array("GIF89a".utf8), box: box), side: 100)
    #expect(picture.problem == .notPicture(kind: "a GIF"))
    let pixels = try shown(CanvasLook(ink: ink, picture: picture)).host.surface.pixels()
    #expect(pixels[60, 60] == Theme.light.canvas.pixel)
    try picture.show(nil, side: 100)
    #expect(picture.problem == nil)
  }

  @Test func gridEraserAndDropCanBeSeen() throws {
    let (ink, picture) = try layers(side: 200)
    var look = CanvasLook(ink: ink, picture: picture, showsGrid: true)
    #expect(try shown(look).host.surface.pixels()[10 + 100, 10 + 93] == Theme.light.line.pixel)
    look.showsGrid = false
    look.eraser = EraserPreview(center: Point(x: 500, y: 500), radius: 100)
    #expect(try shown(look).host.surface.pixels()[10 + 120, 10 + 100] != Theme.light.canvas.pixel)
    let damage = EraserPreview(center: Point(x: 500, y: 500), radius: 100)
      .damage(shownIn: Rect(x: 10, y: 10, width: 200, height: 200))
    #expect(damage.contains(Rect(x: 88, y: 88, width: 44, height: 44)))
    look.eraser = nil
    look.isDropTarget = true
    let pixels = try shown(look).host.surface.pixels()
    #expect(pixels[11, 100] == Theme.light.accent.pixel)
    #expect(pixels[100, 100] != Theme.light.canvas.pixel)
  }

  @Test func placesGoFromWindowToCanvasAndBack() {
    let frame = Rect(x: 92, y: 68, width: 500, height: 500)
    #expect(CanvasSpace.onCanvas(Point(x: 342, y: 318), shownIn: frame) == Point(x: 500, y: 500))
    #expect(CanvasSpace.inWindow(CanvasSpace.bounds, shownIn: frame) == frame)
    let paper = CanvasSpace.paper(in: Rect(x: 10.3, y: 7.9, width: 100.2, height: 99.4), scale: 2)
    #expect(paper == Rect(x: 10.5, y: 8, width: 99.5, height: 99.5))
  }
}
