/// Pieces of a line that may be one sign.
struct NumberGroup {
  /// Places of the pieces in the line, in rising order.
  let places: [Int]
  let box: InkBounds
  /// What geometry says against it.
  var cost: Double
  /// What it is, where geometry knows.
  var kind: NumberSymbol.Kind?

  /// The pieces as bits, the first one being bit 0.
  var mask: UInt {
    places.reduce(0) { $0 | 1 << UInt($1 - places[0]) }
  }
}
