import DigitData
import Glibc
import Ink
import NeuralNet
import Recognition
import Testing
import Training

@Suite struct CalibrationTests {
  /// Logits of a network that is right in three of four cases and always claims `margin`.
  private func logits(margin: Float, count: Int) -> (logits: [Float], labels: [UInt8]) {
    var (logits, labels): ([Float], [UInt8]) = ([], [])
    for index in 0..<count {
      var row = [Float](repeating: 0, count: 10)
      row[index % 10] = margin
      logits += row
      labels.append(UInt8(index % 4 == 0 ? (index + 1) % 10 : index % 10))
    }
    return (logits, labels)
  }

  @Test func confidenceBecomesTheShareOfRightAnswers() throws {
    let (logits, labels) = logits(margin: 9, count: 400)
    let temperature = Calibration(logits: logits, labels: labels).temperature
    let energy = try logits.withUnsafeBufferPointer {
      Rejection.energy(try #require($0.baseAddress), scale: 1 / temperature)
    }
    #expect(abs(expf(9 / temperature - energy) - 0.75) < 0.005)
  }

  @Test func readingEverythingRightIsNoProofOfCertainty() {
    var logits: [Float] = []
    for index in 0..<1000 { logits += (0..<10).map { $0 == index % 10 ? 6 : 0 } }
    let temperature = Calibration(logits: logits, labels: (0..<1000).map { UInt8($0 % 10) }).temperature
    // One in a thousand is in doubt, and then wrong in nine cases of ten: the logarithm of .9991 to .0001.
    #expect(abs(6 / temperature - 9.2) < 0.1)
  }

  @Test func oneDigitInAHundredIsUnsure() throws {
    var generator = SeededGenerator(seed: 1, stream: .sampling)
    let count = 2000
    let labels = (0..<count).map { UInt8($0 % 10) }
    let logits = (0..<count * 10).map { index in
      generator.nextNormal() + (index % 10 == index / 10 % 10 ? 6 : 0)
    }
    let calibration = Calibration(logits: logits, labels: labels)
    var metadata = ModelMetadata(name: "test", temperature: calibration.temperature)
    metadata.thresholds = [
      Rejection.confidenceKey: calibration.leastConfidence, Rejection.energyKey: calibration.leastEnergy,
    ]
    let rejection = Rejection(metadata)
    let accepted = try logits.withUnsafeBufferPointer { logits in
      let start = try #require(logits.baseAddress)
      return (0..<count).count { row in
        let energy = Rejection.energy(start + row * 10, scale: 1 / calibration.temperature)
        let top = (0..<10).map { logits[row * 10 + $0] }.max() ?? 0
        return rejection.accepts(confidence: expf(top / calibration.temperature - energy), energy: energy)
      }
    }
    #expect(count * 99 / 100 - 1...count * 995 / 1000 ~= accepted)
  }

  @Test func aModelTakesTheValuesOver() throws {
    let spec = try ModelSpec(text: "flatten, dense 10")
    let model = Model(initializing: spec, metadata: ModelMetadata(name: "test"), seed: 1)
    let (logits, labels) = logits(margin: 9, count: 400)
    let calibration = Calibration(logits: logits, labels: labels)
    let metadata = calibration.applied(to: model).metadata
    #expect(metadata.temperature == calibration.temperature)
    #expect(metadata.thresholds[Rejection.confidenceKey] == calibration.leastConfidence)
    #expect(metadata.thresholds[Rejection.energyKey] == calibration.leastEnergy)
  }
}

@Suite struct InkTrainingTests {
  /// Upright lines are 1, level ones 0 here; crosses are neither.
  private func drawings(_ writers: [String]) -> InkSet {
    var set = InkSet([])
    for writer in writers {
      for index in 0..<20 {
        let lean = Double(index)
        let upright = Stroke(points: [InkPoint(x: 0, y: 0), InkPoint(x: lean, y: 100)])
        let level = Stroke(points: [InkPoint(x: 0, y: 0), InkPoint(x: 100, y: lean)])
        _ = set.add(Drawing(strokes: [upright], label: "1", writer: writer))
        _ = set.add(Drawing(strokes: [level], label: "0", writer: writer))
        _ = set.add(Drawing(strokes: [upright, level], label: "x", writer: writer))
      }
    }
    return set
  }

  private func outcome(threads: Int = 1, resuming checkpoint: Checkpoint? = nil, path: String? = nil, epochs: Int = 6)
    throws -> TrainingOutcome
  {
    var options = TrainingOptions()
    options.threads = threads
    options.batch = 32
    options.epochs = epochs
    options.learningRate = 0.01
    options.validation = 0.2
    options.patience = 100
    options.schedule = .constant
    let set = TrainingSet(
      syntheticDigits(count: 200), drawings: drawings(["a/1", "a/2", "a/3"]), name: "synthetic", validation: 0.2,
      seed: 1)
    let spec = try ModelSpec(text: "conv 6 3 nobias, bn, relu, pool 4, flatten, dense 16, relu, bn, dense 10")
    return try Trainer(
      options, spec: spec, name: "test", set: set, checkpointPath: path,
      resuming: checkpoint?.continuing(with: options)
    ).run { _ in .goOn }
  }

  @Test func drawingsAreLearnedAndMarksAreNot() throws {
    let model = try outcome().model
    let metrics = try DrawnMetrics(model, drawings: drawings(["b/9"]), team: Team(threads: 1))
    #expect(metrics.count == 40 && metrics.accuracy > 0.9)
    #expect(metrics.letters == 20 && metrics.others == 20)
    #expect(metrics.contributors.map(\.name) == ["b"])
    #expect(metrics.accepted == 1, "there is no threshold yet")
    let labels = drawings(["b/9"]).framedDigits.labels
    let logits = try Evaluator(model).logits(of: drawings(["b/9"]).framedDigits)
    let calibrated = Calibration(logits: logits, labels: labels).applied(to: model)
    let strict = try DrawnMetrics(calibrated, drawings: drawings(["b/9"]), team: Team(threads: 1))
    #expect((strict.lettersAccepted ?? 1) < 0.5)
  }

  @Test func validationHasTheDigitsOfOtherWriters() {
    let set = TrainingSet(
      syntheticDigits(count: 200), drawings: drawings(["a/1", "a/2", "a/3"]), name: "synthetic", validation: 0.2,
      seed: 1)
    #expect(set.validation.count == 40 + 40)
    #expect(set.ink?.digits.count == 80)
  }

  @Test func theSameRunTwiceAndInTwoPartsGivesTheSameBytes() throws {
    let whole = try outcome(threads: 2)
    #expect(try outcome(threads: 2).model == whole.model)
    let path = try temporaryPath("ink.checkpoint")
    _ = try outcome(threads: 2, path: path, epochs: 2)
    let resumed = try outcome(threads: 2, resuming: try Checkpoint.read(from: path))
    #expect(resumed.model == whole.model && resumed.history == whole.history)
  }
}
