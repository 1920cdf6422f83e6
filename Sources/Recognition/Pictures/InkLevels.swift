/// From which value on a pixel is ink: well above the noise of the paper and not far below the strokes.
struct InkLevels {
  /// The spread of what is only noise.
  let noise: Float
  /// The typical value in a stroke.
  let stroke: Float

  /// What counts as ink by somebody's word, as a share of `stroke`.
  private let share: Float?

  /// A stroke has at least one pixel above this.
  var high: Float { share == nil ? max(0.5 * stroke, 4 * noise) : low }
  /// Its other pixels are above this.
  var low: Float { share.map { $0 * stroke } ?? max(0.33 * stroke, 2.5 * noise) }
  /// Whether anything stands out from the paper; somebody who sets a threshold has seen something.
  var isBlank: Bool { stroke < (share == nil ? max(InkLevels.faintest, 5 * noise) : 1) }

  /// Of 255: less than this cannot be told from the unevenness of paper.
  private static let faintest: Float = 7
  /// Fewer pixels than this are no stroke.
  private static let fewest: Float = 12

  /// Looks at a smoothed map of ink, of which `share` says what counts.
  init(_ ink: Plane, share: Float? = nil) {
    self.share = share
    noise = max(1.48 * Plane.quantile(ink.sample.map { abs($0) }, 0.5), 0.4)
    let classes = TwoClasses(ink.values, above: max(4 * noise, 3))
    let found = classes.count < InkLevels.fewest ? 0 : classes.upper
    // A few pixels are no stroke, unless somebody says so.
    stroke = share != nil && found == 0 ? ink.values.max() ?? 0 : found
  }
}
