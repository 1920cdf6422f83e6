import Graphics
import Recognition
import Studio
import Testing
import Toolkit

/// The same ink through models that know nothing, little, too narrowly and well.
@Suite @MainActor
struct RaceTests {
  private func open(size: PixelSize = PixelSize(width: 1280, height: 800)) throws -> Pen {
    let pen = try Pen(size: size)
    pen.studio.perform(.control("tab.compare"))
    pen.settle()
    pen.click("compare.race")
    pen.settle()
    return pen
  }

  @Test func sixModelsReadTheInkWhileItIsDrawn() throws {
    var pen = try open()
    let names = ["untrained", "epoch-1", "overfitted", "augmented", "mlp", "inkling"]
    #expect(pen.studio.state.compare.loaded.map(\.name) == names)
    #expect(pen.studio.stage.scene["compare.heads"] == nil)
    pen.drawSeven()
    pen.host.advance(by: .seconds(1))
    let readings = pen.studio.state.compare.readings
    #expect(Set(readings.keys) == Set(names))
    for name in names {
      let column = try #require(pen.studio.stage.scene[ControlName(rawValue: "compare.bars.\(name)")])
      #expect(column.look.text.hasPrefix("\(name): "))
    }
    for name in ["augmented", "mlp", "inkling"] { #expect(readings[name]?.answer?.digit == 7, "\(name)") }
    // Chance is no reason to be sure.
    #expect(readings["untrained"]?.verdict != .sure)
  }

  @Test func theBarsEaseFromWhereTheyAre() throws {
    var pen = try open()
    pen.drawSeven()
    pen.host.advance(by: .seconds(1))
    let before = pen.host.frames.count
    pen.click("clear")
    pen.host.advance(by: .milliseconds(40))
    let half = pen.host.frames.count
    pen.host.advance(by: .seconds(1))
    #expect(half > before)
    // Several frames until they rest, and none afterwards.
    #expect(pen.host.frames.count >= half + 3)
    let rest = pen.host.frames.count
    pen.host.advance(by: .seconds(1))
    #expect(pen.host.frames.count == rest)
  }

  @Test func theSmallModelsAreNoChoiceForAnythingElse() throws {
    let pen = try open()
    #expect(pen.studio.state.compare.racers.first?.name == "untrained")
    #expect(pen.studio.state.compare.racers.count >= 4)
    for racer in pen.studio.state.compare.racers {
      #expect(!pen.studio.state.models.contains { $0.name == racer.name })
    }
  }

  @Test func aSeventhIsRefusedAndTheTableShowsThemAll() throws {
    let pen = try open()
    pen.click("compare.table")
    #expect(pen.studio.stage.scene["compare.heads"] != nil)
    let other = try #require(pen.studio.state.models.first { !pen.studio.state.compare.slots.contains($0.name) })
    pen.studio.perform(.control(ControlName(rawValue: "compare.model.\(other.name)")))
    #expect(pen.studio.state.notice?.text == "6 models at most: take one out first")
    #expect(pen.studio.state.compare.chosen.count == 6)
  }

  @Test(arguments: [
    PixelSize(width: 680, height: 480), PixelSize(width: 854, height: 480), PixelSize(width: 1280, height: 800),
    PixelSize(width: 2560, height: 1440),
  ])
  func columnsStandBesideEachOther(_ size: PixelSize) throws {
    var pen = try open(size: size)
    pen.drawSeven()
    pen.settle()
    let columns = pen.studio.stage.scene.elements.filter { $0.name.rawValue.hasPrefix("compare.bars.") }
    #expect(columns.count == 6)
    let body = pen.studio.layout.body
    for (index, column) in columns.enumerated() {
      #expect(body.contains(column.frame), "\(size) \(column.name): \(column.frame)")
      #expect(column.frame.width >= 50)
      for other in columns[(index + 1)...] { #expect(!column.frame.overlaps(other.frame)) }
    }
  }
}
