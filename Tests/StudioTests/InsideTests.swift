import Foundation
import Graphics
import Recognition
import Studio
import Testing
import Toolkit

/// The Inside screen: the pipeline and its switches, the maps, the keys.
@Suite @MainActor
struct InsideTests {
  /// A window at the Inside screen with a network that is ready.
  private func open(size: PixelSize = PixelSize(width: 1280, height: 800), model: String? = nil) throws -> Pen {
    var options = Pen.options
    options.model = model
    let pen = try Pen(size: size, options: options)
    pen.click("tab.inside")
    settle(pen)
    return pen
  }

  private func settle(_ pen: Pen) {
    pen.studio.waitForFiles()
    pen.host.advance(by: .milliseconds(50))
  }

  private func values(of pen: Pen) throws -> [String: Any] {
    let text = "{" + pen.studio.state.screenValues.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func pixels(_ pen: Pen, _ name: ControlName) throws -> [UInt32] {
    let frame = try #require(pen.studio.stage.scene[name]?.frame)
    let image = try pen.host.surface.pixels()
    return (Int(frame.y)..<Int(frame.maxY)).flatMap { y in (Int(frame.x)..<Int(frame.maxX)).map { image[$0, y] } }
  }

  /// A small seven in the left upper corner.
  private func drawSmallSeven(_ pen: inout Pen) { pen.draw([(0.05, 0.06), (0.2, 0.06), (0.11, 0.26)]) }

  // MARK: Pipeline

  @Test func withoutFramingASmallSevenIsReadWrongAndTheBarsShowIt() throws {
    var pen = try open()
    drawSmallSeven(&pen)
    #expect(pen.studio.state.reading.answer?.digit == 7)
    let framed = try #require(pen.studio.state.reading.image)
    let sure = pen.studio.state.reading.probabilities[7]
    for name in ["box", "margin", "center"] { pen.click(ControlName(rawValue: "pipeline.\(name)")) }
    let loose = try #require(pen.studio.state.reading.image)
    #expect(framed != loose)
    #expect(pen.studio.state.reading.probabilities[7] < sure / 2)
    // It is where it was drawn.
    #expect(loose.pixels.indices.allSatisfy { loose.pixels[$0] == 0 || ($0 % 28 < 14 && $0 / 28 < 14) })
    #expect(try values(of: pen)["stepsOff"] as? [String] == ["box", "margin", "center"])
    #expect(pen.studio.stage.scene["pipeline.restore"]?.look.text != nil)
    // The same goes for the other screens, which say so.
    pen.click("tab.draw")
    #expect(pen.studio.state.reading.image == loose)
    pen.click("pipeline.restore")
    #expect(pen.studio.state.inside.stepsOff == 0)
    #expect(pen.studio.state.reading.image == framed)
    #expect(pen.studio.stage.scene["pipeline.restore"] == nil)
  }

  @Test(arguments: ["box", "margin", "center", "pen"]) func eachSwitchChangesThePicture(name: String) throws {
    var pen = try open()
    pen.draw([(0.1, 0.1), (0.6, 0.1), (0.3, 0.9), (0.3, 0.95)])
    let all = try #require(pen.studio.state.reading.image)
    pen.click(ControlName(rawValue: "pipeline.\(name)"))
    #expect(pen.studio.state.inside.stepsOff == 1)
    #expect(pen.studio.state.reading.image != all)
    #expect(pen.studio.state.inside.framing?.image == pen.studio.state.reading.image)
    pen.click(ControlName(rawValue: "pipeline.\(name)"))
    #expect(pen.studio.state.reading.image == all)
  }

  @Test func thePicturesOfThePipelineChangeWithTheInk() throws {
    var pen = try open()
    let blank = try (1...5).map { try pixels(pen, ControlName(rawValue: "pipeline.picture.\($0)")) }
    pen.drawSeven()
    let drawn = try (1...5).map { try pixels(pen, ControlName(rawValue: "pipeline.picture.\($0)")) }
    for (before, after) in zip(blank, drawn) {
      let isSame = before == after
      #expect(!isSame)
    }
    pen.key(.character("z"), .control)
    for (index, before) in blank.enumerated() {
      let isSame = try pixels(pen, ControlName(rawValue: "pipeline.picture.\(index + 1)")) == before
      #expect(isSame)
    }
  }

  @Test func thePicturesAreSavedAsOneFile() throws {
    var pen = try open()
    pen.drawSeven()
    let path = NSTemporaryDirectory() + "inside-\(UUID().uuidString).png"
    defer { try? FileManager.default.removeItem(atPath: path) }
    pen.studio.exportStages(to: path)
    settle(pen)
    #expect(pen.studio.state.notice?.text == "Saved as \(path)")
    let data = try Data(contentsOf: URL(filePath: path))
    #expect(data.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(data.count > 2000)
  }

  // MARK: Layers

  @Test func theMapsChangeWhileTheLineGrows() throws {
    var pen = try open()
    let names = (1...5).map { ControlName(rawValue: "inside.strip.\($0)") }
    var last = try names.map { try pixels(pen, $0) }
    for line in [[(0.5, 0.2), (0.45, 0.8)], [(0.25, 0.2), (0.5, 0.2), (0.7, 0.4)]] {
      pen.draw(line)
      let now = try names.map { try pixels(pen, $0) }
      for (name, (before, after)) in zip(names, zip(last, now)) {
        let isSame = before == after
        #expect(!isSame, "\(name) after \(line.count) points: \(Set(after).count) colours")
      }
      last = now
    }
    #expect(pen.studio.stage.scene["inside.map.1.32"] != nil)
    #expect(pen.studio.stage.scene["inside.map.6.10"]?.look.text.isEmpty == false)
  }

  @Test func nothingRunsWhileTheTabIsNotShown() throws {
    var pen = try open()
    pen.drawSeven()
    let seen = pen.studio.state.inside.findings
    pen.click("tab.draw")
    pen.draw([(0.2, 0.5), (0.8, 0.5)])
    #expect(pen.studio.state.inside.findings == seen)
    pen.click("tab.inside")
    #expect(pen.studio.state.inside.findings.revision == seen.revision + 1)
    #expect(pen.studio.state.inside.findings.logits != seen.logits)
  }

  @Test func theSoftmaxIsTheAnswer() throws {
    var pen = try open()
    pen.drawSeven()
    let shown = pen.studio.state.inside.findings.softmax.probabilities
    for (digit, probability) in shown.enumerated() {
      #expect(abs(probability - Double(pen.studio.state.reading.probabilities[digit])) < 1e-4)
    }
  }

  @Test func theKeyboardGoesThroughTheScreen() throws {
    var pen = try open()
    pen.drawSeven()
    // Tab comes to the first map, arrow keys go on from there.
    for _ in 0..<40 where pen.studio.stage.focus?.rawValue.hasPrefix("inside.map") != true { pen.key(.tab) }
    #expect(pen.studio.stage.focus == "inside.map.1.1")
    pen.key(.right)
    #expect(pen.studio.stage.focus == "inside.map.1.2")
    pen.key(.pageDown)
    #expect(pen.studio.stage.focus == "inside.map.2.2")
    pen.key(.up)
    pen.key(.up)
    pen.key(.up)
    #expect(pen.studio.state.inside.chosen?.stage == 0)
    pen.key(.enter)
    #expect(pen.studio.state.inside.isOpen)
    #expect(pen.studio.stage.focus == "inside.enlarged")
    let place = try #require(pen.studio.state.inside.chosen)
    pen.key(.down)
    pen.key(.down)
    pen.key(.right)
    let moved = try #require(pen.studio.state.inside.findings.walk?.place)
    #expect((moved.row, moved.column) == (place.row + 2, place.column + 1))
    #expect(pen.studio.stage.scene["inside.kernel"]?.look.text.split(separator: " ").count == 9)
    for _ in 0..<30 { pen.key(.up) }
    #expect(pen.studio.state.inside.chosen?.row == 0)
    pen.key(.escape)
    #expect(!pen.studio.state.inside.isOpen)
    #expect(pen.studio.stage.focus == ControlName(rawValue: "inside.map.1.\(place.map + 1)"))
  }

  @Test func whatIsShownAddsUpToTheValueOfTheMap() throws {
    var pen = try open()
    pen.drawSeven()
    pen.click("inside.map.3.7")
    for _ in 0..<2 { pen.key(.right) }
    for _ in 0..<2 { pen.key(.down) }
    let shown = try values(of: pen)
    let rows = try #require(shown["walk"] as? [[String: Any]])
    let numbers = rows.map { ($0["number"] as? Double ?? .nan, $0["isResult"] as? Bool ?? false) }
    let first = try #require(numbers.firstIndex { $0.1 })
    let sum = numbers[..<first].reduce(0) { $0 + ($1.0 * 1000).rounded() }
    #expect(sum == (numbers[first].0 * 1000).rounded())
    let products = try #require(shown["products"] as? [Double])
    #expect(products.reduce(0) { $0 + ($1 * 1000).rounded() } == (numbers[0].0 * 1000).rounded())
    #expect(shown["place"] as? [Int] == [3, 7, 7, 7])
    let value = try #require(shown["value"] as? Double)
    #expect(abs((numbers.last?.0 ?? .nan) - value) < 0.00051)
    // Another channel, another patch, the same value.
    let channel = pen.studio.state.inside.findings.walk?.patch?.channel
    pen.key(.character("]"))
    #expect(pen.studio.state.inside.findings.walk?.patch?.channel != channel)
    #expect(try values(of: pen)["value"] as? Double == value)
  }

  @Test func aDigitOfTheSoftmaxShowsItsEdgesAndAllNumbers() throws {
    var pen = try open()
    pen.drawSeven()
    pen.click("inside.map.6.8")
    #expect(pen.studio.stage.scene["inside.edge.1"]?.look.text.contains("value ") == true)
    let total = try #require(pen.studio.stage.scene["inside.softmax.11"]?.look.text)
    #expect(total.hasSuffix("100.0"))
    pen.key(.left)
    #expect(pen.studio.state.inside.chosen?.map == 6)
  }

  @Test(arguments: ["mlp", "linear"]) func networksWithoutPicturesAreShownToo(name: String) throws {
    let pen = try open(model: name)
    guard pen.studio.state.model?.name == name else { return }
    try checkValues(pen)
  }

  private func checkValues(_ start: Pen) throws {
    var pen = start
    pen.drawSeven()
    let count = pen.studio.state.inside.stages.count
    pen.click(ControlName(rawValue: "inside.map.1.1"))
    #expect(pen.studio.stage.scene["inside.edge.1"]?.look.text.contains("pixel row") == true)
    pen.key(.escape)
    pen.click(ControlName(rawValue: "inside.map.\(count).1"))
    #expect(pen.studio.stage.scene["inside.softmax.11"] != nil)
  }

  @Test(arguments: LayoutTests.sizes) func rowsOfMapsAreEven(_ size: PixelSize) throws {
    let pen = try Pen(size: size)
    pen.click("tab.inside")
    pen.settle()
    let grids = pen.studio.state.insideStrips.grids
    #expect(!grids.isEmpty)
    // The last row lacks less than one map for each row above it.
    for grid in grids { #expect(grid.columns * grid.rows - grid.count < grid.rows, "\(grid)") }
  }

  @Test(arguments: LayoutTests.sizes) func everythingIsInTheWindowAndNothingCoversAnother(_ size: PixelSize) throws {
    var pen = try open(size: size)
    pen.drawSeven()
    for part in ["inside.pipeline", "inside.layers"] {
      pen.click(ControlName(rawValue: part))
      check(pen, size, part)
      for name in ["box", "pen"] { pen.click(ControlName(rawValue: "pipeline.\(name)")) }
      check(pen, size, "\(part), steps off")
    }
    for map in ["inside.map.1.1", "inside.map.5.3", "inside.map.6.8"] {
      guard pen.studio.stage.scene[ControlName(rawValue: map)] != nil else { continue }
      pen.click(ControlName(rawValue: map))
      let isOpen = pen.studio.state.inside.isOpen
      #expect(isOpen)
      check(pen, size, map)
      pen.key(.escape)
    }
  }

  private func check(_ pen: Pen, _ size: PixelSize, _ place: String) {
    let scale = pen.studio.state.scale
    let window = Rect(x: 0, y: 0, width: Double(size.width) / scale, height: Double(size.height) / scale)
    let elements = pen.studio.stage.scene.elements
    #expect(Set(elements.map(\.name)).count == elements.count, "\(size) \(place): names")
    let grounds: Set<ControlName> = ["inside.parts", "top", "status"]
    let parts = elements.filter {
      !grounds.contains($0.name) && !$0.name.rawValue.hasPrefix("inside.strip.") && !$0.name.rawValue.hasPrefix("bars.")
    }
    for (index, part) in parts.enumerated() {
      if !window.contains(part.frame) { Issue.record("\(size) \(place) \(part.name): \(part.frame)") }
      for other in parts[(index + 1)...] where part.frame.overlaps(other.frame) {
        Issue.record("\(size) \(place): \(part.name) \(part.frame) and \(other.name) \(other.frame)")
      }
    }
  }
}
