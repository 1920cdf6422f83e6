/// Numbers rounded to so many decimals that they still add up as they are written.
///
/// Each term is rounded up or down so that their sum is the rounded total: none is further than one in the last place
/// from the number that it stands for.
package struct RoundedSum: Equatable {
  /// The terms as they are shown.
  package let terms: [Double]
  /// Their sum as it is shown.
  package let total: Double

  /// `total` is what `terms` add up to, but for the noise of computing.
  package init(_ terms: [Double], total: Double, decimals: Int) {
    let unit = (0..<decimals).reduce(1.0) { power, _ in power * 10 }
    let whole = (total * unit).rounded()
    self.total = whole / unit
    guard whole.isFinite, terms.allSatisfy(\.isFinite), !terms.isEmpty else {
      self.terms = terms
      return
    }
    var parts = terms.map { ($0 * unit).rounded(.down) }
    var rest = whole - parts.reduce(0, +)
    // The largest fractions are the nearest to being rounded up.
    let order = terms.indices.sorted { terms[$0] * unit - parts[$0] > terms[$1] * unit - parts[$1] }
    for index in order where rest >= 1 {
      parts[index] += 1
      rest -= 1
    }
    // Noise of more than that belongs to the largest term, where it is the smallest share.
    if rest != 0, let largest = terms.indices.max(by: { abs(terms[$0]) < abs(terms[$1]) }) { parts[largest] += rest }
    self.terms = parts.map { $0 / unit }
  }
}
