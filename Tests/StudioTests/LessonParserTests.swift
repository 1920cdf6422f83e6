import Foundation
import Ink
import NeuralNet
import Recognition
import Studio
import Testing

/// What a lesson file may say, and what becomes of one that says something else.
struct LessonParserTests {
  private func lesson(_ text: String) throws -> Lesson { try LessonParser.lesson(Array(text.utf8)) }

  /// A lesson with one step that has these members besides its sentence.
  private func step(_ members: String) throws -> (LessonStep, [String]) {
    let lesson = try lesson(
      """
      {"lesson": 1, "title": "T", "drawings": {"dot": {"strokes": [[[500, 500]]]}},
       "steps": [{"say": "Look.", \(members)}]}
      """)
    return (lesson.steps[0], lesson.troubles.map(\.description))
  }

  @Test func everyMemberIsRead() throws {
    let lesson = try lesson(
      """
      {"lesson": 1, "title": "Edges", "about": "What a window sees.", "minutes": 12, "preset": "linear", "seed": 7,
       "learn": {"preset": "mlp", "seed": 3, "epochs": 5},
       "drawings": {"line": {"width": 30, "strokes": [[[100, 100, null, 0], [100, 800, 0.5, 900]]]}},
       "steps": [
         {"say": "One.", "screen": "inside.pipeline", "drawing": "line", "replay": true, "model": "mlp",
          "without": ["box", "pen"], "layer": 2, "map": [1, 5, 8, 14]},
         {"say": "Two.", "screen": "performance.curves", "moment": 0.25},
         {"say": "Three.", "screen": "compare", "models": ["untrained", "own"], "model": "own", "drawing": null},
         {"say": "Four.", "screen": "why", "pixels": true}]}
      """)
    #expect(lesson.troubles.isEmpty)
    #expect(lesson.title == "Edges" && lesson.about == "What a window sees." && lesson.minutes == 12)
    #expect(lesson.untrained == UntrainedModel(network: "linear", seed: 7))
    #expect(lesson.learning == LessonLearning(UntrainedModel(network: "mlp", seed: 3), epochs: 5))
    let steps = lesson.steps
    #expect(steps.map(\.screen.name) == ["inside.pipeline", "performance.curves", "compare", "why"])
    #expect(steps[0].framing == [.margin, .center] && steps[0].strip == 1 && steps[0].isReplayed)
    #expect(steps[0].place == LessonStep.Place(strip: 0, map: 4, value: SIMD2(8, 14)))
    #expect(steps[0].drawing?.strokes[0].points[1].milliseconds == 900 && steps[0].drawing?.width == 30)
    // Drawing, model and screen stay until a step says otherwise; all else is as usual.
    #expect(steps[1].drawing == steps[0].drawing && steps[1].model == "mlp" && steps[1].moment == 0.25)
    #expect(steps[1].framing == .all && !steps[1].isReplayed && steps[1].place == nil)
    #expect(steps[2].drawing == nil && steps[2].model == nil && steps[2].models == ["untrained", "own"])
    #expect(steps[3].showsPixels && steps[3].drawing == nil)
  }

  @Test(arguments: [
    ("\"screen\": \"moon\"", "step 1, screen: there is no screen “moon”; it is shown on draw"),
    ("\"screen\": \"lessons\"", "step 1, screen: there is no screen “lessons”; it is shown on draw"),
    ("\"screen\": 3", "step 1, screen: expected a string; it means nothing"),
    ("\"drawing\": \"owl\"", "step 1, drawing: this lesson has no drawing “owl”; the one before stays"),
    ("\"replay\": 1", "step 1, replay: expected true or false; it means nothing"),
    ("\"moment\": 1.5", "step 1, moment: expected a number from 0 to 1; it means nothing"),
    ("\"moment\": 1e999", "step 1, moment: expected a finite number; it means nothing"),
    ("\"without\": [\"hat\"]", "step 1, without: framing has no step “hat”; it means nothing"),
    ("\"without\": \"box\"", "step 1, without: expected a list; it means nothing"),
    ("\"layer\": 0", "step 1, layer: expected a whole number from 1 to 1000; it means nothing"),
    ("\"layer\": 99999999999999999999", "step 1, layer: expected a whole number; it means nothing"),
    ("\"map\": [0, 1]", "step 1, map: expected strip and map from 1, or these with row and column; it means nothing"),
    (
      "\"map\": [1, 2, 3]", "step 1, map: expected strip and map from 1, or these with row and column; it means nothing"
    ),
    ("\"map\": [1, -2]", "step 1, map: expected a whole number; it means nothing"),
    ("\"map\": [1, 2000000]", "step 1, map: expected smaller numbers; it means nothing"),
    ("\"models\": [1]", "step 1, models: expected a string; it means nothing"),
    ("\"dance\": true", "step 1, dance: a step has no such member; it means nothing"),
  ])
  func aWrongMemberIsNamedAndTheStepGoesOn(_ members: String, _ trouble: String) throws {
    let (step, troubles) = try step(members)
    #expect(troubles == [trouble])
    #expect(step.text == "Look." && step.screen == .draw && step.drawing == nil && step.framing == .all)
  }

  @Test func aStepThatIsNoneIsLeftOutAndTheOthersStay() throws {
    let lesson = try lesson(
      """
      {"title": "T", "steps": ["no", {"screen": "why"}, {"say": "Here."}, [], {"say": 5}, {"say": "a", "say": "b"}]}
      """)
    #expect(lesson.steps.map(\.text) == ["Here."])
    #expect(lesson.steps.map(\.number) == [3])
    #expect(
      lesson.troubles.map(\.description) == [
        "step 1: a step is an object with each key once; it is left out",
        "step 2, say: a step needs a sentence; it is left out",
        "step 4: a step is an object with each key once; it is left out",
        "step 5, say: expected a string; it means nothing", "step 5, say: a step needs a sentence; it is left out",
        "step 6: a step is an object with each key once; it is left out",
      ])
  }

  @Test(arguments: [
    ("", "it is no lesson in JSON (expected an object at byte 0)"),
    ("[]", "it is no lesson in JSON (expected an object at byte 0)"),
    ("{\"title\": \"T\"", "it is no lesson in JSON (expected ',' or '}' at byte 13)"),
    ("{} x", "it is no lesson in JSON (expected the end at byte 3)"),
    ("{\"title\": \"T\", \"title\": \"U\"}", "it is no lesson in JSON ('title' stands twice)"),
    ("{\"lesson\": 2, \"steps\": []}", "lesson: it is of version 2; this Inkling reads version 1"),
    ("{\"title\": \"T\"}", "steps: a lesson needs at least one"),
    ("{\"title\": \"T\", \"steps\": []}", "steps: a lesson needs at least one"),
    ("{\"title\": \"T\", \"steps\": {}}", "steps: expected a list; it means nothing"),
    ("{\"title\": \"T\", \"steps\": [{}]}", "step 1, say: a step needs a sentence; it is left out"),
  ])
  func whatIsNoLessonSaysWhy(_ text: String, _ trouble: String) {
    #expect(throws: LessonTrouble.self) { try self.lesson(text) }
    do { _ = try lesson(text) } catch { #expect("\(error)" == trouble) }
  }

  @Test func deepAndLargeFilesDoNoHarm() throws {
    let deep = String(repeating: "[", count: 500_000) + String(repeating: "]", count: 500_000)
    let shallow = try lesson(
      "{\"title\": \"T\", \"junk\": \(deep), \"steps\": [{\"say\": \"Here.\", \"map\": \(deep)}]}")
    #expect(shallow.troubles.map(\.description) == ["step 1, map: expected a whole number; it means nothing"])
    let steps = Array(repeating: "{\"say\": \"x\"}", count: 5_000).joined(separator: ",")
    let long = try lesson("{\"title\": \"T\", \"steps\": [\(steps)]}")
    #expect(long.steps.count == LessonParser.mostSteps)
    #expect(long.troubles.map(\.description) == ["steps: there are more than 200; the rest is left out"])
    let point = Array(repeating: "[1,2]", count: 60_000).joined(separator: ",")
    let heavy = try lesson(
      """
      {"title": "T", "drawings": {"a": {"strokes": [[\(point)]]}, "b": {"strokes": [[\(point)]]}},
       "steps": [{"say": "x", "drawing": "b"}]}
      """)
    #expect(
      heavy.troubles.first?.description == "drawings.b: all drawings have more than 100,000 points; it is left out")
    #expect(throws: LessonTrouble.self) {
      try LessonParser.lesson([UInt8](repeating: 0x20, count: LessonParser.largestFile + 1))
    }
    let words = try lesson("{\"title\": \"T\", \"steps\": [{\"say\": \"\(String(repeating: "a", count: 1_000))\"}]}")
    #expect(words.steps[0].text.count == 300)
    let steps2 = Array(repeating: "7", count: 1_000).joined(separator: ",")
    let wrong = try lesson("{\"title\": \"T\", \"steps\": [{\"say\": \"x\"},\(steps2)]}")
    #expect(wrong.troubles.count <= 51)
  }

  @Test func brokenDrawingsAreNamedWithTheirPlaceAndTheOthersShown() throws {
    let lesson = try lesson(
      """
      {"title": "T", "drawings": {"bad": {"strokes": [[[1, 2], [3, "x"]]]}, "good": {"strokes": [[[1, 2], [3, 4]]]}},
       "steps": [{"say": "x", "drawing": "good"}, {"say": "y", "drawing": "bad"}]}
      """)
    #expect(lesson.steps[0].drawing?.pointCount == 2 && lesson.steps[1].drawing == lesson.steps[0].drawing)
    let troubles = lesson.troubles.map(\.description)
    #expect(troubles.count == 2)
    #expect(troubles[0].hasPrefix("drawings.bad: strokes[0][1]: expected a finite number"))
  }

  @Test func theExampleOfTheReadmeIsALesson() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let example = try #require(readme.components(separatedBy: "```json lesson\n").dropFirst().first)
    let lesson = try lesson(try #require(example.components(separatedBy: "```").first))
    #expect(lesson.troubles.isEmpty && lesson.steps.count == 4 && lesson.learning?.epochs == 3)
  }

  @Test func strangeWordsAreMadeFitToBeShown() throws {
    let lesson = try lesson("{\"title\": \"A\\u202Eb\", \"steps\": [{\"say\": \"x\\ny\"}]}")
    #expect(lesson.title == "A\u{FFFD}b")
    #expect(lesson.steps[0].text == "x\u{FFFD}y")
  }

  @Test func onlyNetworksForDigitsAreMadeOnTheFly() throws {
    #expect(UntrainedModel.usual.spec?.parameterCount == 52_650)
    #expect(UntrainedModel(network: "dense 5", seed: 1).spec == nil)
    #expect(UntrainedModel(network: "flatten, dense 900000, dense 10", seed: 1).spec == nil)
    let model = UntrainedModel(network: "linear", seed: 9)
    #expect(UntrainedModel(path: model.path) == model)
    #expect(UntrainedModel(path: "/home/somebody/untrained") == nil)
    #expect(try model.model() == UntrainedModel(network: "linear", seed: 9).model())
    #expect(try model.model() != UntrainedModel(network: "linear", seed: 10).model())
    let lesson = try lesson("{\"title\": \"T\", \"preset\": \"dense\", \"steps\": [{\"say\": \"x\"}]}")
    #expect(lesson.troubles.map(\.description) == ["preset: it is no network for digits; the usual one is taken"])
  }
}
