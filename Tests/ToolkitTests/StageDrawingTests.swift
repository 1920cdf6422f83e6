import Graphics
import Testing
import Toolkit

@Suite @MainActor struct StageDrawingTests {
  @Test func nothingIsDrawnBeforeThereIsAScene() throws {
    let host = try HeadlessHost(size: PixelSize(width: 40, height: 30))
    let stage = Stage(on: host, theme: .light)
    _ = stage.handle(.resized(PixelSize(width: 40, height: 30)))
    #expect(!stage.needsDrawing)
    #expect(try stage.draw() == [])
    stage.show(Scene(), theme: .dark, scale: 1)
    #expect(try stage.draw() == [PixelRect(x: 0, y: 0, width: 40, height: 30)])
    #expect(Set(try host.surface.pixels().pixels) == [Theme.dark.background.pixel])
  }

  @Test func onlyWhatDiffersIsDrawn() throws {
    let (a, b) = (Element.button("a", 10, 10), Element.button("b", 10, 40))
    let window = try TestWindow([a, b])
    let count = window.host.frames.count
    window.show([a, b])
    #expect(window.host.frames.count == count)
    window.show([a, .button("new", 100, 100), b])
    #expect(window.host.frames.last?.damage == [PixelRect(x: 100, y: 100, width: 40, height: 20)])
    window.show([a, b])
    #expect(window.host.frames.last?.damage == [PixelRect(x: 100, y: 100, width: 40, height: 20)])
    window.show([a, b], modal: [.button("menu", 200, 200)])
    #expect(window.host.frames.last?.damage == [PixelRect(x: 200, y: 200, width: 40, height: 20)])
    window.point(.moved(210, 210))
    #expect(window.host.frames.last?.damage == [PixelRect(x: 200, y: 200, width: 40, height: 20)])
  }

  @Test func whatAnElementDrawsOutsideOfItsFrameIsCutOff() throws {
    let element = Element("a", Rect(x: 10, y: 10, width: 20, height: 20), Patch(bleeding: 8))
    var row = Element("b", Rect(x: 50, y: 10, width: 20, height: 20), Patch(color: Patch.pressed, bleeding: 8))
    row.clip = Rect(x: 0, y: 15, width: 100, height: 100)
    let window = try TestWindow([element, row])
    #expect(try window.bounds(of: Patch.rest) == PixelRect(x: 10, y: 10, width: 20, height: 20))
    #expect(try window.bounds(of: Patch.pressed) == PixelRect(x: 50, y: 15, width: 20, height: 15))
  }

  @Test(arguments: [1, 1.25, 1.5, 2, 3])
  func drawingPartsLooksLikeDrawingEverything(_ scale: Double) throws {
    let window = try TestWindow([], width: 300, height: 200, scale: scale)
    var random = Chance(seed: 7)
    for round in 0..<60 {
      let elements = (0..<random.below(9)).map { _ in element(&random, in: window.stage.size) }
      let unique = Dictionary(elements.map { ($0.name, $0) }) { first, _ in first }.values.sorted {
        $0.name.rawValue < $1.name.rawValue
      }
      let split = random.below(12)
      window.show(Array(unique.prefix(split)), modal: split < unique.count ? Array(unique.dropFirst(split)) : nil)
      let place = Point(x: Double(random.below(300)), y: Double(random.below(200)))
      let events: [InputEvent] = [
        .pointer(.moved(place.x, place.y)), .pointer(.down(place.x, place.y)), .pointer(.up(place.x, place.y)),
        .key(KeyEvent(.tab)), .key(KeyEvent(.right)), .exposed(PixelRect(x: 5, y: 5, width: 30, height: 30)),
      ]
      window.send(events[random.below(events.count)])
      window.host.advance(by: .milliseconds(400))
      #expect(try window.stalePixels() == 0, "round \(round)")
    }
  }

  private func element(_ random: inout Chance, in size: Size) -> Element {
    func side(_ most: Double) -> Double { Double(random.below(1000)) / 1000 * most }
    let frame = Rect(x: side(size.width) - 20, y: side(size.height) - 20, width: side(80), height: side(60))
    let looks: [any Look] = [
      Patch(color: Color(0x112233 * UInt32(1 + random.below(9))), bleeding: 5),
      PanelLook(.surface, edges: .all, radius: 8),
      PanelLook(.veil), ButtonLook("Undo", icon: .undo), SliderLook(value: side(1), range: 0...1), LabelLook("Answer"),
      SwitchLook("Grid", isOn: random.below(2) == 0), RowLook("Row", detail: "detail", icon: .save), LineLook(),
    ]
    let roles: [Role] = [
      .button, .decoration, .panel, .choice(group: "g", isChosen: random.below(2) == 0), .area, .paper,
      .slider(value: 0, range: 0...1, step: 0.1),
    ]
    var element = Element(
      ControlName(rawValue: "\(random.below(12))"), frame, looks[random.below(looks.count)],
      role: roles[random.below(roles.count)],
      isEnabled: random.below(4) > 0, hint: random.below(2) == 0 ? "Some words" : "")
    if random.below(4) == 0 { element.clip = Rect(x: 0, y: 0, width: side(size.width), height: side(size.height)) }
    return element
  }

  @Test func aSceneMayHaveAnotherScaleThanTheDesktop() throws {
    let window = try TestWindow([.button("a", 10, 10)], scale: 2, hostScale: 1)
    #expect(try window.bounds(of: Patch.rest) == PixelRect(x: 20, y: 20, width: 80, height: 40))
    #expect(window.point(.down(90, 50), .up(90, 50)) == [.activated("a")])
    window.scale = 1.5
    window.show([.button("a", 10, 10)])
    #expect(try window.bounds(of: Patch.rest) == PixelRect(x: 15, y: 15, width: 60, height: 30))
    #expect(try window.stalePixels() == 0)
  }

  @Test func framesThatAreNoPlacesDoNotStopTheOthers() throws {
    let numbers = [Double.nan, .infinity, -.infinity, 1e300, -1e300, 0]
    var elements: [Element] = []
    for (index, number) in numbers.enumerated() {
      for (part, frame) in [
        Rect(x: number, y: 10, width: 20, height: 20), Rect(x: 10, y: 10, width: number, height: number),
      ].enumerated() {
        elements.append(
          Element(ControlName(rawValue: "\(index).\(part)"), frame, IconLook(.undo), role: .button, hint: "Words"))
      }
    }
    let window = try TestWindow(elements + [.button("a", 100, 100)])
    for _ in 0...elements.count + 1 { window.type(.tab) }
    window.point(.moved(15, 15))
    window.host.advance(by: .seconds(1))
    #expect(try window.bounds(of: Patch.rest)?.width == 40)
  }

  @Test(arguments: [0, -1, .nan, .infinity, 1e-300, 1e300])
  func scalesThatAreNoneDoNotStopTheStage(_ scale: Double) throws {
    let window = try TestWindow([.button("a", 10, 10)], scale: scale, hostScale: 1)
    window.point(.moved(15, 15), .down(15, 15), .up(15, 15))
    #expect(!window.host.frames.isEmpty)
  }

  @Test func aSmallerWindowGetsNoDamageOutsideOfIt() throws {
    let window = try TestWindow([.button("a", 10, 10)])
    window.stage.invalidate(PixelRect(x: 0, y: 0, width: 100, height: 100))
    try window.host.resize(to: PixelSize(width: 50, height: 40))
    #expect(window.host.frames.last?.damage == [PixelRect(x: 0, y: 0, width: 50, height: 40)])
    window.send(.exposed(PixelRect(x: 30, y: 30, width: 1000, height: 1000)))
    #expect(window.host.frames.last?.damage == [PixelRect(x: 30, y: 30, width: 20, height: 10)])
    try window.host.resize(to: PixelSize(width: 1, height: 1))
    #expect(window.host.frames.last?.damage == [PixelRect(x: 0, y: 0, width: 1, height: 1)])
  }

  @Test func aNewSurfaceIsDrawnEvenWhereTheScaleStays() throws {
    let window = try TestWindow([.button("a", 10, 10)], scale: 1, hostScale: 1)
    window.send(.exposed(PixelRect(x: 0, y: 0, width: 1, height: 1)))
    window.send(.settings(HostSettings(scale: 2)))
    #expect(window.host.frames.last?.damage == [PixelRect(x: 0, y: 0, width: 400, height: 300)])
  }
}
