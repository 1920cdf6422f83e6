import Graphics
import Ink
import Recognition
import Studio
import Testing
import Toolkit

/// The image screen: a picture, what becomes of it, and what a hand corrects.
@Suite @MainActor
struct ImageTests {
  /// A seven in the right half, and something larger and darker in the left one.
  nonisolated private static var misleading: PixelImage {
    let (width, height) = (400, 260)
    var pixels = [UInt32](repeating: 0xFFEB_EBEB, count: width * height)
    func fill(_ columns: Range<Int>, _ rows: Range<Int>, _ color: UInt32) {
      for y in rows { for x in columns { pixels[y * width + x] = color } }
    }
    fill(70..<100, 30..<230, 0xFF10_1010)
    fill(220..<300, 60..<73, 0xFF40_4040)
    for y in 60..<200 { fill(285 - (y - 60) / 3..<300 - (y - 60) / 3, y..<y + 1, 0xFF40_4040) }
    return PixelImage(width: width, height: height, pixels: pixels)
  }

  private func open(
    _ image: PixelImage = ImageTests.misleading, size: PixelSize = PixelSize(width: 1280, height: 800)
  ) throws -> Pen {
    let pen = try Pen(size: size)
    pen.studio.perform(.control("tab.image"))
    pen.host.send(.delivery(Delivery(.paste, .picture(try PNG.encode(try ImageSurface(image))))))
    settle(pen)
    pen.studio.stage.moveFocus(to: nil)
    return pen
  }

  private func settle(_ pen: Pen) {
    for _ in 0..<4 {
      pen.studio.waitForFiles()
      pen.host.advance(by: .milliseconds(50))
    }
  }

  private func drag(_ pen: Pen, from start: (Double, Double), to end: (Double, Double)) throws {
    let frame = try #require(pen.studio.stage.scene["image.photo"]?.frame)
    func send(_ phase: PointerEvent.Phase, _ place: (Double, Double)) {
      let at = Point(x: frame.x + place.0 * frame.width, y: frame.y + place.1 * frame.height)
      pen.host.send(.pointer(PointerEvent(phase, at: at)))
    }
    send(.down(.primary), start)
    for step in 1...4 {
      let share = Double(step) / 4
      send(.moved, (start.0 + (end.0 - start.0) * share, start.1 + (end.1 - start.1) * share))
    }
    send(.up(.primary), end)
    settle(pen)
  }

  /// The place of a pixel of the picture in its area, which it fills across or down, each coordinate 0…1.
  private func places(_ pen: Pen) throws -> (Double, Double) -> (Double, Double) {
    let frame = try #require(pen.studio.stage.scene["image.photo"]?.frame)
    let unit = min((frame.width - 16) / 400, (frame.height - 16) / 260)
    return { x, y in ((8 + x * unit) / frame.width, 0.5 + (y - 130) * unit / frame.height) }
  }

  private func value(_ key: String, of pen: Pen) -> String? {
    pen.studio.state.imageValues.first { $0.key == key }?.value
  }

  @Test func aPictureThatIsPastedIsReadHereAndNotOnTheCanvas() throws {
    let pen = try open()
    #expect(pen.studio.state.tab == .image)
    #expect(pen.studio.state.document.isBlank)
    #expect(pen.studio.state.image.findings?.stages != nil)
    #expect(value("width", of: pen) == "400")
    #expect(value("digit", of: pen) != nil)
    #expect(pen.studio.stage.scene["answer.figure"] != nil)
  }

  @Test func aRectangleAroundTheDigitCorrectsTheAnswer() throws {
    let pen = try open()
    #expect(value("digit", of: pen) != "7")
    let place = try places(pen)
    try drag(pen, from: place(190, 20), to: place(340, 240))
    let crop = try #require(pen.studio.state.image.options.crop)
    #expect(abs(crop.left - 190) <= 1 && abs(crop.right - 340) <= 1 && abs(crop.top - 20) <= 1)
    #expect(value("digit", of: pen) == "7")
    // Inside, it is moved; at a corner, it is pulled.
    try drag(pen, from: place(265, 130), to: place(275, 130))
    #expect(pen.studio.state.image.options.crop.map { abs($0.left - 200) <= 1 && $0.width == crop.width } == true)
    try drag(pen, from: place(350, 240), to: place(380, 250))
    #expect(pen.studio.state.image.options.crop.map { abs($0.right - 380) <= 1 && abs($0.left - 200) <= 1 } == true)
    pen.click("image.reset")
    settle(pen)
    #expect(pen.studio.state.image.options == .automatic)
    #expect(value("digit", of: pen) != "7")
  }

  @Test func theKeyboardMovesTheCrop() throws {
    let pen = try open()
    pen.key(.right)
    let first = try #require(pen.studio.state.image.options.crop)
    pen.key(.down)
    let second = try #require(pen.studio.state.image.options.crop)
    #expect(second.top > first.top && second.width == first.width)
    pen.key(.left, .shift)
    let third = try #require(pen.studio.state.image.options.crop)
    #expect(third.right < second.right && third.left == second.left)
    for _ in 0..<300 { pen.key(.right) }
    #expect(pen.studio.state.image.options.crop?.right == 400)
    for _ in 0..<300 { pen.key(.left, .shift) }
    #expect(pen.studio.state.image.options.crop.map { $0.width > 0 } == true)
    pen.key(.delete)
    #expect(pen.studio.state.image.options.crop == nil)
    settle(pen)
    #expect(value("crop", of: pen) == nil)
  }

  @Test func polarityAndThresholdAreTaken() throws {
    let pen = try open()
    pen.click("image.polarity.lightInk")
    settle(pen)
    #expect(value("isDarkInk", of: pen) == "false")
    pen.click("image.polarity.automatic")
    let slider = try #require(pen.studio.stage.scene["image.threshold"]?.frame)
    let right = Point(x: slider.maxX - 20, y: slider.midY)
    pen.host.send(.pointer(PointerEvent(.down(.primary), at: right)), .pointer(PointerEvent(.up(.primary), at: right)))
    settle(pen)
    #expect(pen.studio.state.image.options.threshold.map { $0 > 0.8 } == true)
    #expect(value("isCorrected", of: pen) == "true")
  }

  @Test func whatIsCorrectedGoesToTheCanvasAndIsReadTheSame() throws {
    let pen = try open()
    let place = try places(pen)
    try drag(pen, from: place(190, 20), to: place(340, 240))
    #expect(value("digit", of: pen) == "7")
    pen.click("image.canvas")
    settle(pen)
    #expect(pen.studio.state.tab == .draw)
    #expect(pen.studio.state.document.drawing.image != nil)
    #expect(pen.studio.state.reading.answer?.digit == 7)
  }

  @Test func whatTheNetworkSeesIsExported() throws {
    let directory = try StorageDirectory()
    let pen = try open()
    let frame = try #require(pen.studio.state.image.frame)
    pen.studio.run(ImageEffect.export(path: directory.file("digit.png")))
    settle(pen)
    let image = try PictureFile.read(path: directory.file("digit.png"))
    #expect(image.width == 28 && image.height == 28)
    #expect(image.pixels.map { UInt8($0 & 0xFF) } == frame.pixels)
  }

  @Test func whatIsNoPictureIsSaidAndThePictureBeforeStays() throws {
    let directory = try StorageDirectory()
    let pen = try open()
    let before = pen.studio.state.image.photo
    let text = try directory.write("no picture", to: "text.png")
    // A header that promises 20,000 × 20,000 pixels.
    var huge = try PNG.encode(try ImageSurface(width: 8, height: 8))
    huge.replaceSubrange(16..<24, with: [0, 0, 0x4E, 0x20, 0, 0, 0x4E, 0x20])
    let large = try directory.write(huge, to: "huge.png")
    for path in [text, large, directory.path, directory.file("missing.png")] {
      pen.studio.perform(.notice(nil))
      pen.studio.perform(.delivered(Delivery(.drop(Point(x: 5, y: 5)), .files([path]))))
      settle(pen)
      #expect(pen.studio.state.notice?.kind == .bad, "\(path)")
      #expect(pen.studio.state.notice?.text.hasPrefix("Could not read") == true, "\(path)")
      #expect(pen.studio.state.image.photo == before, "\(path)")
    }
  }

  @Test func anEmptyPaperIsSaidSo() throws {
    let pixels = [UInt32](repeating: 0xFFF0_F0F0, count: 300 * 200)
    let pen = try open(PixelImage(width: 300, height: 200, pixels: pixels))
    #expect(pen.studio.stage.scene["answer.line1"]?.look.text == "Nothing on the paper")
    #expect(value("status", of: pen) == "\"blank\"")
  }

  @Test func findingsOfAnotherPictureAreDropped() throws {
    let pen = try open()
    let findings = try #require(pen.studio.state.image.findings)
    let other = Photo(name: "other", pixels: ImageTests.misleading)
    pen.studio.perform(.image(.opened(other)))
    #expect(pen.studio.state.image.findings == nil)
    pen.studio.perform(.image(.found(findings, in: Photo(name: "third", pixels: ImageTests.misleading))))
    #expect(pen.studio.state.image.findings == nil)
    settle(pen)
    #expect(pen.studio.state.image.findings != nil)
  }

  @Test(arguments: LayoutTests.sizes) func everythingIsInTheWindowAndNothingCoversAnother(_ size: PixelSize) throws {
    for pen in [try Pen(size: size), try open(size: size)] {
      pen.studio.perform(.control("tab.image"))
      pen.host.advance(by: .milliseconds(50))
      Overlaps.check(pen, size, grounds: ["top", "status", "image.polarity", "image.drop", "bars.threshold"])
    }
  }
}

/// Looks whether elements lie in the window and beside each other.
@MainActor
enum Overlaps {
  /// `grounds` lie beneath or across others on purpose.
  static func check(_ pen: Pen, _ size: PixelSize, grounds: Set<ControlName>, _ place: String = "") {
    let scale = pen.studio.state.scale
    let window = Rect(x: 0, y: 0, width: Double(size.width) / scale, height: Double(size.height) / scale)
    let elements = pen.studio.stage.scene.elements
    #expect(Set(elements.map(\.name)).count == elements.count, "\(size) \(place): names")
    let parts = elements.filter { !grounds.contains($0.name) }
    for (index, part) in parts.enumerated() {
      #expect(window.contains(part.frame), "\(size) \(place) \(part.name): \(part.frame)")
      for other in parts[(index + 1)...] {
        #expect(!part.frame.overlaps(other.frame), "\(size) \(place): \(part.name) and \(other.name)")
      }
    }
  }
}
