/// The two classes into which values of 0…255 fall most clearly (Otsu's method).
struct TwoClasses {
  /// The mean of the values in the lower class.
  private(set) var lower: Float = 0
  /// The mean of the values in the upper class.
  private(set) var upper: Float = 0
  /// How many values were looked at.
  let count: Float

  /// Where one class gives way to the other.
  var middle: Float { (lower + upper) / 2 }

  /// Looks at the values above `floor`; if they cannot be parted, both means are that of all.
  init(_ values: [Float], above floor: Float = -1) {
    var counts = [Float](repeating: 0, count: 256)
    for value in values where value > floor { counts[min(max(Int(value), 0), 255)] += 1 }
    count = counts.reduce(0, +)
    let total = counts.enumerated().reduce(Float(0)) { $0 + Float($1.offset) * $1.element }
    let mean = total / max(count, 1)
    (lower, upper) = (mean, mean)
    var (below, sumBelow, best) = (Float(0), Float(0), Float(-1))
    for (value, number) in counts.enumerated() {
      below += number
      sumBelow += Float(value) * number
      guard below > 0, below < count else { continue }
      let (meanBelow, meanAbove) = (sumBelow / below, (total - sumBelow) / (count - below))
      let spread = below * (count - below) * (meanAbove - meanBelow) * (meanAbove - meanBelow)
      if spread > best { (best, lower, upper) = (spread, meanBelow, meanAbove) }
    }
  }
}
