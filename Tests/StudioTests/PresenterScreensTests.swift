import Graphics
import Studio
import Testing
import Toolkit

/// What a class sees where the window is low: large letters, and a lesson's bar below.
@Suite @MainActor
struct PresenterScreensTests {
  private func open(_ tab: ControlName, hasLesson: Bool = true) throws -> Pen {
    var pen = try Pen(size: PixelSize(width: 1024, height: 768))
    pen.drawSeven()
    if hasLesson {
      pen.studio.perform(.openPath(LessonTests.path("4-not-sure")))
      pen.settle()
      pen.host.advance(by: .seconds(10))
    }
    pen.key(.function(5))
    pen.studio.perform(.control(tab))
    pen.settle()
    return pen
  }

  @Test func theKeyFiguresCanBeHit() throws {
    let pen = try open("tab.performance")
    let scale = pen.studio.state.scale
    for name in ["accuracy", "worst", "precision", "calibration"] {
      let frame = try #require(pen.studio.stage.scene[ControlName(rawValue: "performance.fact.\(name)")]?.frame)
      #expect(frame.height * scale >= 44 && frame.maxY <= pen.studio.layout.status.y)
    }
    pen.click("performance.fact.worst")
    pen.settle()
    #expect(pen.studio.state.performance.page == .report)
  }

  @Test func nothingOfAPictureLiesBelowTheBar() throws {
    let pen = try open("tab.image")
    let foot = pen.studio.layout.status.y
    let parts = pen.studio.stage.scene.elements.filter { $0.name.rawValue.hasPrefix("image.") }
    #expect(parts.contains { $0.name == "image.threshold" })
    for part in parts { #expect(part.frame.maxY <= foot + 1, "\(part.name): \(part.frame)") }
  }

  @Test func aThresholdStandsBesideWhatItChanges() throws {
    let pen = try open("tab.performance")
    pen.click("performance.calibration")
    pen.settle()
    let scene = pen.studio.stage.scene
    let (chart, slider) = (scene["performance.reliability"]?.frame, scene["performance.threshold"]?.frame)
    #expect(try #require(chart).maxX < #require(slider).x)
    #expect(scene["performance.details"] == nil)
  }

  @Test func theTableOfModelsStepsBackUntilItIsAskedFor() throws {
    let pen = try open("tab.compare", hasLesson: false)
    #expect(pen.studio.stage.scene["compare.heads"] == nil)
    pen.click("compare.table")
    #expect(pen.studio.stage.scene["compare.heads"] != nil)
    pen.click("compare.table")
    #expect(pen.studio.stage.scene["compare.heads"] == nil)
  }
}
