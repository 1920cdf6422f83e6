public import Ink
import NeuralNet
import Recognition

/// Drawings to learn from: digits, and marks that are none.
public struct InkSet: Sendable {
  /// A drawing with its meaning.
  public struct Item: Sendable {
    public var strokes: [Stroke]
    /// 0…9, or nil for a mark that is no digit.
    public var digit: Int?
    /// Who drew it: a contributor, a slash, a person.
    public var writer: String
    /// What it shows, in the drawing's own words.
    public var label: String

    /// An item.
    public init(strokes: [Stroke], digit: Int?, writer: String, label: String) {
      self.strokes = strokes
      self.digit = digit
      self.writer = writer
      self.label = label
    }

    /// Whether it shows one letter of the alphabet.
    public var isLetter: Bool { label.count == 1 && label.allSatisfy { $0.isASCII && $0.isLetter } }

    /// The collection that the writer belongs to.
    public var contributor: Substring { writer.prefix { $0 != "/" } }
  }

  public var items: [Item]

  /// A set of `items`.
  public init(_ items: [Item]) { self.items = items }

  /// The digits alone.
  public var digits: InkSet { InkSet(items.filter { $0.digit != nil }) }

  /// What is no digit alone.
  public var others: InkSet { InkSet(items.filter { $0.digit == nil }) }

  /// All drawings as the network sees them, blank ones too, without labels.
  public var framed: DigitSet {
    let preprocessor = Preprocessor()
    var pixels: [UInt8] = []
    var picture = [UInt8](repeating: 0, count: DigitSet.pixelCount)
    for item in items {
      if !preprocessor.frame(item.strokes, into: &picture) { picture = [UInt8](repeating: 0, count: picture.count) }
      pixels += picture
    }
    return DigitSet(pixels: pixels, labels: [])
  }

  /// The drawn digits as the network sees them, with their labels.
  public var framedDigits: DigitSet {
    let digits = digits
    return DigitSet(pixels: digits.framed.pixels, labels: digits.items.map { UInt8($0.digit ?? 0) })
  }

  /// Drawings by `writers`, and those by everybody else.
  public func split(writers: Set<String>) -> (theirs: InkSet, rest: InkSet) {
    (InkSet(items.filter { writers.contains($0.writer) }), InkSet(items.filter { !writers.contains($0.writer) }))
  }

  /// A share of the writers of each contributor, at least one of two or more: whose drawings are held back together.
  public func someWriters(share: Double, seed: UInt64) -> Set<String> {
    guard share > 0 else { return [] }
    var chosen: Set<String> = []
    for (index, group) in writersByContributor.enumerated() {
      var generator = SeededGenerator(seed: seed, stream: .validationSplit, index: UInt64(index))
      let count = max(Int((Double(group.count) * share).rounded()), group.count > 1 ? 1 : 0)
      chosen.formUnion(group.shuffled(using: &generator).prefix(count))
    }
    return chosen
  }

  /// The writers of each contributor, in the order of their names.
  private var writersByContributor: [[String]] {
    let groups = Dictionary(grouping: Set(items.map(\.writer))) { $0.prefix { $0 != "/" } }
    return groups.sorted { $0.key < $1.key }.map { $0.value.sorted() }
  }
}
