import DigitData
import Foundation
import Graphics
import Ink
import NeuralNet
import Recognition
import Studio
import Testing
import Toolkit

/// Why a drawing is read as it is: what the window says, and when.
@Suite @MainActor
struct WhyTests {
  /// A crossed seven, and the screen that says why it is one.
  private func open(size: PixelSize = PixelSize(width: 1280, height: 800)) throws -> Pen {
    var pen = try Pen(size: size)
    pen.drawSeven()
    pen.draw([(0.4, 0.5), (0.66, 0.5)])
    pen.click("tab.why")
    pen.studio.stage.moveFocus(to: nil)
    settle(pen)
    return pen
  }

  private func settle(_ pen: Pen) {
    for _ in 0..<4 {
      pen.host.advance(by: .milliseconds(50))
      pen.studio.waitForFiles()
    }
    pen.host.advance(by: .milliseconds(50))
  }

  @Test func theScreenSaysWhy() throws {
    let pen = try open()
    let explanation = try #require(pen.studio.state.why.explanation)
    #expect(explanation.digit == 7)
    let dump = pen.studio.stage.scene.dump
    #expect(dump.contains("Why 7 and not \(explanation.second)"))
    #expect(dump.contains("Take a stroke away, 7 would be"))
    #expect(dump.contains("Stroke 2"))
    #expect(pen.studio.state.screenName == "why")
    let text = "{" + pen.studio.state.screenValues.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
    let values = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(values["digit"] as? Int == 7)
    #expect((values["withoutStroke"] as? [Double])?.count == 2)
  }

  @Test func nothingIsExplainedWhileNobodyLooks() throws {
    var pen = try Pen()
    pen.drawSeven()
    settle(pen)
    #expect(pen.studio.state.why.explanation == nil)
    pen.host.advance(by: .seconds(10))
    #expect(pen.studio.nextDeadline == nil)
  }

  @Test func newerInkIsExplainedAnew() throws {
    let pen = try open()
    let before = try #require(pen.studio.state.why.explanation)
    pen.key(.character("z"), .control)
    settle(pen)
    let after = try #require(pen.studio.state.why.explanation)
    #expect(before.lines.count == 2)
    #expect(after.lines.count == 1)
    #expect(pen.studio.state.why.revision == pen.studio.state.document.revision)
  }

  @Test func staleResultsAreDropped() throws {
    let pen = try open()
    let state = pen.studio.state
    let directory = try #require(state.model?.directory)
    pen.studio.perform(.why(.explained(nil, revision: state.document.revision - 1, directory: directory)))
    pen.studio.perform(.why(.explained(nil, revision: state.document.revision, directory: "/elsewhere")))
    pen.studio.perform(.why(.found([], revision: state.document.revision - 1, directory: directory)))
    #expect(pen.studio.state.why.explanation == state.why.explanation)
    #expect(pen.studio.state.why.near == state.why.near)
  }

  @Test func anotherNetworkIsAskedAnew() throws {
    let pen = try open()
    let before = try #require(pen.studio.state.why.explanation)
    pen.click("model")
    pen.click("model.mlp")
    settle(pen)
    let after = try #require(pen.studio.state.why.explanation)
    #expect(pen.studio.state.why.directory == pen.studio.state.model?.directory)
    #expect(after.pixels != before.pixels)
  }

  @Test func aBlankCanvasAndAPictureSayWhatIsMissing() throws {
    let pen = try Pen()
    pen.click("tab.why")
    settle(pen)
    #expect(pen.studio.stage.scene["why.blank.0"]?.look.text == "Draw a digit first")
    #expect(pen.studio.nextDeadline == nil)
  }

  @Test func withoutTrainingDigitsTheScreenSaysSo() throws {
    let pen = try open()
    #expect(pen.studio.stage.scene.dump.contains("The training digits are not on this computer"))
    #expect(pen.studio.state.why.near == nil)
  }

  @Test func theMapShowsPixelsInstead() throws {
    let pen = try open()
    let frame = try #require(pen.studio.stage.scene["why.map"]?.frame)
    let before = try pen.host.surface.pixels()
    pen.click("why.pixels")
    pen.host.advance(by: .milliseconds(50))
    let after = try pen.host.surface.pixels()
    let rect = PixelRect(covering: frame, scale: 1)
    let changed = (rect.y..<rect.y + rect.height).contains { y in
      (rect.x..<rect.x + rect.width).contains { before[$0, y] != after[$0, y] }
    }
    #expect(changed)
    pen.click("why.ink")
    #expect(!pen.studio.state.why.showsPixels)
  }

  @Test func keysAndPointerGoAlongTheInk() throws {
    let pen = try open()
    pen.key(.home)
    #expect(pen.studio.state.why.place == 0)
    #expect(pen.studio.state.whyReadOut.hasPrefix("Stroke 1, 0 % of its way: "))
    pen.key(.right)
    #expect(pen.studio.state.why.place ?? 0 > 0)
    pen.key(.end)
    #expect(pen.studio.state.why.place == pen.studio.state.why.places.count - 1)
    #expect(pen.studio.state.whyReadOut.hasPrefix("Stroke 2, 100 %"))
    pen.key(.escape)
    #expect(pen.studio.state.why.place == nil)
    let frame = try #require(pen.studio.stage.scene["why.map"]?.frame)
    // The corner of the seven is at the right, a little below the edge of what is shown.
    var found: Set<Bool> = []
    for y in stride(from: frame.y + 4, to: frame.maxY, by: 12) {
      pen.host.send(.pointer(PointerEvent(.moved, at: Point(x: frame.midX, y: y))))
      found.insert(pen.studio.state.why.place != nil)
    }
    #expect(found == [true, false])
  }

  @Test(arguments: [
    PixelSize(width: 680, height: 480), PixelSize(width: 800, height: 600), PixelSize(width: 1366, height: 768),
    PixelSize(width: 900, height: 1200), PixelSize(width: 1920, height: 1080),
  ]) func everythingIsInsideTheWindow(_ size: PixelSize) throws {
    let pen = try open(size: size)
    let elements = pen.studio.stage.scene.elements.filter { $0.name.rawValue.hasPrefix("why.") }
    #expect(elements.count >= 8)
    for element in elements {
      #expect(pen.studio.layout.body.contains(element.frame), "\(size) \(element.name): \(element.frame)")
    }
    #expect(Set(elements.map(\.name)).count == elements.count)
  }
}
