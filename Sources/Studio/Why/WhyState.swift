package import Recognition

/// What is known about why the drawing is read as it is.
package struct WhyState: Equatable {
  /// Whether there are training digits to compare with.
  package enum Digits: Equatable, Sendable {
    case unknown
    case reading
    /// How many are compared.
    case here(count: Int)
    case absent(reason: String)
  }

  package var explanation: InkExplanation?
  /// The drawing that was explained last, and the directory of the model that was asked.
  package var revision: Int?
  package var directory: String?
  package var digits = Digits.unknown
  /// The model whose view of the training digits was asked for.
  var digitsDirectory: String?
  /// The training digits that are like the ink, the nearest first; nil until they are found.
  package var near: [NearDigit]?
  /// The place of the lines that is pointed at, counted through all of them.
  package var place: Int?

  /// Nothing is known yet.
  package init() {}

  /// All places of the lines.
  package var places: [InkExplanation.Place] { explanation?.lines.flatMap(\.places) ?? [] }

  /// The evidence at the ends of the colours: a power of two that hardly any place exceeds.
  package var limit: Float {
    let values = places.map { abs($0.evidence) }.sorted()
    guard let most = values.isEmpty ? nil : values[min(values.count - 1, values.count * 19 / 20)] else { return 4 }
    return [1, 2, 4, 8, 16].first { $0 >= most } ?? 32
  }
}
