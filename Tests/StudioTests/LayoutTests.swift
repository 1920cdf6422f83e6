import Graphics
import Recognition
import Studio
import Testing
import Toolkit

/// Where things are, at every size.
@Suite @MainActor
struct LayoutTests {
  nonisolated static let sizes = [
    PixelSize(width: 680, height: 480), PixelSize(width: 800, height: 600), PixelSize(width: 1024, height: 768),
    PixelSize(width: 1280, height: 800), PixelSize(width: 1366, height: 768), PixelSize(width: 1920, height: 1080),
    PixelSize(width: 900, height: 1200), PixelSize(width: 2560, height: 1080), PixelSize(width: 3840, height: 2160),
  ]

  @Test(arguments: sizes) func partsLieBesideEachOther(_ size: PixelSize) {
    let window = Rect(x: 0, y: 0, width: Double(size.width), height: Double(size.height))
    let layout = WindowLayout(window.size)
    let parts = [layout.top, layout.status, layout.rail, layout.canvas, layout.strip, layout.panel]
    for (index, part) in parts.enumerated() {
      #expect(window.contains(part), "\(size) part \(index): \(part)")
      for other in parts[(index + 1)...] { #expect(!part.overlaps(other), "\(size): \(part) and \(other)") }
    }
    #expect(layout.canvas.width == layout.canvas.height)
    #expect(layout.canvas.width >= 240)
  }

  @Test(arguments: sizes) func whatIsReadIsNeverCut(_ size: PixelSize) throws {
    var pen = try Pen(size: size)
    pen.drawSeven()
    pen.settle()
    for isPresenting in [false, true] {
      if isPresenting { pen.key(.function(5)) }
      pen.settle()
      var reading = pen.studio.state.reading
      reading.verdict = .unsure
      reading.answer = Answer(
        status: .unsure, digit: 4, second: 9, probabilities: reading.probabilities, notDigit: 0, time: .zero)
      pen.studio.perform(.read(reading))
      pen.host.advance(by: .milliseconds(50))
      let line = try #require(pen.studio.stage.scene["answer.line1"])
      let look = try #require(line.look as? LabelLook)
      #expect(look.text == "Not sure: 4 or 9")
      #expect(look.font.width(of: look.text) <= line.frame.width, "\(size), presenter \(isPresenting)")
    }
  }

  @Test(arguments: [sizes[1], sizes[3]]) func everyKeyIsExplainedInFull(_ size: PixelSize) throws {
    let pen = try Pen(size: size)
    pen.key(.function(1))
    pen.host.advance(by: .milliseconds(50))
    let rows = pen.studio.stage.scene.elements.filter { $0.name.rawValue.hasPrefix("shortcut.") }
    #expect(rows.count > 20)
    for row in rows {
      // What it does is in smaller letters than the keys.
      let parts = row.look.text.split(separator: ": ", maxSplits: 1).map(String.init)
      let width = Font.secondary.width(of: parts[0]) + Font.body.width(of: parts[1]) + 12
      #expect(width <= row.frame.width, "\(row.look.text)")
    }
  }

  @Test(arguments: sizes) func nothingThatIsPressedIsCoveredOrOutside(_ size: PixelSize) throws {
    for tab in Tab.allCases {
      var pen = try Pen(size: size)
      pen.drawSeven()
      pen.click(ControlName(rawValue: "tab.\(tab.rawValue)"))
      let window = Rect(x: 0, y: 0, width: Double(size.width), height: Double(size.height))
      let pressed = pen.studio.stage.scene.elements.filter { ![.decoration, .panel].contains($0.role) }
      for (index, element) in pressed.enumerated() {
        #expect(window.contains(element.frame), "\(size) \(element.name): \(element.frame)")
        for other in pressed[(index + 1)...] where element.frame.overlaps(other.frame) {
          Issue.record("\(size): \(element.name) and \(other.name)")
        }
      }
    }
  }

  @Test(arguments: sizes) func whatIsSaidIsInsideTheWindow(_ size: PixelSize) throws {
    var pen = try Pen(size: size)
    pen.drawSeven()
    let body = pen.studio.layout.body
    for element in pen.studio.stage.scene.elements where element.name.rawValue.hasPrefix("bar") {
      #expect(body.contains(element.frame), "\(size) \(element.name): \(element.frame)")
    }
    for name in ["answer.line1", "answer.line2", "network"] as [ControlName] {
      let element = pen.studio.stage.scene[name]
      // The smallest window has no room for what the network sees.
      guard name != "network" || size.height >= 600 else { continue }
      let frame = try #require(element?.frame)
      #expect(body.contains(frame), "\(size) \(name): \(frame)")
    }
  }

  @Test func noPartDependsOnTheInk() throws {
    var pen = try Pen()
    let before = pen.studio.layout
    let canvas = pen.studio.stage.scene["canvas"]?.frame
    pen.drawSeven()
    #expect(pen.studio.layout == before)
    #expect(pen.studio.stage.scene["canvas"]?.frame == canvas)
  }

  @Test func namesAreUnique() throws {
    for control in ["width", "model", "settings", "help", "export"] as [ControlName] {
      let pen = try Pen()
      pen.click(control)
      let names = pen.studio.stage.scene.elements.map(\.name)
      #expect(Set(names).count == names.count)
    }
  }

  @Test func theScaleIsLimitedByTheWindow() throws {
    let pen = try Pen(size: PixelSize(width: 1400, height: 1000))
    for _ in 0..<8 { pen.key(.character("+"), .control) }
    #expect(pen.studio.state.scale == 2)
    #expect(pen.studio.state.notice?.text.contains("no room") == true)
    pen.key(.character("0"), .control)
    #expect(pen.studio.state.scale == 1)
  }
}
