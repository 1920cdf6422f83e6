import Ink
import NeuralNet
import Recognition
import Testing

@Suite struct RecognizerTests {
  private let line = strokes([[(0, 0), (1, 100)]])

  /// A network that says what its last layer's bias says, whatever the picture.
  private func constant(_ logits: [Float], thresholds: [String: Float] = [:], temperature: Float = 1) throws -> Model {
    let spec = try ModelSpec(text: "flatten, dense 10")
    let metadata = ModelMetadata(name: "test", temperature: temperature, thresholds: thresholds)
    let tensors = spec.parameters.map { parameter in
      Tensor(
        shape: parameter.shape, values: parameter.count == 10 ? logits : [Float](repeating: 0, count: parameter.count))
    }
    return Model(spec: spec, metadata: metadata, tensors: tensors)
  }

  private let leaning: [Float] = [0, 1, 5, 3, 0, 0, 0, 0, 0, 0]

  @Test func theMostProbableDigitComesFirst() throws {
    let answer = try Recognizer([constant(leaning)]).recognize(line)
    #expect(answer.status == .ok && answer.digit == 2 && answer.second == 3)
    #expect(abs(answer.probabilities.reduce(0, +) - 1) < 1e-5)
    #expect(answer.confidence == answer.probabilities[2])
    #expect(answer.time > .zero)
  }

  @Test func noInkIsBlank() throws {
    let recognizer = try Recognizer([constant(leaning)])
    #expect(recognizer.recognize([]).status == .blank)
    #expect(recognizer.recognize(frame: GrayImage(width: 28, height: 28)).status == .blank)
    #expect(recognizer.recognize([]).digit == nil)
  }

  @Test func belowEitherThresholdIsUnsure() throws {
    for (key, value) in [(Rejection.confidenceKey, Float(0.95)), (Rejection.energyKey, 9)] {
      let answer = try Recognizer([constant(leaning, thresholds: [key: value])]).recognize(line)
      #expect(answer.status == .unsure && answer.digit == 2)
    }
    let thresholds: [String: Float] = [Rejection.confidenceKey: 0.5, Rejection.energyKey: 2]
    #expect(try Recognizer([constant(leaning, thresholds: thresholds)]).recognize(line).status == .ok)
  }

  @Test func littleEnergyIsNoDigit() throws {
    let weak = try Recognizer([constant([Float](repeating: 0, count: 10), thresholds: [Rejection.energyKey: 5])])
    let strong = try Recognizer([constant(leaning.map { $0 * 3 }, thresholds: [Rejection.energyKey: 5])])
    #expect(weak.recognize(line).notDigit > 0.9)
    #expect(strong.recognize(line).notDigit < 0.1)
  }

  @Test func temperatureLowersConfidenceAndKeepsTheDigit() throws {
    let plain = try Recognizer([constant(leaning)]).recognize(line)
    let warm = try Recognizer([constant(leaning, temperature: 2)]).recognize(line)
    #expect(warm.digit == plain.digit && warm.confidence < plain.confidence)
  }

  @Test func severalModelsAreAveraged() throws {
    let other: [Float] = [0, 0, 0, 0, 0, 0, 0, 6, 0, 0]
    let models = [try constant(leaning), try constant(other)]
    let answer = try Recognizer(models).recognize(line)
    for digit in 0..<10 {
      let mean = try models.reduce(Float(0)) { try $0 + Recognizer([$1]).recognize(line).probabilities[digit] / 2 }
      #expect(abs(answer.probabilities[digit] - mean) < 1e-6)
    }
  }

  @Test func batchesGiveTheAnswersOfSinglePictures() throws {
    let spec = try ModelSpec(text: "conv 4 5 nobias, bn, relu, pool 4, flatten, dense 10")
    let model = Model(initializing: spec, metadata: ModelMetadata(name: "test"), seed: 3)
    let pictures = (1...5).map { factor in
      GrayImage(width: 28, height: 28, pixels: (0..<784).map { UInt8($0 * factor % 256) })
    }
    let single = try Recognizer([model])
    let answers = try Recognizer([model], batch: 5).recognize(frames: pictures.flatMap(\.pixels), count: 5)
    for (picture, answer) in zip(pictures, answers) {
      let expected = single.recognize(frame: picture)
      #expect(answer.digit == expected.digit)
      for digit in 0..<10 { #expect(abs(answer.probabilities[digit] - expected.probabilities[digit]) < 1e-5) }
    }
  }

  @Test func networksForOtherThingsAreRefused() throws {
    let spec = try ModelSpec(text: "flatten, dense 7")
    let model = Model(
      initializing: spec, metadata: ModelMetadata(name: "week", labels: (1...7).map(String.init)), seed: 1)
    #expect(throws: RecognizerError.notForDigits(model: "week", reason: "its output is 7, not 10")) {
      try Recognizer([model])
    }
  }
}
