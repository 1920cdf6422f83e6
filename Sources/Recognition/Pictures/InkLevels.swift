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
  /// Fewer pixels than this are no stroke.
  private static let fewest: Float = 12

  /// Looks at a smoothed map of ink.
  init(_ ink: Plane) {
    noise = max(1.48 * Plane.quantile(ink.sample.map { abs($0) }, 0.5), 0.4)
    let classes = TwoClasses(ink.values, above: max(4 * noise, 3))
    stroke = classes.count < InkLevels.fewest ? 0 : classes.upper
  }
}
