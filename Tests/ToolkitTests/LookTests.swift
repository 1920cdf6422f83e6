import Graphics
import Testing
import Toolkit

@Suite @MainActor struct LookTests {
  private let frame = Rect(x: 10, y: 10, width: 60, height: 40)

  /// How many pixels of the column in the middle are not the background's.
  private func marked(_ look: any Look, in frame: Rect, scale: Double) throws -> [UInt32] {
    let window = try TestWindow([Element("a", frame, look)], width: 300, height: 300, scale: scale)
    let image = try window.pixels()
    let x = Int(frame.midX * scale)
    return (0..<image.height).map { image[x, $0] }.filter { $0 != window.theme.background.pixel }
  }

  @Test(arguments: [1, 1.25, 1.5, 2])
  func hairlinesAreOneSharpPixel(_ scale: Double) throws {
    for y in stride(from: 10.0, to: 12, by: 0.3) {
      let line = Theme.dark.line.pixel
      #expect(try marked(LineLook(), in: Rect(x: 5, y: y, width: 90, height: 1), scale: scale) == [line])
      for edges: PanelLook.Edges in [.top, .bottom] {
        let panel = try marked(
          PanelLook(.surface, edges: edges), in: Rect(x: 5, y: y, width: 90, height: 20.7), scale: scale)
        #expect(panel.count { $0 == line } == 1, "edge at \(y)")
        #expect(Set(panel) == [line, Theme.dark.surface.pixel], "and the panel's own edges are sharp")
      }
      let box = try marked(
        PanelLook(.surface, edges: .all), in: Rect(x: 5, y: y, width: 90, height: 20.7), scale: scale)
      #expect(box.count { $0 == Theme.dark.edge.pixel } == 2)
      #expect(Set(box) == [Theme.dark.edge.pixel, Theme.dark.surface.pixel])
    }
  }

  private func colors(_ look: any Look, isEnabled: Bool = true) throws -> (
    rest: UInt32, hovered: UInt32, pressed: UInt32
  ) {
    let window = try TestWindow([Element("a", frame, look, role: .button, isEnabled: isEnabled)])
    func color() throws -> UInt32 { try window.pixels()[20, 30] }
    let rest = try color()
    window.point(.moved(20, 20))
    let hovered = try color()
    window.point(.down(20, 20))
    return (rest, hovered, try color())
  }

  @Test func fillsAnswerThePointer() throws {
    let theme = Theme.dark
    for look: any Look in [ButtonLook(""), SelectLook("", value: "")] {
      #expect(try colors(look) == (theme.control.pixel, theme.controlHover.pixel, theme.controlPressed.pixel))
      let disabled = try colors(look, isEnabled: false)
      #expect(disabled == (theme.control.pixel, theme.control.pixel, theme.control.pixel))
    }
    #expect(
      try colors(ButtonLook("", style: .primary)) == (
        theme.accent.pixel, theme.accentHover.pixel, theme.accentPressed.pixel
      ))
    #expect(
      try colors(ButtonLook("", style: .bare)) == (
        theme.background.pixel, theme.controlHover.pixel, theme.controlPressed.pixel
      ))
    #expect(
      try colors(SegmentLook("", isChosen: false)) == (
        theme.background.pixel, theme.controlHover.pixel, theme.controlPressed.pixel
      ))
    #expect(try colors(SegmentLook("", isChosen: true)).rest == theme.accent.pixel)
    #expect(try colors(SegmentLook("", isChosen: true), isEnabled: false).rest == theme.track.pixel)
  }

  @Test func slidersAndSwitchesAnswerOnlyWhenEnabled() throws {
    let theme = Theme.dark
    func shown(_ look: any Look, _ role: Role, isEnabled: Bool, at x: Double) throws -> [Color] {
      let window = try TestWindow([Element("a", frame, look, role: role, isEnabled: isEnabled)])
      var seen: [Color] = []
      for step in [PointerEvent.moved(x, 30), .down(x, 30)] {
        window.point(step)
        let image = try window.pixels()
        seen += [theme.accentHover, theme.accentPressed, theme.controlHover, theme.controlPressed].filter { color in
          image.pixels.contains(color.pixel)
        }
      }
      return seen
    }
    let slider = SliderLook(value: 0, range: 0...1)
    let role = Role.slider(value: 0, range: 0...1, step: 0.1)
    #expect(try shown(slider, role, isEnabled: true, at: 20) == [theme.accentHover, theme.accentPressed])
    #expect(try shown(slider, role, isEnabled: false, at: 20) == [])
    #expect(
      try shown(SwitchLook("", isOn: true), .button, isEnabled: true, at: 20) == [
        theme.accentHover, theme.accentPressed,
      ])
    #expect(
      try shown(SwitchLook("", isOn: false), .button, isEnabled: true, at: 20) == [
        theme.controlHover, theme.controlPressed,
      ])
    #expect(try shown(SwitchLook("", isOn: true), .button, isEnabled: false, at: 20) == [])
  }

  @Test func longWordsShareARow() throws {
    let long = String(repeating: "long ", count: 50)
    let frame = Rect(x: 100, y: 10, width: 150, height: 36)
    for (label, detail) in [(long, "detail"), ("label", long), (long, long), ("", long), (long, "")] {
      let window = try TestWindow([Element("a", frame, RowLook(label, detail: detail, icon: .save, hasMark: true))])
      let image = try window.pixels()
      let background = window.theme.background.pixel
      let columns = (0..<image.width).filter { x in (0..<image.height).contains { image[x, $0] != background } }
      #expect(columns.allSatisfy { (112..<239).contains($0) }, "\(label.prefix(5))|\(detail.prefix(5))")
      #expect(columns.contains { $0 > 180 })
    }
  }

  @Test(arguments: [Int.min, -1, 0, 3, 1000, .max])
  func fieldsTakeAnyCursor(_ cursor: Int) throws {
    let window = try TestWindow([Element("a", frame, FieldLook("text", cursor: cursor), role: .text)])
    #expect(!window.host.frames.isEmpty)
  }

  // MARK: Sliders

  private let line = Rect(x: 0, y: 0, width: 120, height: 20)

  private func value(at x: Double, _ range: ClosedRange<Double> = 0...10, step: Double = 1) -> Double {
    SliderLook.value(at: Point(x: x, y: 0), in: line, range: range, step: step)
  }

  @Test func sliderPlacesAreSteps() {
    #expect(value(at: 10) == 0)
    #expect(value(at: 110) == 10)
    #expect(value(at: -1000) == 0 && value(at: 1000) == 10)
    #expect(value(at: 64) == 5 && value(at: 66) == 6)
    #expect(value(at: 60, 6...90, step: 2) == 48)
    #expect(value(at: 110, 0...10, step: 3) == 10, "the end can be reached")
    #expect(value(at: 100, 0...10, step: 3) == 9)
    #expect(value(at: .nan) == 0 && value(at: .infinity) == 10)
  }

  @Test(arguments: [0, -1, .nan, .infinity])
  func slidersWithoutStepsMoveFreely(_ step: Double) {
    #expect(abs(value(at: 37.5, step: step) - 2.75) < 1e-9)
    let next = SliderLook.value(5, after: .right, range: 0...10, step: step)
    #expect(next.map { abs($0 - 5.1) < 1e-9 } == true)
    #expect(value(at: 60, 3...3, step: step) == 3)
  }

  @Test func sliderKeysStayInTheRange() {
    let range = 0.0...10
    for key in [Key.left, .right, .up, .down, .pageUp, .pageDown, .home, .end] {
      for start in [0, 10, 5.5, -100, 100, .nan, .infinity] {
        let value = SliderLook.value(start, after: key, range: range, step: 4)
        #expect(value.map(range.contains) == true, "\(key) from \(start)")
      }
    }
    #expect(SliderLook.value(5, after: .enter, range: range, step: 1) == nil)
  }

  @Test func knobsStandWhereTheValueIs() {
    #expect(SliderLook(value: 5, range: 0...10).fraction == 0.5)
    #expect(SliderLook(value: -5, range: 0...10).fraction == 0)
    #expect(SliderLook(value: 50, range: 0...10).fraction == 1)
    #expect(SliderLook(value: .nan, range: 0...10).fraction == 0)
    #expect(SliderLook(value: 3, range: 3...3).fraction == 0)
  }
}
