import Ink
import NeuralNet
import Recognition
import Testing

/// Which ink a network relies on, with networks of which that is known.
@Suite struct ExplanationTests {
  /// A network of one layer that adds up the ink of places: `weight` says how much of it speaks for a digit.
  private func model(_ weight: (_ digit: Int, _ x: Int, _ y: Int) -> Float) throws -> Model {
    let spec = try ModelSpec(text: "flatten, dense 10")
    let tensors = spec.parameters.map { parameter in
      var values = [Float](repeating: 0, count: parameter.count)
      if parameter.count == 7840 {
        for index in values.indices { values[index] = weight(index / 784, index % 28, index % 784 / 28) }
      }
      return Tensor(shape: parameter.shape, values: values)
    }
    return Model(spec: spec, metadata: ModelMetadata(name: "test", inputMean: 0, inputDeviation: 1), tensors: tensors)
  }

  /// Ink on the left speaks for four, on the right for nine.
  private func sides() throws -> Model {
    try model { digit, x, _ in digit == 4 ? (x < 14 ? 0.06 : 0) : digit == 9 ? (x < 14 ? 0 : 0.05) : -0.05 }
  }

  private let bars = strokes([[(0, 0), (0, 100)], [(80, 0), (80, 100)]])

  @Test func inkSpeaksForWhatTheNetworkSeesInIt() throws {
    let explanation = try #require(try InkExplainer(sides()).explain(bars))
    #expect(explanation.digit == 4)
    #expect(explanation.second == 9)
    #expect(explanation.lines.map(\.stroke) == [0, 1])
    #expect(explanation.lines[0].places.allSatisfy { $0.evidence > 0 })
    #expect(explanation.lines[1].places.allSatisfy { $0.evidence < 0 })
    let sums = (0..<784).reduce(into: (left: Float(0), right: Float(0))) { sums, pixel in
      if pixel % 28 < 14 { sums.left += explanation.pixels[pixel] } else { sums.right += explanation.pixels[pixel] }
    }
    #expect(sums.left > 0 && sums.right < 0)
    #expect(zip(explanation.pixels, explanation.image.pixels).allSatisfy { $1 > 0 || $0 == 0 })
  }

  @Test func aStrokeTakenAwayIsReadAnew() throws {
    // The rest of one bar fills the middle: only its second half is on the right.
    let model = try model { digit, x, _ in digit == 4 ? (x < 10 ? 0.06 : 0) : digit == 9 ? 0.01 : -0.05 }
    let explanation = try #require(try InkExplainer(model).explain(bars))
    #expect(explanation.digit == 4)
    let whole = explanation.parts.filter { $0.third == nil }
    let recognizer = try Recognizer([model])
    for (stroke, part) in whole.enumerated() {
      let rest = recognizer.recognize([bars[1 - stroke]])
      #expect(part.stroke == stroke)
      #expect(part.digit == rest.digit)
      #expect(abs(part.probability - rest.probabilities[4]) < 0.01)
    }
    #expect(explanation.parts.count { $0.third != nil } == 6)
    let single = try #require(try InkExplainer(model).explain([bars[0]]))
    let only = try #require(single.parts.first)
    #expect(only.third == nil && only.digit == nil && only.probability == 0)
  }

  @Test func theGapThatDecidesIsFound() throws {
    // Open at the top it is a four; ink between the two ends makes a nine of it.
    let open = strokes([[(0, 0), (0, 60), (80, 60)], [(80, 0), (80, 120)]])
    let model = try model { digit, x, y in
      digit == 4 ? (y > 6 ? 0.02 : 0) : digit == 9 ? (12..<17 ~= x && 3..<8 ~= y ? 1 : 0) : -0.05
    }
    let explanation = try #require(try InkExplainer(model).explain(open))
    #expect(explanation.digit == 4)
    let gap = try #require(explanation.gaps.first)
    #expect(gap.digit == 9)
    #expect(gap.evidence > 1)
    let middle = (gap.start + gap.end) * 0.5
    #expect(abs(middle.x - 40) < 20 && abs(middle.y) < 20, "\(gap)")
  }

  @Test func withoutInkThereIsNothingToExplain() throws {
    let explainer = try InkExplainer(sides())
    #expect(explainer.explain([]) == nil)
    #expect(explainer.explain([Stroke(points: [])]) == nil)
    #expect(explainer.explain(bars, isCancelled: { true }) == nil)
    #expect(explainer.explain([Stroke(points: [InkPoint(x: .nan, y: 0)])]) == nil)
  }

  @Test func anyInkIsExplained() throws {
    let explainer = try InkExplainer(sides())
    #expect(explainer.explain(strokes([[(5, 5)]]), penWidth: 40) != nil)
    #expect(explainer.explain(strokes([[(-1e140, 0), (1e140, 3)]])) != nil)
    var generator = SeededGenerator(seed: 1, stream: .drawing)
    let scribble = Stroke(
      points: (0..<50_000).map { _ in
        InkPoint(x: Double(generator.nextUniform()), y: Double(generator.nextUniform()))
      })
    let explanation = try #require(explainer.explain([scribble] + bars))
    #expect(explanation.lines.reduce(0) { $0 + $1.places.count } < 3_000)
    #expect(explainer.explain((0..<300).map { _ in bars[0] }) != nil)
  }

  @Test func otherWeightsGiveAnotherMap() throws {
    let spec = try #require(Preset(rawValue: "mlp")?.spec)
    let seven = strokes([[(0, 0), (60, 0), (20, 100)]])
    let maps = try (1...4).map { seed in
      let model = Model(initializing: spec, metadata: ModelMetadata(name: "random"), seed: UInt64(seed))
      return try #require(try InkExplainer(model).explain(seven)).pixels
    }
    for (index, one) in maps.enumerated() {
      for other in maps[(index + 1)...] { #expect(abs(ExplanationTests.correlation(one, other)) < 0.8) }
    }
  }

  /// How alike two maps are where there is ink: 1 the same, 0 nothing in common.
  private static func correlation(_ one: [Float], _ other: [Float]) -> Float {
    let pairs = zip(one, other).filter { $0 != 0 || $1 != 0 }
    let count = Float(pairs.count)
    let (a, b) = (pairs.reduce(0) { $0 + $1.0 } / count, pairs.reduce(0) { $0 + $1.1 } / count)
    let product = pairs.reduce(Float(0)) { $0 + ($1.0 - a) * ($1.1 - b) }
    let squares = pairs.reduce((Float(0), Float(0))) {
      ($0.0 + ($1.0 - a) * ($1.0 - a), $0.1 + ($1.1 - b) * ($1.1 - b))
    }
    return product / (squares.0 * squares.1).squareRoot()
  }

  @Test func networksForOtherThingsAreRefused() throws {
    let spec = try ModelSpec(text: "flatten, dense 7")
    let model = Model(
      initializing: spec, metadata: ModelMetadata(name: "week", labels: (1...7).map(String.init)), seed: 1)
    #expect(throws: RecognizerError.notForDigits(model: "week", reason: "its output is 7, not 10")) {
      try InkExplainer(model)
    }
  }
}
