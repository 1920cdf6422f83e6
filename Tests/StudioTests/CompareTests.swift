import Foundation
import Charts
import Graphics
import Ink
import Recognition
import Studio
import Testing
import Toolkit

/// The compare screen: models beside each other, on the same ink.
@Suite @MainActor
struct CompareTests {
  private func open(size: PixelSize = PixelSize(width: 1280, height: 800)) throws -> Pen {
    let pen = try Pen(size: size)
    pen.studio.perform(.control("tab.compare"))
    settle(pen)
    return pen
  }

  private func settle(_ pen: Pen) {
    for _ in 0..<6 {
      pen.studio.waitForFiles()
      pen.host.advance(by: .milliseconds(50))
    }
  }

  private func values(of pen: Pen) throws -> [String: Any] {
    let text = "{" + pen.studio.state.screenValues.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// Draws a seven on the paper of this screen.
  private func drawSeven(_ pen: Pen) throws {
    let canvas = try #require(pen.studio.stage.scene["canvas"]?.frame)
    let places = [(0.3, 0.25), (0.65, 0.25), (0.45, 0.8)]
    var time: UInt32 = 1_000
    func send(_ phase: PointerEvent.Phase, _ x: Double, _ y: Double) {
      time += 4
      let at = Point(x: canvas.x + x * canvas.width, y: canvas.y + y * canvas.height)
      pen.host.send(.pointer(PointerEvent(phase, at: at, device: 1, milliseconds: time)))
    }
    send(.down(.primary), places[0].0, places[0].1)
    for (from, to) in zip(places, places.dropFirst()) {
      for step in 1...4 {
        let share = Double(step) / 4
        send(.moved, from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share)
      }
    }
    send(.up(.primary), places[2].0, places[2].1)
    settle(pen)
  }

  @Test func theFiguresAreThoseOfTheFiles() throws {
    let pen = try open()
    let models = try #require(try values(of: pen)["models"] as? [String: [String: Any]])
    #expect(models.count >= 2)
    for (name, figures) in models {
      let entry = try #require(pen.studio.state.models.first { $0.name == name })
      let data = try Data(contentsOf: URL(filePath: entry.path + "/metrics.json"))
      let metrics = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      for key in ["accuracy", "loss", "calibrationError", "worstClassRecall", "parameters"] {
        #expect(figures[key] as? Double == metrics[key] as? Double, "\(name) \(key)")
      }
      #expect(figures["milliseconds"] as? Double ?? 0 > 0)
    }
  }

  @Test func theBestValueIsMarkedOnce() throws {
    let pen = try open()
    let rows = pen.studio.stage.scene.elements.filter { $0.name.rawValue.hasPrefix("compare.model.") }.map(\.look.text)
    #expect(rows.count >= 2)
    // One per figure, unless two share it.
    #expect(rows.joined().filter { $0 == "*" }.count >= 7)
  }

  @Test func allReadTheSameInkAndTogetherTheyAreTheMean() throws {
    let pen = try open()
    try drawSeven(pen)
    #expect(pen.studio.state.document.strokeCount == 1)
    #expect(pen.studio.state.reading.answer?.digit == 7)
    let shown = try values(of: pen)
    let each = try #require(shown["probabilities"] as? [String: [Double]])
    let together = try #require(shown["together"] as? [Double])
    #expect(each.count == pen.studio.state.compare.chosen.count)
    for digit in 0..<10 {
      let mean = each.values.reduce(0) { $0 + $1[digit] } / Double(each.count)
      #expect(abs(mean - together[digit]) < 1e-6)
    }
    // The model in use reads here as it reads on the Draw screen.
    let name = try #require(pen.studio.state.model?.name)
    let own = pen.studio.state.reading.probabilities.map(Double.init)
    for (one, other) in zip(try #require(each[name]), own) { #expect(abs(one - other) < 1e-3) }
    pen.click("clear")
    settle(pen)
    #expect(try values(of: pen)["together"] == nil)
    pen.key(.character("z"), .control)
    settle(pen)
    #expect(try values(of: pen)["together"] != nil)
  }

  @Test func inkLiesWhereThePenWasOnTheSmallPaperAndOnTheLargeOne() throws {
    let pen = try open()
    try drawSeven(pen)
    func isInk(_ x: Double, _ y: Double) throws -> Bool {
      let frame = try #require(pen.studio.stage.scene["canvas"]?.frame)
      let pixels = try pen.host.surface.pixels()
      return pixels[Int(frame.x + x * frame.width), Int(frame.y + y * frame.height)] == Theme.light.ink.pixel
    }
    #expect(try isInk(0.5, 0.25))
    #expect(try !isInk(0.2, 0.7))
    pen.click("tab.draw")
    settle(pen)
    #expect(try isInk(0.5, 0.25))
    #expect(try !isInk(0.2, 0.7))
  }

  @Test func aModelIsTakenOutAndPutBackAndKeepsItsColour() throws {
    let pen = try open()
    let before = pen.studio.state.compare.slots
    let name = try #require(before[0])
    pen.click(ControlName(rawValue: "compare.model.\(name)"))
    settle(pen)
    #expect(pen.studio.state.compare.slots[0] == nil)
    #expect(pen.studio.state.compare.slots[1] == before[1])
    #expect(pen.studio.state.compare.models[name] == nil)
    pen.click(ControlName(rawValue: "compare.model.\(name)"))
    settle(pen)
    #expect(pen.studio.state.compare.slots == before)
    #expect(pen.studio.state.compare.models[name] != nil)
  }

  @Test func theDifferenceIsThatOfTheFiles() throws {
    let pen = try open()
    pen.click("compare.page.confusion")
    settle(pen)
    pen.studio.stage.moveFocus(to: nil)
    let shown = try values(of: pen)
    let names = try [#require(shown["first"] as? String), #require(shown["second"] as? String)]
    let counts = try names.map { name in
      let entry = try #require(pen.studio.state.models.first { $0.name == name })
      let data = try Data(contentsOf: URL(filePath: entry.path + "/metrics.json"))
      let metrics = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      return try #require(metrics["confusion"] as? [[Int]])
    }
    let difference = try #require(shown["difference"] as? [[Int]])
    for row in 0..<10 {
      for column in 0..<10 { #expect(difference[row][column] == counts[0][row][column] - counts[1][row][column]) }
    }
    pen.key(.home)
    pen.key(.up)
    #expect(pen.studio.state.compare.cell.column == 0)
    // Choosing the other one changes both around.
    let second = pen.studio.state.compare.second
    pen.click(ControlName(rawValue: "compare.first.\(second)"))
    #expect(pen.studio.state.compare.first == second)
    #expect(pen.studio.state.compare.second != second)
  }

  @Test func theKeysWalkTheEpochs() throws {
    let pen = try open()
    pen.click("compare.page.curves")
    settle(pen)
    pen.studio.stage.moveFocus(to: nil)
    pen.key(.end)
    let last = try #require(pen.studio.state.compare.epoch)
    pen.key(.left)
    #expect(pen.studio.state.compare.epoch == last - 1)
    pen.click("compare.accuracy")
    #expect(pen.studio.state.compare.curve == .accuracy)
    #expect(pen.studio.stage.scene["compare.chart"] != nil)
  }

  @Test func brokenModelsAreNamedInTheirRowAndTheRestWorks() throws {
    let directory = try StorageDirectory()
    let home = directory.file("home")
    let models = home + "/Models"
    for name in ["broken", "gone"] {
      try FileManager.default.createDirectory(atPath: "\(models)/\(name)", withIntermediateDirectories: true)
      try Data("no weights".utf8).write(to: URL(filePath: "\(models)/\(name)/model.safetensors"))
    }
    let pen = try Pen(environment: ["INKLING_HOME": home])
    try FileManager.default.removeItem(atPath: "\(models)/gone")
    pen.studio.perform(.control("tab.compare"))
    settle(pen)
    for name in ["broken", "gone"] {
      let row = ControlName(rawValue: "compare.model.\(name)")
      if !pen.studio.state.compare.slots.contains(name) { pen.studio.perform(.control(row)) }
    }
    settle(pen)
    #expect(pen.studio.state.compare.problems["broken"] != nil)
    #expect(pen.studio.stage.scene["compare.model.broken"]?.look.text.contains("cannot be used") == true)
    try drawSeven(pen)
    #expect(try values(of: pen)["together"] != nil)
  }

  @Test func aModelThatVanishesWhileItIsComparedStays() throws {
    let directory = try StorageDirectory()
    let home = directory.file("home")
    let first = try open()
    let entry = try #require(first.studio.state.models.first { $0.name == "mlp" })
    try FileManager.default.createDirectory(atPath: home + "/Models", withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: entry.path, toPath: home + "/Models/copy")
    let pen = try Pen(environment: ["INKLING_HOME": home])
    pen.studio.perform(.control("tab.compare"))
    settle(pen)
    #expect(pen.studio.state.compare.models["copy"] != nil)
    try FileManager.default.removeItem(atPath: home + "/Models/copy")
    try drawSeven(pen)
    #expect((try values(of: pen)["probabilities"] as? [String: Any])?["copy"] != nil)
    pen.studio.perform(.control("compare.model.copy"))
    pen.studio.perform(.control("compare.model.copy"))
    settle(pen)
    #expect(pen.studio.state.compare.problems["copy"] != nil)
  }

  @Test(arguments: LayoutTests.sizes) func everythingIsInTheWindowAndNothingCoversAnother(_ size: PixelSize) throws {
    let pen = try open(size: size)
    for page in CompareState.Page.allCases {
      pen.click(ControlName(rawValue: "compare.page.\(page.rawValue)"))
      settle(pen)
      Overlaps.check(
        pen, size,
        grounds: ["top", "status", "compare.panel", "compare.curve", "compare.first.box", "compare.second.box"],
        "\(page)")
    }
  }
}
