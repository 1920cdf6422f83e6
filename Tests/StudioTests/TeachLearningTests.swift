import DigitData
import DigitSamples
import Foundation
import Graphics
import Ink
import Studio
import Testing
import Toolkit
import Training

/// Learning the user's own drawings in the window: what is said, what is written, and the way back.
@Suite(.serialized) @MainActor
struct TeachLearningTests {
  let home: StorageDirectory
  let data: TemporaryDirectory

  init() throws {
    home = try StorageDirectory()
    data = try TemporaryDirectory()
    let lines = (0..<12).map { index in
      "{\"label\":\"\(index % 3)\",\"strokes\":[[[10,10],[\(90 + 30 * (index % 3)),\(10 + index)],[90,200]]]}\n"
    }
    for part in [".local", ".local/share", ".local/share/inkling", ".local/share/inkling/drawings"] {
      mkdir(home.file(part), 0o700)
    }
    try home.write(lines.joined(), to: ".local/share/inkling/drawings/a.ndjson")
  }

  /// The screen of the user's own drawings, with test digits of MNIST's form where `hasDigits`.
  private func open(hasDigits: Bool = false, model: String = "mlp") throws -> Pen {
    var options = StudioOptions(model: model)
    var environment = ["HOME": home.path]
    if hasDigits {
      let set = SyntheticSet(trainingCount: 200, testCount: 100)
      try set.write(to: data, "mnist")
      options.digitFiles = set.files
      environment["INKLING_DATA"] = data.path + "/mnist"
    }
    let pen = try Pen(options: options, environment: environment)
    pen.settle()
    pen.studio.perform(.control("tab.teach"))
    pen.settle()
    return pen
  }

  private var models: String { home.file(".local/share/inkling/models") }

  private func names() -> [String] { (try? FileManager.default.contentsOfDirectory(atPath: models)) ?? [] }

  @Test func aLessonGivesAModelThatIsChosenAndTakenBack() throws {
    let pen = try open(hasDigits: true)
    pen.studio.perform(.control("teach.learn"))
    #expect(pen.studio.state.teach.run != nil)
    pen.settle()
    let lesson = try #require(pen.studio.state.teach.lesson, "\(pen.studio.state.teach.trouble ?? "")")
    #expect(lesson.model == "mlp (mine)")
    #expect(lesson.outcome.learned == 9)
    #expect(lesson.outcome.heldBack.count == 3)
    #expect(lesson.heldBack.count == 3)
    #expect(lesson.outcome.mnist?.count == 100)
    #expect(pen.studio.state.model?.name == "mlp (mine)")
    #expect(pen.studio.state.settings.model == "mlp (mine)")
    #expect(pen.studio.state.models.contains { $0.name == "mlp (mine)" })
    #expect(names() == ["mlp (mine)"])
    let dump = pen.studio.stage.scene.dump
    #expect(dump.contains("Your other drawings, 3 held back"))
    #expect(dump.contains("MNIST, 100 test digits"))
    #expect(dump.contains("held back"))

    pen.studio.perform(.control("teach.unlearn"))
    pen.settle()
    #expect(pen.studio.state.model?.name == "mlp")
    #expect(names().isEmpty)
    #expect(pen.studio.state.teach.lesson == nil)
    #expect(!pen.studio.state.models.contains { $0.name == "mlp (mine)" })
  }

  @Test func withoutDigitsItLearnsLittleAndSaysSo() throws {
    let pen = try open()
    pen.studio.perform(.control("teach.learn"))
    pen.settle()
    let lesson = try #require(pen.studio.state.teach.lesson)
    #expect(lesson.outcome.mnist == nil)
    #expect(!lesson.outcome.hadReplay)
    pen.host.advance(by: .milliseconds(50))
    #expect(pen.studio.stage.scene.dump.contains("MNIST is not on this computer"))
    #expect(pen.studio.stage.scene["teach.download"] != nil)
  }

  @Test func learningAgainBeginsWithTheModelThatWasFitted() throws {
    let pen = try open(hasDigits: true)
    pen.studio.perform(.control("teach.learn"))
    pen.settle()
    let first = try Data(contentsOf: URL(filePath: models + "/mlp (mine)/model.safetensors"))
    pen.studio.perform(.control("teach.learn"))
    pen.settle()
    #expect(pen.studio.state.teach.lesson?.base == "mlp")
    #expect(names() == ["mlp (mine)"])
    #expect(try Data(contentsOf: URL(filePath: models + "/mlp (mine)/model.safetensors")) == first)
    pen.studio.perform(.control("teach.unlearn"))
    pen.settle()
    #expect(pen.studio.state.model?.name == "mlp (mine)")
  }

  @Test func cancelChangesNothing() throws {
    let pen = try open(hasDigits: true)
    pen.studio.perform(.control("teach.learn"))
    pen.key(.escape)
    #expect(pen.studio.state.teach.run == nil)
    pen.settle()
    #expect(names().isEmpty)
    #expect(pen.studio.state.model?.name == "mlp")
    #expect(pen.studio.state.teach.lesson == nil)
  }

  @Test func whatComesOfAnotherRunIsDropped() throws {
    let pen = try open()
    pen.studio.perform(.teach(.notLearned("stale", run: 7)))
    #expect(pen.studio.state.teach.trouble == nil)
    pen.studio.perform(.teach(.progressed(.preparing, run: 7)))
    #expect(pen.studio.state.teach.run == nil)
  }

  @Test func tooFewDrawingsAreNotLearned() throws {
    try home.write("{\"label\":\"1\",\"strokes\":[[[1,1],[2,90]]]}\n", to: ".local/share/inkling/drawings/a.ndjson")
    let pen = try open()
    pen.studio.perform(.control("teach.learn"))
    #expect(pen.studio.state.teach.run == nil)
    #expect(pen.studio.stage.scene.dump.contains("at least 4 drawings"))
  }

  @Test func whereTheModelCannotBeWrittenItIsSaid() throws {
    try home.write("in the way", to: ".local/share/inkling/models")
    let pen = try open()
    pen.studio.perform(.control("teach.learn"))
    pen.settle()
    #expect(pen.studio.state.notice?.kind == .bad)
    #expect(pen.studio.state.teach.trouble?.hasPrefix("Could not keep the model") == true)
    #expect(pen.studio.state.model?.name == "mlp")
  }
}
