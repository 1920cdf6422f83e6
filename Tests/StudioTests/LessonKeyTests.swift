import Studio
import Testing
import Toolkit

/// What keys do in a lesson, wherever the keyboard is.
@Suite @MainActor
struct LessonKeyTests {
  private func open(_ text: String) throws -> (Pen, StorageDirectory) {
    let directory = try StorageDirectory()
    let pen = try Pen()
    pen.studio.perform(.openPath(try directory.write(text, to: "test.lesson")))
    pen.settle()
    return (pen, directory)
  }

  @Test func aClickerDoesNotStickAtASlider() throws {
    let (pen, _) = try open(
      #"{"title": "T", "steps": [{"say": "a", "screen": "performance.calibration"}, {"say": "b"}]}"#)
    pen.click("performance.threshold")
    #expect(pen.studio.stage.focus == "performance.threshold")
    pen.key(.pageDown)
    #expect(pen.studio.state.lessons.running?.index == 1)
    pen.key(.pageUp)
    #expect(pen.studio.state.lessons.running?.index == 0)
  }

  @Test func stepsReadDigitsAndTeachNothing() throws {
    let (pen, _) = try open(
      """
      {"title": "T", "steps": [{"say": "a", "drawing": "d"}, {"say": "b"}],
       "drawings": {"d": {"strokes": [[[300, 250], [650, 250], [450, 800]]]}}}
      """)
    pen.key(.character("n"))
    #expect(pen.studio.state.isNumber)
    pen.key(.pageDown)
    #expect(!pen.studio.state.isNumber)
    pen.key(.character("7"))
    #expect(pen.studio.state.teach.drawings.isEmpty)
    #expect(pen.studio.state.notice?.text.contains("lesson") == true)
  }
}
