package import NeuralNet

/// Chooses drawings at random so that neither a busy contributor nor a busy writer dominates.
///
/// Contributors, and the writers of each, count with the square root of what they drew.
package struct BalancedChoice: Sendable {
  /// The chance that the choice is an item or one before it.
  private let chances: [Double]

  /// Weighs `items`, of which there is at least one.
  package init(_ items: [InkSet.Item]) {
    precondition(!items.isEmpty, "nothing to choose from")
    let writers = BalancedChoice.counts(items.map(\.writer))
    let contributors = BalancedChoice.counts(items.map { String($0.contributor) })
    var shares: [String: Double] = [:]
    for (writer, count) in writers {
      shares[String(writer.prefix { $0 != "/" }), default: 0] += Double(count).squareRoot()
    }
    var sum = 0.0
    var chances: [Double] = []
    for item in items {
      let contributor = String(item.contributor)
      let ofContributor = Double(contributors[contributor] ?? 1).squareRoot() / (shares[contributor] ?? 1)
      sum += ofContributor / Double(writers[item.writer] ?? 1).squareRoot()
      chances.append(sum)
    }
    self.chances = chances.map { $0 / sum }
  }

  /// The index of an item.
  package func next(using generator: inout SeededGenerator) -> Int {
    let chance = Double(generator.nextUniform())
    var (low, high) = (0, chances.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if chances[middle] > chance { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private static func counts(_ names: [String]) -> [String: Int] {
    names.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}
