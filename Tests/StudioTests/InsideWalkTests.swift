import NeuralNet
import Studio
import Testing

/// The calculation of a value adds up, as it is and as it is written.
@Suite struct InsideWalkTests {
  private func session(_ text: String) throws -> LayerwiseSession {
    let spec = try ModelSpec(text: text)
    var generator = SeededGenerator(seed: 3, stream: .sampling)
    let tensors = spec.parameters.map { parameter in
      let fanIn = Float(parameter.shape.dropFirst().reduce(1, *))
      let values = (0..<parameter.count).map { _ in
        let noise = generator.nextNormal()
        return parameter.role == .variance
          ? 0.4 + abs(noise) : parameter.role == .weight ? noise / fanIn.squareRoot() : noise * 0.3
      }
      return Tensor(shape: parameter.shape, values: values)
    }
    let session = try LayerwiseSession(Model(spec: spec, metadata: ModelMetadata(name: "test"), tensors: tensors))
    let pixels = (0..<784).map { (index: Int) -> UInt8 in
      let value = index * 29 + index / 28 * 13
      return UInt8(value % 256)
    }
    session.run(pixels)
    return session
  }

  private static let networks = [
    Preset.inkling.text, Preset.cnn.text, Preset.cnnDeep.text, Preset.mlp.text, Preset.linear.text,
    "conv 6 5 stride 2, gelu, avgpool 2, conv 8 3 valid nobias, leaky .1, pool 3 stride 1, bn, gap, dense 12, tanh, dense 10",
    "pool 2, bn, conv 4 7, sigmoid, flatten, dense 10",
  ]

  /// Some values of each strip: corners, middles, all over.
  private func places(_ stages: [InsideStage]) -> [InsidePlace] {
    stages.enumerated().flatMap { number, stage in
      (0..<12).map { step in
        InsidePlace(
          stage: number, map: step * 7 % stage.maps, row: step * 5 % stage.rows, column: (step * 3 + 1) % stage.columns)
      }
    }
  }

  @Test(arguments: networks) func theStepsLeadToTheValueOfTheNetwork(text: String) throws {
    let session = try session(text)
    let stages = InsideStage.stages(of: session.model.spec)
    let reader = WalkReader(session)
    for place in places(stages) {
      let walk = reader.walk(to: place, of: stages[place.stage])
      var last: Double?
      for step in walk.steps {
        let (before, after): (Double?, Double)
        switch step {
        case .convolution(let patch):
          (before, after) = (nil, patch.result)
          #expect(abs(patch.sum + patch.others + (patch.bias ?? 0) - patch.result) < 1e-3)
        case .dense(let edges):
          (before, after) = (nil, edges.result)
          let sum = edges.strongest.reduce(0) { $0 + $1.product } + edges.others + (edges.bias ?? 0)
          #expect(abs(sum - edges.result) < 1e-3)
        case .normalization(let value, let factor, let offset, let result):
          (before, after) = (value, result)
          #expect(abs(value * factor + offset - result) < 1e-4)
        case .function(let name, let value, let result):
          (before, after) = (value, result)
          if name.hasPrefix("ReLU") { #expect(result == max(0, value)) }
        case .pool(let values, let isMaximum, let result):
          (before, after) = (isMaximum ? values.max() : last, result)
          let expected = isMaximum ? values.max() ?? 0 : values.reduce(0, +) / Double(values.count)
          #expect(abs(expected - result) < 1e-4)
        }
        if let last, let before { #expect(last == before, "\(text) \(place)") }
        last = after
      }
      #expect(last == walk.value, "\(text) \(place)")
    }
  }

  @Test(arguments: networks, [2, 3]) func whatIsWrittenAddsUp(text: String, decimals: Int) throws {
    let session = try session(text)
    let stages = InsideStage.stages(of: session.model.spec)
    let unit = decimals == 2 ? 100.0 : 1000
    for place in places(stages) {
      let walk = WalkReader(session).walk(to: place, of: stages[place.stage])
      let rows = walk.rows(decimals: decimals)
      var sum = 0.0
      for row in rows {
        let number = (row.number * unit).rounded()
        #expect(abs(number - row.number * unit) < 1e-6, "no more decimals than asked for")
        guard row.isResult else {
          sum += number
          continue
        }
        let isSum = row.label == "Convolution" || row.label == "Dense" || row.label == "Batch norm"
        if isSum { #expect(sum == number, "\(text) \(place) \(row.label)") }
        sum = 0
      }
      #expect(rows.last?.number == (walk.value * unit).rounded() / unit)
      let parts = walk.patch == nil ? walk.shownEdges(decimals: decimals) : walk.shownProducts(decimals: decimals)
      guard let first = rows.first, !parts.isEmpty else { continue }
      let total = parts.reduce(0) { $0 + ($1 * unit).rounded() }
      #expect(total == (first.number * unit).rounded())
      let exact = walk.patch?.products ?? walk.edges?.strongest.map(\.product) ?? []
      // Nothing is further from the truth than its last decimal, but for the noise of computing in the largest.
      for (part, product) in zip(parts, exact) { #expect(abs(part - product) < 2.5 / unit) }
    }
  }

  @Test func aChannelCanBeChosenAndTheLargestComesFirst() throws {
    let session = try session(Preset.inkling.text)
    let stages = InsideStage.stages(of: session.model.spec)
    let place = InsidePlace(stage: 2, map: 3, row: 4, column: 5)
    let reader = WalkReader(session)
    let sums = (0..<32).compactMap { reader.walk(to: place, of: stages[2], channel: $0).patch?.sum }
    let strongest = try #require(reader.walk(to: place, of: stages[2]).patch)
    #expect(sums.count == 32)
    #expect(abs(strongest.sum) == sums.map(abs).max())
    #expect(reader.walk(to: place, of: stages[2], channel: 900).patch?.channel == 31)
  }

  @Test func stripsAreNamedByWhatTheyAre() throws {
    func titles(_ text: String) throws -> [String] {
      InsideStage.stages(of: try ModelSpec(text: text)).map { "\($0.title): \($0.detail)" }
    }
    #expect(
      try titles(Preset.inkling.text) == [
        "conv 1: 32 maps of 26 × 26", "conv 2, pool: 32 maps of 12 × 12", "conv 3: 80 maps of 10 × 10",
        "conv 4, pool: 80 maps of 4 × 4", "conv 5: 160 values", "dense 1: 10 probabilities",
      ])
    #expect(try titles("flatten, dense 10") == ["dense 1: 10 probabilities"])
    #expect(
      try titles("pool 2, flatten, dense 10") == ["input 1, pool: 1 maps of 14 × 14", "dense 1: 10 probabilities"])
    #expect(
      try titles("conv 4 3, gap, dense 10") == [
        "conv 1: 4 maps of 28 × 28", "mean 1: 4 values", "dense 1: 10 probabilities",
      ])
  }

  @Test func roundedNumbersAddUpWhateverTheyAre() {
    var generator = SeededGenerator(seed: 5, stream: .sampling)
    for count in 1...40 {
      let terms = (0..<count).map { _ in Double(generator.nextNormal()) }
      let sum = RoundedSum(terms, total: terms.reduce(0, +), decimals: 2)
      let units = sum.terms.reduce(0) { $0 + ($1 * 100).rounded() }
      #expect(units == (sum.total * 100).rounded())
      for (shown, term) in zip(sum.terms, terms) { #expect(abs(shown - term) < 0.0100001) }
    }
    #expect(RoundedSum([.nan, 1], total: .nan, decimals: 2).terms[1] == 1)
    #expect(RoundedSum([], total: 0, decimals: 2).terms.isEmpty)
  }
}
