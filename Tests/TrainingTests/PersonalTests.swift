import DigitData
import Foundation
import Ink
import NeuralNet
import Testing
import Training

/// Learning from a few drawings of one person.
@Suite struct PersonalTests {
  private let spec: ModelSpec
  private let model: Model

  init() throws {
    spec = try ModelSpec(text: "conv 6 3 nobias, bn, relu, pool 4, flatten, dense 16, relu, dense 10")
    model = Model(initializing: spec, metadata: ModelMetadata(name: "small"), seed: 3)
  }

  /// Lines at an angle that says which digit they are.
  private func drawings(_ count: Int, digits: Int = 4) -> InkSet {
    InkSet(
      (0..<count).map { index in
        let angle = Double(index % digits) * .pi / Double(digits) + Double(index) * 0.003
        let end = (x: 100 * cos(angle), y: 100 * sin(angle))
        let points = (0...20).map { InkPoint(x: end.x * Double($0) / 20, y: end.y * Double($0) / 20) }
        return InkSet.Item(strokes: [Stroke(points: points)], digit: index % digits, writer: "", label: "")
      })
  }

  private func quick(_ steps: Int = 40) -> PersonalTraining {
    var training = PersonalTraining(hasReplay: true)
    training.steps = steps
    training.options.batch = 16
    training.options.learningRate = 0.01
    return training
  }

  @Test func drawingsAreLearned() throws {
    let set = drawings(24)
    let digits = set.framedDigits
    let result = try #require(
      try quick(120).run(model, drawings: set, replay: nil, goesOn: { _ in true }))
    #expect(try Evaluator(result.model).evaluate(digits).accuracy > 0.9)
    #expect(result.history.loss.count == 1)
  }

  @Test func theSameLessonGivesTheSameBytes() throws {
    let replay = syntheticDigits(count: 60)
    let first = try quick().run(model, drawings: drawings(12), replay: replay, goesOn: { _ in true })
    let second = try quick().run(model, drawings: drawings(12), replay: replay, goesOn: { _ in true })
    #expect(first?.model == second?.model)
    #expect(first?.model != model)
  }

  @Test func aLessonCanBeStoppedAtAnyStep() throws {
    var heard: [Int] = []
    let result = try quick().run(model, drawings: drawings(12), replay: nil) { step in
      heard.append(step)
      return step < 3
    }
    #expect(result == nil)
    #expect(heard == [1, 2, 3])
  }

  @Test func nothingToLearnAndOtherNetworksAreErrors() throws {
    #expect(throws: TrainingError.noPictures) {
      try quick().run(model, drawings: InkSet([]), replay: nil, goesOn: { _ in true })
    }
    let other = Model(
      initializing: try ModelSpec(text: "flatten, dense 7"), metadata: ModelMetadata(name: "seven"), seed: 1)
    #expect(throws: TrainingError.self) {
      try quick().run(other, drawings: drawings(4), replay: nil, goesOn: { _ in true })
    }
  }

  @Test func aQuarterIsHeldBackWhateverTheOrder() {
    let set = drawings(20)
    let split = PersonalSplit(set)
    #expect(split.heldBack.count == 5)
    #expect(Set(split.heldBack + split.learned) == Set(0..<20))
    #expect(Set(split.heldBack.map { set.items[$0].digit }).count == 4)
    let turned = InkSet(set.items.reversed())
    #expect(Set(PersonalSplit(turned).heldBack.map { 19 - $0 }) == Set(split.heldBack))
    #expect(PersonalSplit(drawings(3)).heldBack.isEmpty)
    #expect(PersonalSplit(drawings(4)).heldBack.count == 1)
  }

  @Test func ofRareDigitsAllAreLearned() {
    var set = drawings(12, digits: 1)
    set.items.append(contentsOf: drawings(3, digits: 3).items.dropFirst())
    let split = PersonalSplit(set)
    #expect(split.heldBack.allSatisfy { set.items[$0].digit == 0 })
  }

  @Test func aLessonSaysWhatHasChanged() throws {
    let set = drawings(24)
    let (replay, test) = (syntheticDigits(count: 60), syntheticDigits(count: 40, seed: 2))
    var steps: [PersonalLesson.Step] = []
    let lesson = PersonalLesson(model, drawings: set, split: PersonalSplit(set), replay: replay, test: test)
    let result = try #require(
      try lesson.run {
        steps.append($0)
        return true
      })
    #expect(result.outcome.learned == 18)
    #expect(result.outcome.heldBack.count == 6)
    #expect(result.outcome.mnist?.count == test.count)
    #expect(result.mnist?.count == test.count)
    #expect(steps.map(\.share) == steps.map(\.share).sorted())
    #expect(steps.last?.share == 1)
  }

  @Test func aModelIsKeptReplacedAndTakenBack() throws {
    let models = try temporaryPath("models")
    let set = drawings(8)
    let kept = PersonalModel(base: "small", userModels: models)
    #expect(kept.name == "small (mine)")
    #expect(PersonalModel.base(of: kept.name) == "small")
    #expect(PersonalModel.base(of: "small") == nil)
    let lesson = PersonalLesson(model, drawings: set, split: PersonalSplit(set), replay: nil, test: nil)
    let result = try #require(try lesson.run { _ in true })
    try kept.write(result, base: "small", program: "test")
    let first = try Model.load(path: kept.directory.weights)
    #expect(first.tensors == result.model.tensors)
    #expect(kept.directory.storedConfiguration?.name == "small (mine)")
    #expect(FileManager.default.fileExists(atPath: kept.directory.card))

    var other = result
    other.model = model
    try kept.write(other, base: "small", program: "test")
    #expect(try Model.load(path: kept.directory.weights).tensors == model.tensors)
    try kept.undo()
    #expect(try Model.load(path: kept.directory.weights).tensors == first.tensors)
    try kept.undo()
    #expect(!FileManager.default.fileExists(atPath: kept.directory.path))
    try kept.undo()
  }

  @Test func whereNothingCanBeWrittenTheOldModelStays() throws {
    let models = try temporaryPath("models")
    try Data("no directory".utf8).write(to: URL(filePath: models))
    let set = drawings(8)
    let result = try #require(
      try PersonalLesson(model, drawings: set, split: PersonalSplit(set), replay: nil, test: nil).run { _ in true })
    #expect(throws: FileError.self) {
      try PersonalModel(base: "small", userModels: models).write(result, base: "small", program: "test")
    }
  }
}
