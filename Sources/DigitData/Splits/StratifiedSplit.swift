import NeuralNet

/// Pictures divided into those to train with and those to validate with, each digit in the same proportion.
public struct StratifiedSplit: Equatable, Sendable {
  /// The pictures to train with, in ascending order.
  public let training: [Int]
  /// The pictures to validate with, in ascending order.
  public let validation: [Int]

  /// Divides the pictures that have these labels; the same seed always divides them in the same way.
  ///
  /// `fraction` (0 ≤ fraction < 1) is validation's share. Above 0 every digit with at least two pictures is on both
  /// sides, and so is some picture if there are two at all.
  public init(labels: [UInt8], validation fraction: Double, seed: UInt64) {
    precondition(0..<1 ~= fraction, "validation's share \(fraction) is not in 0..<1")
    var members = [[Int]](repeating: [], count: 256)
    for (index, label) in labels.enumerated() { members[Int(label)].append(index) }
    var chosen: [Int] = []
    for (label, var indices) in members.enumerated() where !indices.isEmpty {
      var generator = SeededGenerator(seed: seed, stream: .validationSplit, index: UInt64(label))
      indices.shuffle(using: &generator)
      chosen += indices.prefix(StratifiedSplit.count(of: indices.count, fraction))
    }
    if chosen.isEmpty, fraction > 0, labels.count > 1 { chosen = [labels.count - 1] }
    validation = chosen.sorted()
    training = StratifiedSplit.others(than: chosen, in: labels.count)
  }

  private static func count(of total: Int, _ fraction: Double) -> Int {
    if fraction == 0 || total < 2 { return 0 }
    return min(max(1, Int((Double(total) * fraction).rounded())), total - 1)
  }

  private static func others(than chosen: [Int], in count: Int) -> [Int] {
    var isChosen = [Bool](repeating: false, count: count)
    for index in chosen { isChosen[index] = true }
    return (0..<count).filter { !isChosen[$0] }
  }
}
