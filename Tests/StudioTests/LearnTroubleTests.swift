import DigitData
import DigitSamples
import Foundation
import Graphics
import Studio
import Testing
import Toolkit
import Training

/// What goes wrong with a training in the window, and what is lost then: nothing.
@Suite(.serialized) @MainActor
struct LearnTroubleTests {
  private let room: LearnRoom

  init() throws { room = try LearnRoom() }

  private func learn(_ pen: Pen) -> LearnState { pen.studio.state.learn }

  private func text(_ name: ControlName, _ pen: Pen) -> String? { pen.studio.stage.scene[name]?.look.text }

  @Test(arguments: [
    ("conv 8 5, dense 10", "layer 2 'dense 10' expects"), ("flatten, dense 9", "layer 2 'dense 9' must give 10 values"),
    ("flatten, danse 10", "unknown layer"), ("", "no layers"), ("input 1 8 8, flatten, dense 10", "input: expects"),
    ("conv 8 40 valid, flatten, dense 10", "layer 1"),
  ])
  func layersThatDoNotFitAreNamed(layers: String, words: String) throws {
    let pen = try room.open(layers: layers)
    guard case .failure(let problem) = pen.studio.state.learnPlan else {
      Issue.record("\(layers) is a network")
      return
    }
    #expect(problem.field == .layers)
    #expect(problem.text.contains(words), "\(problem.text)")
    pen.click("learn.play")
    pen.settle()
    #expect(learn(pen).phase == .none)
    #expect(pen.studio.state.notice?.text == problem.text)
  }

  @Test(arguments: [
    ("learn.epochs", "0"), ("learn.epochs", "many"), ("learn.seed", "-1"), ("learn.rate", "nan"), ("learn.rate", "0"),
    ("learn.target", "101"), ("learn.seconds", "1e99"), ("learn.patience", "99999999999999999999"),
    ("learn.rate", "1e-60"),
  ])
  func numbersThatMakeNoSenseAreNamed(field: String, value: String) throws {
    let pen = try room.open()
    room.type(value, into: ControlName(rawValue: field), pen)
    guard case .failure(let problem) = pen.studio.state.learnPlan else {
      Issue.record("\(field) takes \(value)")
      return
    }
    #expect(problem.field.control.rawValue == field)
    #expect(problem.text.contains("expects") && problem.text.contains("found"))
    pen.host.advance(by: .milliseconds(20))
    #expect(text("learn.problem", pen) == problem.text)
  }

  @Test func closingInTheMiddleLosesNothing() throws {
    let layers = "conv 4 5, bn, relu, pool 4, dropout .2, flatten, dense 10"
    let whole = try room.open(layers: layers, epochs: 5)
    whole.click("learn.play")
    whole.settle()
    let other = try LearnRoom()
    let first = try other.open(layers: layers, epochs: 5, isKept: true)
    first.click("learn.epoch")
    first.settle()
    first.click("learn.batch")
    first.settle()
    #expect(learn(first).progress?.step == 1)
    other.close(first)
    let second = try Pen(options: StudioOptions(), environment: other.environment())
    other.show(second)
    second.settle()
    #expect(learn(second).phase == .paused)
    #expect(learn(second).progress?.epoch == 1)
    #expect(learn(second).progress?.step == 1)
    #expect(learn(second).settings[.layers].text == learn(first).settings[.layers].text)
    #expect(learn(second).settings[.epochs].text == "5")
    second.click("learn.play")
    second.settle()
    #expect(learn(second).phase == .ended)
    #expect(try other.weights() == room.weights())
    other.close(second)
    let third = try Pen(options: StudioOptions(), environment: other.environment())
    third.settle()
    #expect(learn(third).phase == .none)
    #expect(!learn(third).hasLeftover)
    other.close(third)
  }

  @Test func whatWasPlayingPlaysAgain() throws {
    let first = try room.open(epochs: 100_000, isKept: true)
    room.type("100000", into: "learn.patience", first)
    first.click("learn.play")
    room.wait(first) { $0.progress?.epoch ?? 0 > 2 }
    room.close(first)
    let second = try Pen(options: StudioOptions(), environment: room.environment())
    room.wait(second) { $0.phase == .playing && $0.progress?.epoch ?? 0 > 4 }
    second.studio.perform(.control("learn.play"))
    second.settle()
    #expect(learn(second).phase == .paused)
    room.close(second)
  }

  @Test func aSecondWindowTrainsWithoutTakingTheFirstOnesPlace() throws {
    let first = try room.open(epochs: 3, isKept: true)
    first.click("learn.epoch")
    first.settle()
    let second = try room.open(epochs: 3, isKept: true)
    #expect(!learn(second).hasLeftover)
    second.click("learn.epoch")
    second.settle()
    #expect(learn(second).progress?.epoch == 1)
    #expect(learn(second).saveProblem?.hasPrefix("Another window") == true)
    room.close(second)
    room.close(first)
    let third = try Pen(options: StudioOptions(), environment: room.environment())
    third.settle()
    #expect(learn(third).progress?.epoch == 1)
    room.close(third)
  }

  @Test func aDamagedRunIsToldAndANewOneBegins() throws {
    let first = try room.open(epochs: 3, isKept: true)
    first.click("learn.epoch")
    first.settle()
    room.close(first)
    try room.directory.write("nonsense", to: "STATE/inkling/learn/\(Checkpoint.fileName)")
    let second = try room.open(epochs: 2, isKept: true)
    #expect(learn(second).failure?.contains("damaged") == true)
    second.click("learn.play")
    second.settle()
    #expect(learn(second).phase == .ended)
    #expect(room.models.count == 1)
    room.close(second)
  }

  @Test func aDiskThatTakesNothingStopsNothing() throws {
    // A file where a directory must be: what a full disk does to us, without a full disk.
    try room.directory.write("", to: "STATE/inkling/learn")
    try room.directory.write("", to: "DATA/inkling/models")
    let pen = try room.open(epochs: 3, isKept: true)
    pen.click("learn.play")
    pen.settle()
    #expect(learn(pen).saveProblem?.contains("training goes on") == true)
    #expect(learn(pen).phase == .ended)
    #expect(learn(pen).kept == nil)
    #expect(learn(pen).failure?.hasPrefix("The model could not be kept") == true)
    try FileManager.default.removeItem(atPath: room.directory.path + "/DATA/inkling/models")
    pen.click("learn.keep")
    pen.settle()
    #expect(learn(pen).kept != nil)
    #expect(room.models.count == 1)
    room.close(pen)
  }

  @Test func withoutDigitsItSaysHowToGetThem() throws {
    let (server, set) = (try TestServer(), SyntheticSet())
    var options = Pen.options
    options.digitFiles = set.files
    options.mirrors = [server.mirror("a", .serve(set.packed))]
    let pen = try room.open(epochs: 1, options: options, hasDigits: false)
    pen.click("learn.play")
    pen.settle()
    #expect(text("learn.absent.0", pen) == "The test digits are not on this computer")
    #expect(text("learn.absent.1", pen) == "Download 12 MB, or open a folder")
    #expect(server.requests.isEmpty)
    #expect(learn(pen).phase == .none)
    pen.click("learn.download")
    pen.settle()
    #expect(server.requests.count == 4)
    #expect(learn(pen).phase == .ended)
  }

  @Test func aCSVFileIsTrainedWith() throws {
    let row = { (label: Int) in
      "\(label)," + (0..<784).map { $0 / 56 == label + 2 ? "255" : "0" }.joined(separator: ",")
    }
    let path = try room.directory.write((0..<60).map { row($0 % 10) }.joined(separator: "\n"), to: "mine.csv")
    let pen = try room.open(epochs: 2)
    pen.studio.perform(.learn(.csv(path)))
    pen.click("learn.play")
    pen.settle()
    #expect(learn(pen).progress?.trainingCount == 54 || learn(pen).progress?.trainingCount == 50)
    let kept = try #require(learn(pen).kept)
    let files = ModelDirectory("\(room.directory.path)/DATA/inkling/models/\(kept.name)")
    #expect(files.storedConfiguration?.dataset.hasPrefix("CSV file mine.csv") == true)
    let bad = try room.directory.write("1,2,3\n", to: "bad.csv")
    pen.studio.perform(.learn(.csv(bad)))
    pen.click("learn.rewind")
    pen.settle()
    #expect(learn(pen).failure?.contains("bad.csv") == true)
    #expect(learn(pen).phase == .none)
  }
}
