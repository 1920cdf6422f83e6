package import DigitData
import NeuralNet
import Recognition
package import Reports
package import Training

/// The test digits, what a model reads in each, and what was counted of that.
package struct TestAnswers: Equatable, Sendable {
  /// What is read in one digit.
  package struct Answer: Equatable, Sendable {
    /// The digit that was written, the one that is read, and the next likely.
    package var written: Int
    package var read: Int
    package var second: Int
    /// The probabilities of the two, 0…1.
    package var confidence: Double
    package var secondShare: Double

    /// Takes everything as it is.
    package init(written: Int, read: Int, second: Int, confidence: Double, secondShare: Double) {
      (self.written, self.read, self.second) = (written, read, second)
      (self.confidence, self.secondShare) = (confidence, secondShare)
    }
  }

  package let digits: DigitSet
  /// One for each digit.
  package let answers: [Answer]
  /// Places in `answers`, from the most to the least confident, and from the least to the most as bins count.
  private let surest: [Int]
  private let rising: [Int]
  /// The figures, as `inkling-train evaluate` gives them.
  package let metrics: ModelMetrics
  /// How long all of it took.
  package var time = Duration.zero
  /// How many digits of each kind there are to train on.
  package let trainingCounts: [Int]
  /// A few digits of each kind to train on, and what augmentation makes of some.
  package let samples: [ModelFigureData.LabelledImage]
  package let augmented: [ModelFigureData.AugmentedImage]

  private static let samplesOfEach = 8
  private static let variants = 8

  /// What follows from `probabilities` (rows of ten) for the digits `test`; `options` say how those to train on were
  /// changed, and `source` what both are.
  package init(
    test: DigitSet, probabilities: [Float], training: DigitSet, source: String, options: TrainingOptions
  ) {
    digits = test
    let answers = digits.labels.enumerated().map { index, label in
      Answer(written: Int(label), shares: probabilities[index * 10..<index * 10 + 10])
    }
    self.answers = answers
    surest = answers.indices.sorted { (-answers[$0].confidence, $0) < (-answers[$1].confidence, $1) }
    rising = answers.indices.sorted { (answers[$0].confidence, $0) < (answers[$1].confidence, $1) }
    var metrics = ModelMetrics(Evaluation(probabilities: probabilities, labels: digits.labels))
    metrics.data = source
    self.metrics = metrics
    trainingCounts = (0..<10).map { digit in training.labels.count { Int($0) == digit } }
    samples = TestAnswers.samples(of: training)
    augmented = TestAnswers.augmented(samples, options)
  }

  private static func samples(of digits: DigitSet) -> [ModelFigureData.LabelledImage] {
    var seen = [Int](repeating: 0, count: 10)
    return digits.labels.enumerated().compactMap { index, label in
      seen[Int(label)] += 1
      guard seen[Int(label)] <= samplesOfEach else { return nil }
      return ModelFigureData.LabelledImage(image: digits.image(at: index), label: Int(label))
    }
  }

  /// The first of each digit and what the trainer's augmentation makes of it; the same options give the same pictures.
  private static func augmented(
    _ samples: [ModelFigureData.LabelledImage], _ options: TrainingOptions
  ) -> [ModelFigureData.AugmentedImage] {
    guard options.augment else { return [] }
    let augmenter = Augmenter(options.augmentation, seed: options.seed)
    var generator = SeededGenerator(seed: options.seed, stream: .sampling)
    return (0..<10).compactMap { digit in
      samples.first { $0.label == digit }.map { sample in
        ModelFigureData.AugmentedImage(
          original: sample.image,
          variants: augmenter.variants(of: sample.image, count: variants, generator: &generator))
      }
    }
  }

  /// The places of the digits that `choice` means: wrong ones first, the surest first.
  package func indices(of choice: DigitChoice) -> [Int] {
    switch choice {
    case .cell(let written, let read): places { $0.written == written && $0.read == read }
    case .missed(let digit): places { $0.written == digit && $0.read != digit }
    case .taken(let digit): places { $0.written != digit && $0.read == digit }
    case .written(let digit): wrongFirst(places { $0.written == digit })
    case .accepted(let threshold): places { $0.written != $0.read && $0.confidence >= threshold }
    case .mistakes: places { $0.written != $0.read }
    case .bin(let bin, let count):
      (0..<count).contains(bin)
        ? wrongFirst(rising[ReliabilityBin.places(of: bin, of: count, count: rising.count)].reversed()) : []
    }
  }

  private func places(where isMeant: (Answer) -> Bool) -> [Int] { surest.filter { isMeant(answers[$0]) } }

  private func wrongFirst(_ places: [Int]) -> [Int] {
    places.filter { answers[$0].written != answers[$0].read }
      + places.filter { answers[$0].written == answers[$0].read }
  }
}

extension TestAnswers.Answer {
  fileprivate init(written: Int, shares: ArraySlice<Float>) {
    let order = shares.indices.sorted { shares[$0] > shares[$1] }
    self.init(
      written: written, read: order[0] - shares.startIndex, second: order[1] - shares.startIndex,
      confidence: Double(shares[order[0]]), secondShare: Double(shares[order[1]]))
  }
}
