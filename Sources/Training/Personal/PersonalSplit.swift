public import DigitData
import Ink
import NeuralNet

/// A person's drawings divided: those to learn from, and those held back to see what learning has changed.
///
/// What is on which side depends on the drawings alone, not on their order: the same set is always divided alike.
public struct PersonalSplit: Equatable, Sendable {
  /// The places of the drawings to learn from, ascending.
  public let learned: [Int]
  /// The places of the drawings held back, ascending.
  public let heldBack: [Int]

  /// The share of the drawings that is held back.
  public static let share = 0.25
  /// Fewer drawings are not divided, and nothing is learned from them.
  public static let fewest = 4

  /// Divides `digits`; of digits drawn often some are held back first, so that each kind is learned.
  public init(_ digits: InkSet, seed: UInt64 = 1) {
    let count = digits.items.count
    let wanted = count < PersonalSplit.fewest ? 0 : Int((Double(count) * PersonalSplit.share).rounded())
    let order = PersonalSplit.order(of: digits, seed: seed)
    heldBack = order.prefix(wanted).sorted()
    learned = order.dropFirst(wanted).sorted()
  }

  /// Takes both as they are; no place is on both sides.
  public init(learned: [Int], heldBack: [Int]) { (self.learned, self.heldBack) = (learned, heldBack) }

  /// The places, those to be held back first.
  private static func order(of digits: InkSet, seed: UInt64) -> [Int] {
    let chances = digits.items.map { chance(of: $0, seed: seed) }
    var ranks = [Double](repeating: 0, count: chances.count)
    for places in Dictionary(grouping: digits.items.indices, by: { digits.items[$0].digit }).values {
      for (rank, place) in places.sorted(by: { chances[$0] < chances[$1] }).enumerated() {
        ranks[place] = (Double(rank) + 0.5) / Double(places.count)
      }
    }
    return digits.items.indices.sorted { (ranks[$0], chances[$0]) < (ranks[$1], chances[$1]) }
  }

  /// A number that follows from the ink.
  private static func chance(of item: InkSet.Item, seed: UInt64) -> UInt64 {
    var bits = seed
    for point in item.strokes.lazy.flatMap(\.points) {
      bits = (bits ^ point.x.bitPattern) &* 0x100_0000_01b3
      bits = (bits ^ point.y.bitPattern) &* 0x100_0000_01b3
    }
    var generator = SeededGenerator(seed: bits, stream: .validationSplit)
    return generator.next()
  }
}
