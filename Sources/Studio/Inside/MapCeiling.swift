/// The value that has the strongest colour of a strip: the 99.7th percentile, never less while a stroke grows.
struct MapCeiling {
  private(set) var value: Float = 0
  private var stroke = -1

  private static let share = 0.997
  private static let bins = 1024

  /// Takes new values of the drawing's stroke number `stroke`.
  mutating func update(_ values: UnsafeBufferPointer<Float>, stroke: Int) {
    let fresh = MapCeiling.percentile(values)
    value = stroke == self.stroke ? max(value, fresh) : fresh
    self.stroke = stroke
  }

  /// The size below which nearly all values are, by their bins.
  static func percentile(_ values: UnsafeBufferPointer<Float>) -> Float {
    var largest: Float = 0
    for value in values where abs(value) > largest && value.isFinite { largest = abs(value) }
    guard largest > 0, values.count > 300 else { return largest }
    var counts = [Int](repeating: 0, count: bins)
    let factor = Float(bins - 1) / largest
    for value in values where value.isFinite { counts[Int(abs(value) * factor)] += 1 }
    var above = 0
    let most = Int(Double(values.count) * (1 - share))
    for bin in counts.indices.reversed() {
      above += counts[bin]
      if above > most { return Float(bin + 1) / factor }
    }
    return largest
  }
}
