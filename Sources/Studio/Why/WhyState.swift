package import Recognition

/// What is known about why the drawing is read as it is.
package struct WhyState: Equatable {
  /// Whether there are training digits to compare with.
  package enum Digits: Equatable, Sendable {
    case unknown
    case reading
    /// How many are compared.
    case here(count: Int)
    /// Why there are none, and what to do.
    case absent(title: String, advice: String)
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
  /// Whether the map shows pixels instead of ink.
  package var showsPixels = false
  /// The place of the lines that is pointed at, counted through all of them.
  package var place: Int?

  /// Nothing is known yet.
  package init() {}

  /// All places of the lines.
  package var places: [InkExplanation.Place] { explanation?.lines.flatMap(\.places) ?? [] }

  /// The evidence at the ends of the colours: one of a few values, which hardly any place exceeds.
  package var limit: Float {
    let pixels = explanation?.pixels.filter { $0 != 0 } ?? []
    let values = (showsPixels ? pixels : places.map(\.evidence)).map { abs($0) }.sorted()
    guard let most = values.isEmpty ? nil : values[min(values.count - 1, values.count * 19 / 20)] else { return 4 }
    return WhyState.limits.first { $0 >= most } ?? 32
  }

  private static let limits: [Float] = [0.1, 0.25, 0.5, 1, 2, 4, 8, 16]
}
