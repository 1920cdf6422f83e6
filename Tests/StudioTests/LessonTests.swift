import Foundation
import Graphics
import Ink
import Recognition
import Studio
import Testing
import Toolkit

/// Lessons in a window: each step puts everything in its place, and the person's own drawing comes back.
@Suite @MainActor
struct LessonTests {
  nonisolated static let shipped = ["1-framing", "2-convolution", "3-learning", "4-not-sure"]

  static func path(_ name: String) -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return root.appending(path: "Resources/lessons/\(name).lesson").path
  }

  /// What a step has put on the screen.
  private struct Shown: Equatable {
    var screen: String
    var model: String?
    var ink: [Ink.Stroke]
    var framing: Preprocessor.Steps
    var compared: [String]
    var place: InsidePlace?
    var digit: Int?
  }

  private func shown(_ pen: Pen) -> Shown {
    let state = pen.studio.state
    return Shown(
      screen: state.screenName, model: state.model?.name, ink: state.document.drawing.strokes,
      framing: state.inside.steps, compared: state.tab == .compare ? state.compare.chosen.map(\.name) : [],
      place: state.tab == .inside && state.inside.isOpen ? state.inside.chosen : nil,
      digit: state.reading.answer?.digit)
  }

  /// Waits until everything has come, drawings that are played included.
  private func rest(_ pen: Pen) {
    repeat {
      pen.settle()
      pen.host.advance(by: .seconds(1))
    } while pen.studio.state.time.isPlaying || pen.studio.hasWork
  }

  private func open(_ text: String) throws -> (Pen, StorageDirectory) {
    let directory = try StorageDirectory()
    let path = try directory.write(text, to: "test.lesson")
    let pen = try Pen()
    pen.studio.perform(.openPath(path))
    rest(pen)
    return (pen, directory)
  }

  // MARK: Shipped ones

  @Test(arguments: shipped) func everyShippedLessonRunsToItsEndAndBack(_ name: String) throws {
    var pen = try Pen()
    pen.drawSeven()
    let own = pen.studio.state
    pen.studio.perform(.openPath(LessonTests.path(name)))
    rest(pen)
    let lesson = try #require(pen.studio.state.lessons.running?.lesson)
    #expect(lesson.troubles.isEmpty)
    #expect(lesson.steps.count >= 8)
    var forth: [Shown] = []
    for (index, step) in lesson.steps.enumerated() {
      if index > 0 { pen.key(.pageDown) }
      rest(pen)
      let running = try #require(pen.studio.state.lessons.running)
      #expect(running.index == index)
      #expect(running.trouble == nil, "\(name) step \(index + 1): \(running.trouble?.description ?? "")")
      #expect(pen.studio.state.modelProblem == nil)
      #expect(pen.studio.state.tab == step.screen.tab)
      if let page = step.screen.performance { #expect(pen.studio.state.performance.page == page) }
      #expect(pen.studio.state.model?.name == step.model ?? own.model?.name)
      #expect(pen.studio.state.document.drawing.strokes == step.drawing?.strokes ?? [])
      #expect(pen.studio.state.inside.steps == step.framing)
      #expect(pen.studio.stage.scene["lesson.text"]?.look.text == step.text)
      if step.screen.tab == .compare {
        #expect(pen.studio.state.compare.loaded.count == step.models?.count ?? pen.studio.state.raceLineUp.count)
      }
      if step.place != nil { #expect(pen.studio.state.inside.isOpen) }
      forth.append(shown(pen))
    }
    // Beyond the last step a clicker leads nowhere.
    pen.key(.pageDown)
    #expect(pen.studio.state.lessons.running?.isLast == true)
    // And back again: everything is as it was.
    for index in (0..<lesson.steps.count - 1).reversed() {
      pen.key(.pageUp)
      rest(pen)
      #expect(shown(pen) == forth[index], "\(name) step \(index + 1)")
    }
    pen.key(.escape)
    rest(pen)
    let state = pen.studio.state
    #expect(state.lessons.running == nil)
    #expect(state.document.drawing.strokes == own.document.drawing.strokes)
    #expect(state.tab == own.tab && state.model?.name == own.model?.name && state.inside.steps == .all)
    #expect(state.settings == own.settings)
    #expect(state.reading.answer?.digit == 7 && state.reading.revision == state.document.revision)
    pen.key(.character("z"), .control)
    #expect(pen.studio.state.document.isBlank)
  }

  @Test func theShippedLessonsAreListedAndBeginWithEnter() throws {
    let pen = try Pen()
    pen.click("tab.lessons")
    pen.settle()
    if pen.studio.state.tab != .lessons { pen.studio.perform(.control("tab.lessons")) }
    pen.settle()
    let titles = pen.studio.state.lessons.files.filter(\.isShipped).compactMap(\.lesson?.title)
    #expect(
      titles == [
        "Why framing matters", "What a convolution sees", "How it learns", "When to say “not sure”",
      ])
    pen.studio.stage.moveFocus(to: nil)
    pen.key(.down)
    #expect(pen.studio.state.lessons.chosen == 1)
    pen.key(.enter)
    #expect(pen.studio.state.lessons.running?.lesson.title == "What a convolution sees")
    rest(pen)
    pen.click("lesson.end")
    #expect(pen.studio.state.tab == .lessons && pen.studio.state.lessons.running == nil)
    pen.click("lessons.1")
    #expect(pen.studio.state.lessons.running?.lesson.title == "Why framing matters")
  }

  @Test func theLessonOfFramingShowsWhatItSays() throws {
    let pen = try Pen()
    pen.studio.perform(.openPath(LessonTests.path("1-framing")))
    rest(pen)
    var digits: [Int?] = [], sure: [Bool] = []
    for _ in 0..<5 {
      digits.append(pen.studio.state.reading.answer?.digit)
      sure.append(pen.studio.state.reading.verdict == .sure)
      pen.key(.pageDown)
      rest(pen)
    }
    #expect(digits[0] == 7 && digits[1] == 7 && digits[2] == 7 && sure[0] && sure[1])
    #expect(digits[3] != 7 || !sure[3])
  }

  // MARK: The person's own

  @Test func whatIsDrawnInALessonIsNotKeptAndTheOwnDrawingIs() throws {
    let directory = try StorageDirectory()
    let environment = [
      "HOME": directory.path, "XDG_STATE_HOME": directory.file("state"), "XDG_CONFIG_HOME": directory.file("config"),
      "XDG_DATA_HOME": directory.file("data"), "XDG_CACHE_HOME": directory.file("cache"),
    ]
    let path = try directory.write(
      "{\"title\": \"T\", \"drawings\": {\"d\": {\"width\": 90, \"strokes\": [[[10, 10], [900, 900]]]}}, \"steps\": "
        + "[{\"say\": \"x\", \"drawing\": \"d\"}, {\"say\": \"y\", \"drawing\": null}]}", to: "t.lesson")
    let own: [Ink.Stroke]
    do {
      var pen = try Pen(options: StudioOptions(), environment: environment)
      pen.drawSeven()
      own = pen.studio.state.document.drawing.strokes
      pen.studio.perform(.openPath(path))
      rest(pen)
      pen.draw([(0.1, 0.1), (0.9, 0.9)])
      pen.studio.perform(.control("settings.grid"))
      #expect(pen.studio.state.document.strokeCount == 2 && pen.studio.state.settings.penWidth == 90)
      // The window dies in the middle of the lesson.
      pen.studio.hostIsGone()
    }
    // What is on the disk then; the locks of the first window are as long-lived as this process.
    try FileManager.default.copyItem(atPath: directory.file("state"), toPath: directory.file("after"))
    let after = environment.merging(["XDG_STATE_HOME": directory.file("after")]) { $1 }
    let pen = try Pen(options: StudioOptions(), environment: after)
    #expect(pen.studio.state.document.drawing.strokes == own)
    #expect(pen.studio.state.settings.penWidth == 42 && pen.studio.state.settings.hasGrid)
  }

  @Test func undoBeforeTheLessonIsUndoAfterIt() throws {
    var pen = try Pen()
    pen.drawSeven()
    pen.draw([(0.2, 0.5), (0.6, 0.5)])
    pen.studio.perform(.openPath(LessonTests.path("4-not-sure")))
    rest(pen)
    for _ in 0..<3 { pen.key(.pageDown) }
    for _ in 0..<20 { pen.key(.character("z"), .control) }
    pen.key(.escape)
    rest(pen)
    #expect(pen.studio.state.document.strokeCount == 2)
    pen.key(.character("z"), .control)
    #expect(pen.studio.state.document.strokeCount == 1)
    pen.key(.character("y"), .control)
    #expect(pen.studio.state.document.strokeCount == 2)
  }

  @Test func theComparedModelsComeBack() throws {
    let pen = try Pen()
    pen.studio.perform(.control("tab.compare"))
    rest(pen)
    let before = pen.studio.state.compare.slots
    pen.studio.perform(.openPath(LessonTests.path("3-learning")))
    rest(pen)
    #expect(pen.studio.state.compare.chosen.map(\.name) == ["untrained"])
    pen.key(.escape)
    rest(pen)
    #expect(pen.studio.state.compare.slots == before)
    #expect(pen.studio.state.compare.loaded.count == 3 && pen.studio.state.compare.hasTable)
  }

  @Test func aLessonMakesTheScreenThatLearnsReady() throws {
    let pen = try Pen()
    pen.studio.perform(.openPath(LessonTests.path("3-learning")))
    rest(pen)
    let settings = pen.studio.state.learn.settings
    #expect(settings[.layers].text == "flatten, dense 64, relu, dense 32, relu, dense 10")
    #expect(settings[.epochs].text == "3" && settings[.seed].text == "1")
  }

  // MARK: Clickers and keys

  @Test func aClickerLeadsThroughTheLesson() throws {
    let (pen, _) = try open(
      "{\"title\": \"T\", \"steps\": [{\"say\": \"a\"}, {\"say\": \"b\", \"screen\": \"why\"}, {\"say\": \"c\"}]}")
    func index() -> Int? { pen.studio.state.lessons.running?.index }
    for (key, place) in [
      (Key.pageDown, 1), (.pageDown, 2), (.pageUp, 1), (.right, 2), (.left, 1), (.space, 2), (.up, 1), (.down, 2),
    ] {
      pen.key(key)
      #expect(index() == place, "\(key)")
    }
    for key in [Key.character("b"), .character(".")] {
      pen.key(key)
      #expect(pen.studio.state.lessons.isBlack && index() == 2)
      let pixels = try pen.host.surface.pixels()
      #expect(pixels[5, 5] & 0xFFFFFF == 0 && pixels[640, 400] & 0xFFFFFF == 0)
      pen.key(.pageDown)
      #expect(!pen.studio.state.lessons.isBlack && index() == 2)
    }
    #expect(pen.studio.state.tool == .pen)
    pen.click("lesson.back")
    #expect(index() == 1)
    pen.click("lesson.next")
    #expect(index() == 2)
    // On the last step the button says so.
    #expect(pen.studio.stage.scene["lesson.next"]?.look.text == "Done")
    pen.click("lesson.next")
    #expect(index() == nil)
  }

  @Test func thePresenterViewIsLargeFullAndEndsAsItBegan() throws {
    var pen = try Pen(size: PixelSize(width: 1920, height: 1080))
    pen.drawSeven()
    let before = pen.studio.stage.scene["answer.figure"]?.frame.height ?? 0
    pen.key(.function(5))
    #expect(pen.host.isFullscreen && pen.studio.state.scale == 1.6)
    let figure = try #require(pen.studio.stage.scene["answer.figure"])
    #expect(figure.frame.height * 1.6 > before * 1.4)
    pen.key(.character("+"), .control)
    pen.key(.character("-"), .control)
    #expect(pen.studio.state.settings.scale == 1)
    pen.key(.function(5))
    #expect(!pen.host.isFullscreen && pen.studio.state.scale == 1)
    pen.key(.function(11))
    pen.key(.function(5))
    pen.key(.function(5))
    #expect(pen.host.isFullscreen)
  }

  nonisolated static let classrooms = [PixelSize(width: 1366, height: 768), PixelSize(width: 1920, height: 1080)]

  @Test(arguments: classrooms) func nothingIsCutOrCoveredInThePresenterView(_ size: PixelSize) throws {
    var pen = try Pen(size: size)
    pen.drawSeven()
    pen.key(.function(5))
    let scale = pen.studio.state.scale
    #expect(scale >= 1.5 && scale <= 1.6)
    for hasLesson in [false, true] {
      if hasLesson {
        pen.studio.perform(.openPath(LessonTests.path("1-framing")))
        rest(pen)
      }
      for tab in Tab.allCases {
        pen.studio.perform(.control(ControlName(rawValue: "tab.\(tab.rawValue)")))
        pen.settle()
        check(pen, "\(size) \(tab)\(hasLesson ? " in a lesson" : "")")
      }
    }
  }

  private func check(_ pen: Pen, _ place: String) {
    let scale = pen.studio.state.scale
    let size = pen.studio.state.window
    let window = Rect(x: 0, y: 0, width: Double(size.width) / scale, height: Double(size.height) / scale)
    let pressed = pen.studio.stage.scene.elements.filter { ![.decoration, .panel, .area].contains($0.role) }
    for (index, element) in pressed.enumerated() {
      #expect(window.contains(element.frame), "\(place) \(element.name): \(element.frame)")
      #expect(
        min(element.frame.width, element.frame.height) * scale >= 44, "\(place) \(element.name): \(element.frame)")
      for other in pressed[(index + 1)...] where element.frame.overlaps(other.frame) {
        Issue.record("\(place): \(element.name) and \(other.name)")
      }
    }
    let foot = pen.studio.layout.status
    for element in pen.studio.stage.scene.elements where !element.name.rawValue.hasPrefix("lesson.") {
      let isFoot = element.name.rawValue.hasPrefix("status") || element.name == "presenter" || element.name == "veil"
      guard !isFoot, !element.name.rawValue.hasPrefix("notice"), element.name != "pipeline.restore" else { continue }
      #expect(
        element.visibleFrame.maxY <= foot.y + 1, "\(place) \(element.name): \(element.visibleFrame), foot \(foot)")
    }
  }

  // MARK: Broken ones

  @Test func aModelThatIsMissingIsNamedAndTheLessonGoesOn() throws {
    let (pen, _) = try open(
      """
      {"title": "T", "steps": [{"say": "a", "model": "nobody"},
       {"say": "b", "screen": "compare", "models": ["untrained", "ghost", "own"]}, {"say": "c", "model": "mlp"}]}
      """)
    #expect(
      pen.studio.state.notice?.text
        == "In step 1, model: there is no model “nobody” on this computer; your own reads")
    #expect(pen.studio.state.model?.name == "inkling" && pen.studio.state.modelProblem == nil)
    pen.key(.pageDown)
    rest(pen)
    #expect(pen.studio.state.compare.loaded.map(\.name) == ["untrained", "inkling"])
    #expect(
      pen.studio.state.lessons.running?.trouble?.description
        == "step 2, model: there is no model “nobody” on this computer; your own reads")
    pen.key(.pageDown)
    rest(pen)
    #expect(pen.studio.state.model?.name == "mlp" && pen.studio.state.lessons.running?.trouble == nil)
  }

  @Test func aMapThatIsNotThereIsNamedAndTheNearestIsShown() throws {
    let (pen, _) = try open(
      "{\"title\": \"T\", \"steps\": [{\"say\": \"a\", \"screen\": \"inside\", \"map\": [90, 4000, 90000, 7], \"layer\": 99}]}"
    )
    let stages = pen.studio.state.inside.stages
    #expect(pen.studio.state.inside.chosen?.stage == stages.count - 1)
    #expect(
      pen.studio.state.lessons.running?.trouble?.description
        == "step 1, map: this network has no such place; the nearest is shown")
  }

  @Test func aFileThatIsNoLessonSaysWhyAndNothingElseHappens() throws {
    let directory = try StorageDirectory()
    var pen = try Pen()
    pen.drawSeven()
    let before = pen.studio.state.document
    let paths = [
      try directory.write("{\"title\": ", to: "cut.lesson"), directory.file("absent.lesson"),
      try directory.write([0xFF, 0xFE, 0x00], to: "bytes.lesson"), directory.path,
    ]
    for path in paths.dropLast() {
      pen.studio.perform(.openPath(path))
      rest(pen)
      let name = path.split(separator: "/").last ?? ""
      #expect(pen.studio.state.notice?.text.hasPrefix("\(name) cannot be given: ") == true)
      #expect(pen.studio.state.lessons.running == nil && pen.studio.state.document == before)
    }
  }

  @Test func brokenFilesAreListedWithTheirReason() throws {
    let directory = try StorageDirectory()
    let home = directory.file("home")
    try FileManager.default.createDirectory(atPath: home + "/lessons", withIntermediateDirectories: true)
    try Data("{".utf8).write(to: URL(filePath: home + "/lessons/0-broken.lesson"))
    try Data("{\"title\": \"Half\", \"steps\": [{\"say\": \"a\"}, 7]}".utf8)
      .write(to: URL(filePath: home + "/lessons/0-half.lesson"))
    let pen = try Pen(environment: ["INKLING_HOME": home])
    pen.studio.perform(.control("tab.lessons"))
    rest(pen)
    let first = try #require(pen.studio.stage.scene["lessons.1"]?.look.text)
    #expect(first.contains("0-broken.lesson") && first.contains("Cannot be given: it is no lesson in JSON"))
    let second = try #require(pen.studio.stage.scene["lessons.2"]?.look.text)
    #expect(second.contains("In 0-half.lesson, step 2: a step is an object"))
    pen.click("lessons.1")
    #expect(pen.studio.state.lessons.running == nil)
    pen.click("lessons.2")
    #expect(pen.studio.state.lessons.running?.lesson.steps.count == 1)
  }
}
