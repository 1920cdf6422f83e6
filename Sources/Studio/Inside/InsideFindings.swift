import Glibc

/// What the network says about a picture, as far as it is shown as numbers.
package struct InsideFindings: Equatable, Sendable {
  /// Grows with every picture; 0 where nothing was seen.
  package var revision = 0
  /// The ten logits and what they are divided by; empty where nothing was seen.
  package var logits: [Double] = []
  package var temperature = 1.0
  /// The value under the pointer or the chosen one.
  package var value: Double?
  /// How the chosen value came to be, while its map is shown alone.
  package var walk: KernelWalk?

  /// Nothing was seen.
  package init() {}

  /// Whether there is something to show.
  package var hasValues: Bool { !logits.isEmpty }

  /// The exponentials of the logits, the largest being 1, and the probabilities that follow from them.
  package var softmax: (exponentials: [Double], probabilities: [Double]) {
    let largest = logits.max() ?? 0
    let exponentials = logits.map { exp(($0 - largest) / temperature) }
    let sum = exponentials.reduce(0, +)
    return (exponentials, exponentials.map { $0 / sum })
  }
}
