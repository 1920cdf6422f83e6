import DigitData
import Testing

struct StratifiedSplitTests {
  private let labels = (0..<1_000).map { UInt8($0 * $0 % 10) }

  @Test(arguments: [0.1, 0.25, 0.5, 0.9])
  func everyDigitIsDividedInTheSameProportion(fraction: Double) {
    let split = StratifiedSplit(labels: labels, validation: fraction, seed: 1)
    for digit in Set(labels) {
      let count = labels.count { $0 == digit }
      let chosen = split.validation.count { labels[$0] == digit }
      #expect(chosen == Int((Double(count) * fraction).rounded()))
    }
  }

  @Test func everyPictureIsOnOneSideInAscendingOrder() {
    let split = StratifiedSplit(labels: labels, validation: 0.3, seed: 5)
    #expect((split.training + split.validation).sorted() == Array(labels.indices))
    #expect(split.training == split.training.sorted())
    #expect(split.validation == split.validation.sorted())
  }

  @Test func theSeedDecides() {
    let split = StratifiedSplit(labels: labels, validation: 0.2, seed: 7)
    #expect(split == StratifiedSplit(labels: labels, validation: 0.2, seed: 7))
    #expect(split != StratifiedSplit(labels: labels, validation: 0.2, seed: 8))
  }

  @Test func noValidationLeavesEverythingToTrain() {
    let split = StratifiedSplit(labels: labels, validation: 0, seed: 1)
    #expect(split.validation.isEmpty)
    #expect(split.training == Array(labels.indices))
  }

  @Test(
    arguments: [
      ([], 0, 0), ([3], 1, 0), ([3, 3], 1, 1), ([1, 2, 3], 2, 1), ([1, 1, 2, 2, 2, 3], 4, 2),
    ] as [([UInt8], Int, Int)])
  func smallSetsHaveSomethingOnBothSidesIfTheyCan(labels: [UInt8], training: Int, validation: Int) {
    for fraction in [0.01, 0.1] {
      let split = StratifiedSplit(labels: labels, validation: fraction, seed: 1)
      #expect(split.training.count == training)
      #expect(split.validation.count == validation)
    }
  }

  @Test func aLargeShareStillLeavesSomethingToTrain() {
    let split = StratifiedSplit(labels: [4, 4, 5, 5, 5], validation: 0.99, seed: 1)
    #expect(split.training.map { [4, 4, 5, 5, 5][$0] } == [4, 5])
  }
}
