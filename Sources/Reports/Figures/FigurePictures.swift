import DigitData
import NeuralNet
import Recognition
import Training

/// Chooses the pictures that the figures of a model show; the same run always chooses the same.
struct FigurePictures {
  private static let samplesOfEachDigit = 8
  private static let augmentedRows = 8
  private static let variants = 8
  private static let mostMistakes = 15

  let set: TrainingSet
  let test: DigitSet
  let options: TrainingOptions

  /// Everything that the figures show.
  func data(
    name: String, history: History, evaluation: Evaluation, probabilities: [Float]
  ) -> ModelFigureData {
    var data = ModelFigureData(
      modelName: name, history: history, evaluation: evaluation, trainingCounts: counts(set.split.training))
    data.validationCounts = set.split.validation.isEmpty ? [] : counts(set.split.validation)
    data.samples = samples
    data.augmented = options.augment ? augmented : []
    data.misread = evaluation.mistakes.prefix(FigurePictures.mostMistakes).map {
      ModelFigureData.MisreadImage(image: test.image(at: $0.index), mistake: $0)
    }
    data.prediction = FigurePictures.prediction(on: test, probabilities)
    return data
  }

  private func counts(_ indices: [Int]) -> [Int] {
    var counts = [Int](repeating: 0, count: 10)
    for index in indices { counts[Int(set.digits.labels[index])] += 1 }
    return counts
  }

  private var samples: [ModelFigureData.LabelledImage] {
    var found = [Int](repeating: 0, count: 10)
    var result: [ModelFigureData.LabelledImage] = []
    for index in set.split.training {
      let label = Int(set.digits.labels[index])
      guard found[label] < FigurePictures.samplesOfEachDigit else { continue }
      found[label] += 1
      result.append(.init(image: set.digits.image(at: index), label: label))
    }
    return result
  }

  /// The first training picture of each digit, in the order in which they come.
  private var firstOfEachDigit: [Int] {
    var seen: Set<UInt8> = []
    return set.split.training.filter { seen.insert(set.digits.labels[$0]).inserted }
  }

  /// Pictures, and where there are drawings as many of those.
  private var augmented: [ModelFigureData.AugmentedImage] {
    var generator = SeededGenerator(seed: options.seed, stream: .sampling)
    let drawn = set.ink.map { augmentedDrawings($0, &generator) } ?? []
    let augmenter = Augmenter(options.augmentation, seed: options.seed)
    let pictures = firstOfEachDigit.prefix(FigurePictures.augmentedRows - drawn.count).map { index in
      let original = set.digits.image(at: index)
      let variants = augmenter.variants(of: original, count: FigurePictures.variants, generator: &generator)
      return ModelFigureData.AugmentedImage(original: original, variants: variants)
    }
    return pictures + drawn
  }

  private func augmentedDrawings(
    _ ink: InkSource, _ generator: inout SeededGenerator
  ) -> [ModelFigureData.AugmentedImage] {
    let preprocessor = Preprocessor()
    var seen: Set<Int?> = []
    let first = ink.digits.filter { seen.insert($0.digit).inserted }.suffix(FigurePictures.augmentedRows / 2)
    return InkSet(Array(first)).framed.images.enumerated().map { index, original in
      let variants = (0..<FigurePictures.variants).map { _ in
        GrayImage.filled { values in
          ink.draw(
            first[first.startIndex + index], preprocessor, generator: &generator, into: values, scale: 255, offset: 0)
        }
      }
      return ModelFigureData.AugmentedImage(original: original, variants: variants)
    }
  }

  /// Of the first hundred test pictures the one whose answer is the least clear: it shows the most.
  static func prediction(on test: DigitSet, _ probabilities: [Float]) -> ModelFigureData.Prediction? {
    func row(_ index: Int) -> ArraySlice<Float> { probabilities[index * 10..<index * 10 + 10] }
    let index = (0..<min(100, test.count)).min { (row($0).max() ?? 0) < (row($1).max() ?? 0) }
    return index.map {
      .init(image: test.image(at: $0), label: Int(test.labels[$0]), probabilities: row($0).map(Double.init))
    }
  }
}
