import DigitData
import Graphics
import NeuralNet
import Recognition
import Studio
import Testing

/// The training digits that a network sees as alike, and the file that keeps its view of them.
@Suite struct WhyDigitsTests {
  private func model(seed: UInt64) throws -> Model {
    let spec = try ModelSpec(text: "conv 4 5, relu, pool 4, flatten, dense 16, relu, dense 10")
    return Model(initializing: spec, metadata: ModelMetadata(name: "test"), seed: seed)
  }

  private var digits: DigitSet {
    var generator = SeededGenerator(seed: 3, stream: .sampling)
    let pixels = (0..<90 * DigitSet.pixelCount).map { _ in UInt8(generator.nextUniform() * 255) }
    return DigitSet(pixels: pixels, labels: (0..<90).map { UInt8($0 % 10) })
  }

  @Test func aDigitIsNearestToItself() throws {
    let model = try model(seed: 1)
    let known = try TrainingDigits(digits, model: model, modelDirectory: "/m", cache: nil)
    let explainer = try InkExplainer(model)
    let found = known.nearest(8, to: explainer.embedding(of: digits.image(at: 41)), explainer)
    #expect(found.count == 8)
    #expect(found.first?.image == digits.image(at: 41))
    #expect(found.first?.label == 1)
    #expect(found.first?.distance ?? 1 < 0.001)
    #expect(found.map(\.distance) == found.map(\.distance).sorted())
  }

  @Test func theViewIsKeptForTheSameWeightsAndDigitsOnly() throws {
    let cache = try StorageDirectory()
    let model = try model(seed: 1)
    let file = EmbeddingFile(cache: cache.path, modelDirectory: "/m", model: model, digits: digits)
    #expect(file.load() == nil)
    let made = try TrainingDigits(digits, model: model, modelDirectory: "/m", cache: cache.path)
    #expect(file.load() == made.index)
    let other = try self.model(seed: 2)
    #expect(EmbeddingFile(cache: cache.path, modelDirectory: "/m", model: other, digits: digits).load() == nil)
    let fewer = digits.subset(at: Array(0..<80))
    #expect(EmbeddingFile(cache: cache.path, modelDirectory: "/m", model: model, digits: fewer).load() == nil)
    // A model that was trained anew takes the place of the one before.
    _ = try TrainingDigits(digits, model: other, modelDirectory: "/m", cache: cache.path)
    #expect(file.load() == nil)
  }

  @Test func aDamagedFileIsMadeAnew() throws {
    let cache = try StorageDirectory()
    let model = try model(seed: 1)
    let made = try TrainingDigits(digits, model: model, modelDirectory: "/m", cache: cache.path)
    let file = EmbeddingFile(cache: cache.path, modelDirectory: "/m", model: model, digits: digits)
    let name = String(file.path.dropFirst(cache.path.count + 1))
    let good = try cache.read(name)
    var harmed = good
    harmed[good.count - 3] ^= 1
    for bytes in [harmed, Array(good.dropLast()), good + [0], Array(good.prefix(40)), [], Array("INKNEAR\n".utf8)] {
      try cache.write(bytes, to: name)
      #expect(file.load() == nil)
      let again = try TrainingDigits(digits, model: model, modelDirectory: "/m", cache: cache.path)
      #expect(again.index == made.index)
      #expect(file.load() == made.index)
    }
  }

  @Test func aNetworkWithoutADenseEndComparesNothing() throws {
    let spec = try ModelSpec(text: "conv 10 28 valid, flatten")
    let model = Model(initializing: spec, metadata: ModelMetadata(name: "flat"), seed: 1)
    #expect(throws: TrainingDigits.Trouble.self) {
      try TrainingDigits(digits, model: model, modelDirectory: "/m", cache: nil)
    }
  }
}
