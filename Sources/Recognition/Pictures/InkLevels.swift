/// From which value on a pixel is ink: well above the noise of the paper and not far below the strokes.
struct InkLevels {
  /// The spread of what is only noise.
  let noise: Float
  /// The typical value in a stroke.
  let stroke: Float

  /// A stroke has at least one pixel above this.
  var high: Float { max(0.5 * stroke, 4 * noise) }
  /// Its other pixels are above this.
  var low: Float { max(0.33 * stroke, 2.5 * noise) }
  /// Whether anything stands out from the paper.
  var isBlank: Bool { stroke < max(InkLevels.faintest, 5 * noise) }

  /// Of 255: less than this cannot be told from the unevenness of paper.
  private static let faintest: Float = 7

  /// Looks at a smoothed map of ink.
  init(_ ink: Plane) {
    noise = max(1.48 * Plane.quantile(ink.sample.map { abs($0) }, 0.5), 0.4)
    stroke = InkLevels.strokeLevel(ink.values, above: max(4 * noise, 3))
  }

  /// The mean of the upper of the two classes into which the values above `floor` fall most clearly (Otsu's method).
  private static func strokeLevel(_ values: [Float], above floor: Float) -> Float {
    var counts = [Float](repeating: 0, count: 256)
    for value in values where value > floor { counts[min(Int(value), 255)] += 1 }
    let total = counts.reduce(0, +)
    // Fewer pixels than this are no stroke.
    guard total >= 12 else { return 0 }
    let mean = counts.enumerated().reduce(Float(0)) { $0 + Float($1.offset) * $1.element } / total
    var (below, sumBelow, best, bestMean) = (Float(0), Float(0), Float(-1), mean)
    for (value, count) in counts.enumerated() {
      below += count
      sumBelow += Float(value) * count
      guard below > 0, below < total else { continue }
      let (meanBelow, meanAbove) = (sumBelow / below, (mean * total - sumBelow) / (total - below))
      let spread = below * (total - below) * (meanAbove - meanBelow) * (meanAbove - meanBelow)
      if spread > best { (best, bestMean) = (spread, meanAbove) }
    }
    return bestMean
  }
}
