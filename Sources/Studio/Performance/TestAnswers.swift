import Charts
package import DigitData
package import NeuralNet

import Training

/// The test digits and what a model reads in each.
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

  package var digits: DigitSet
  /// One for each digit.
  package var answers: [Answer]
  /// How many digits of each kind there are to train on.
  package var trainingCounts: [Int]
  /// A few digits of each kind to train on.
  package var samples: DigitSet

  private static let samplesOfEach = 8

  /// Takes everything as it is.
  package init(digits: DigitSet, answers: [Answer], trainingCounts: [Int], samples: DigitSet) {
    (self.digits, self.answers) = (digits, answers)
    (self.trainingCounts, self.samples) = (trainingCounts, samples)
  }

  /// Asks `model` about the test digits that are on this computer.
  package init(_ model: Model, options: MNISTOptions) throws {
    let mnist = try MNIST.load(options: options)
    digits = mnist.test
    // One core is left to the hand that draws meanwhile.
    let team = Team(threads: ProcessorInfo.usableCores - 1)
    let shares = try Evaluator(model, team: team).probabilities(of: mnist.test)
    answers = mnist.test.labels.enumerated().map { index, label in
      Answer(written: Int(label), shares: shares[index * 10..<index * 10 + 10])
    }
    trainingCounts = (0..<10).map { digit in mnist.training.labels.count { Int($0) == digit } }
    var seen = [Int](repeating: 0, count: 10)
    samples = mnist.training.subset(
      at: mnist.training.labels.indices.filter { index in
        let label = Int(mnist.training.labels[index])
        seen[label] += 1
        return seen[label] <= TestAnswers.samplesOfEach
      })
  }

  /// The digits that were written and read as a cell says, the surest first.
  package func indices(written: Int, read: Int) -> [Int] {
    sorted(answers.indices.filter { answers[$0].written == written && answers[$0].read == read })
  }

  /// The digits that are read wrong, the surest first.
  package var mistakes: [Int] { sorted(answers.indices.filter { answers[$0].written != answers[$0].read }) }

  private func sorted(_ indices: [Int]) -> [Int] {
    indices.sorted { (-answers[$0].confidence, $0) < (-answers[$1].confidence, $1) }
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
