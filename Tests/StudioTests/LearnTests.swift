import DigitData
import DigitSamples
import Foundation
import Graphics
import NeuralNet
import Studio
import Testing
import Toolkit
import Training

/// Training in the window: what is played, stepped and rewound, and what comes of it.
@Suite(.serialized) @MainActor
struct LearnTests {
  private let room: LearnRoom

  init() throws { room = try LearnRoom() }

  private func learn(_ pen: Pen) -> LearnState { pen.studio.state.learn }

  @Test func whatIsLearnedIsAWholeModelAndCanBeChosen() throws {
    let pen = try room.open(epochs: 4)
    pen.click("learn.play")
    pen.settle()
    #expect(learn(pen).phase == .ended)
    #expect(learn(pen).end?.reason == .finished)
    #expect(learn(pen).end?.keptEpoch != nil)
    let kept = try #require(learn(pen).kept)
    #expect(room.models == [kept.name])
    #expect(pen.studio.state.models.contains { $0.name == kept.name })
    let files = ModelDirectory("\(room.directory.path)/DATA/inkling/models/\(kept.name)")
    let metrics = try #require(files.storedMetrics)
    #expect(metrics.accuracy == kept.accuracy)
    #expect(metrics.count == 50)
    #expect(files.storedHistory?.epochs == 4)
    let configuration = try #require(files.storedConfiguration)
    #expect(configuration.options.seed == 1)
    let names = room.directory.names(in: "DATA/inkling/models/\(kept.name)")
    #expect(names.contains("README.md") && names.contains("confusion_matrix.png"))
    #expect(!names.contains(Checkpoint.fileName))
    pen.studio.perform(.control(ControlName(rawValue: "model.\(kept.name)")))
    pen.settle()
    #expect(pen.studio.state.model?.name == kept.name)
  }

  @Test func theWindowTrainsAsTheTrainerDoes() throws {
    let pen = try room.open(layers: "conv 4 5, relu, pool 4, dropout .2, flatten, dense 10", epochs: 2)
    let plan = try pen.studio.state.learnPlan.get()
    pen.click("learn.play")
    pen.settle()
    let mnist = try MNIST.load(from: room.directory.path + "/digits", options: MNISTOptions(environment: [:]))
    let pictures = RunPictures(mnist, options: plan.options)
    let outcome = try Trainer(plan.options, spec: plan.spec, name: plan.name, set: pictures.set).run { _ in .goOn }
    let path = room.directory.path + "/alone.safetensors"
    try outcome.model.save(path: path)
    #expect(try room.weights() == Array(try Data(contentsOf: URL(fileURLWithPath: path))))
  }

  @Test func pausesAndStepsLeaveNoTrace() throws {
    let layers = "conv 4 5, bn, relu, pool 4, dropout .2, flatten, dense 10"
    let one = try room.open(layers: layers, epochs: 6)
    one.click("learn.play")
    one.settle()
    let other = try LearnRoom()
    let pen = try other.open(layers: layers, epochs: 6)
    pen.click("learn.batch")
    pen.settle()
    #expect(learn(pen).phase == .paused)
    #expect(learn(pen).progress?.step == 1)
    pen.click("learn.epoch")
    pen.settle()
    #expect(learn(pen).progress?.epoch == 1)
    #expect(learn(pen).progress?.step == 0)
    pen.studio.perform(.control("learn.play"))
    pen.studio.perform(.control("learn.play"))
    pen.settle()
    #expect(learn(pen).phase == .paused)
    pen.click("learn.play")
    pen.settle()
    #expect(learn(pen).phase == .ended)
    #expect(try other.weights() == room.weights())
  }

  @Test func rewindBeginsWithTheSameAndNewSeedWithOtherWeights() throws {
    let pen = try room.open(layers: "flatten, dense 12, relu, dense 10")
    func lossOfFirstBatches() -> [Double]? {
      for _ in 0..<3 {
        pen.click("learn.batch")
        pen.settle()
      }
      return learn(pen).progress?.curve.points.loss
    }
    let first = try #require(lossOfFirstBatches())
    #expect(first.count == 3)
    pen.click("learn.rewind")
    pen.settle()
    #expect(learn(pen).phase == .paused)
    #expect(learn(pen).progress?.isAtStart == true)
    #expect(lossOfFirstBatches() == first)
    let seed = learn(pen).settings[.seed].text
    pen.click("learn.newseed")
    pen.settle()
    #expect(learn(pen).settings[.seed].text != seed)
    #expect(learn(pen).progress?.isAtStart == true)
    #expect(lossOfFirstBatches() != first)
  }

  @Test func newSettingsCountFromTheBeginning() throws {
    let pen = try room.open(epochs: 5)
    pen.click("learn.epoch")
    pen.settle()
    room.type("2", into: "learn.epochs", pen)
    pen.host.advance(by: .milliseconds(20))
    #expect(pen.studio.stage.scene["learn.changed"] != nil)
    #expect(learn(pen).progress?.epochs == 5)
    pen.click("learn.rewind")
    pen.settle()
    #expect(learn(pen).progress?.epochs == 2)
    room.type("3", into: "learn.epochs", pen)
    // Nothing has been learned: play takes what stands there.
    pen.click("learn.batch")
    pen.settle()
    #expect(learn(pen).progress?.epochs == 3)
  }

  @Test func divergenceStopsWithASentenceAndTheGuessKeepsItsNumbers() throws {
    var pen = try room.open(layers: "flatten, dense 16, relu, dense 16, relu, dense 10", epochs: 50)
    room.type("1e30", into: "learn.rate", pen)
    pen.drawSeven()
    pen.click("learn.play")
    pen.settle()
    #expect(learn(pen).end?.reason == .diverged)
    #expect(learn(pen).phase == .ended)
    let notice = try #require(pen.studio.state.notice)
    #expect(notice.kind == .bad)
    #expect(notice.text.hasPrefix("Training stopped: the loss is not a number"))
    let guess = learn(pen).guess ?? []
    let isFinite = guess.allSatisfy { $0.isFinite }
    #expect(isFinite)
    #expect(room.models.isEmpty == (learn(pen).end?.keptEpoch == nil))
  }

  @Test func stopConditionsEndIt() throws {
    let pen = try room.open(epochs: 200)
    room.type("200", into: "learn.patience", pen)
    room.type("60", into: "learn.target", pen)
    pen.click("learn.play")
    pen.settle()
    #expect(learn(pen).end?.reason == .targetAccuracy)
    room.type("", into: "learn.target", pen)
    room.type("0.01", into: "learn.seconds", pen)
    pen.click("learn.play")
    pen.settle()
    #expect(learn(pen).end?.reason == .maxSeconds)
    room.type("", into: "learn.seconds", pen)
    room.type("1", into: "learn.patience", pen)
    room.type("0.5", into: "learn.rate", pen)
    pen.click("learn.play")
    pen.settle()
    #expect(learn(pen).end?.reason == .patience)
    #expect(room.models.count == 3)
  }

  @Test func keepEndsItWithTheBestEpoch() throws {
    let pen = try room.open(epochs: 1_000)
    pen.host.advance(by: .milliseconds(20))
    #expect(pen.studio.stage.scene["learn.keep"]?.isEnabled == false)
    pen.click("learn.epoch")
    pen.settle()
    pen.click("learn.keep")
    pen.settle()
    #expect(learn(pen).phase == .ended)
    #expect(learn(pen).end?.reason == .interrupted)
    #expect(room.models.count == 1)
  }

  @Test func theGuessFollowsInkAndNetwork() throws {
    var pen = try room.open(epochs: 3)
    pen.click("learn.rewind")
    pen.settle()
    #expect(learn(pen).guess == nil)
    pen.drawSeven()
    pen.settle()
    let before = try #require(learn(pen).guess)
    #expect(abs(before.reduce(0, +) - 1) < 1e-4)
    pen.click("learn.epoch")
    pen.settle()
    #expect(learn(pen).guess != before)
    pen.click("clear")
    pen.settle()
    #expect(learn(pen).guess == nil)
    #expect(pen.studio.stage.scene["learn.filters"] != nil)
  }

  @Test func settingsAreCopiedAsACommand() throws {
    let pen = try room.open(layers: "flatten, dense 10", epochs: 7)
    room.type("42", into: "learn.seed", pen)
    room.type("30", into: "learn.seconds", pen)
    pen.click("learn.augment")
    pen.click("learn.copy")
    let text = try #require(pen.host.clipboard?.contents[ClipboardOffer.text])
    let threads = Team.everyCore.threads
    #expect(
      String(decoding: text, as: UTF8.self)
        == "inkling-train train --arch linear --epochs 7 --seed 42 --no-augment --precision f32 --threads \(threads) "
        + "--max-seconds 30")
  }

  @Test(arguments: [
    (PixelSize(width: 680, height: 480)), PixelSize(width: 800, height: 600), PixelSize(width: 1280, height: 800),
    PixelSize(width: 2560, height: 1440), PixelSize(width: 700, height: 1200),
  ])
  func everythingIsInTheWindow(size: PixelSize) throws {
    let pen = try room.open(epochs: 2, size: size)
    pen.studio.perform(.control("learn.epoch"))
    pen.settle()
    for page in ["settings", "curves", "guess"] {
      pen.studio.perform(.control(ControlName(rawValue: "learn.page.\(page)")))
      pen.host.advance(by: .milliseconds(20))
      let window = Rect(x: 0, y: 0, width: Double(size.width), height: Double(size.height))
      for element in pen.studio.stage.scene.elements where element.name.rawValue.hasPrefix("learn") {
        #expect(window.contains(element.frame), "\(element.name) \(element.frame)")
        #expect(element.frame.width > 0 && element.frame.height > 0, "\(element.name)")
      }
    }
  }
}
