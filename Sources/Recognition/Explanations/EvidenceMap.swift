/// The evidence of lines as a picture of what the network sees.
enum EvidenceMap {
  /// How far from a line its ink reaches at most, in pixels.
  private static let reach = 2.6

  /// The evidence of each pixel of `image` that has ink: that of the places around it, the nearest most.
  static func pixels(of lines: [InkExplanation.Line], _ placement: InkPlacement, on image: GrayImage) -> [Float] {
    var sums = [Float](repeating: 0, count: Framing.pixelCount)
    var weights = sums
    for place in lines.flatMap(\.places) {
      let center = placement.pixel(SIMD2(place.x, place.y))
      forEachPixel(around: center) { index, distance in
        let weight = Float(1 / (0.15 + distance * distance))
        sums[index] += place.evidence * weight
        weights[index] += weight
      }
    }
    return sums.indices.map { image.pixels[$0] > 0 && weights[$0] > 0 ? sums[$0] / weights[$0] : 0 }
  }

  private static func forEachPixel(around center: SIMD2<Double>, _ body: (Int, Double) -> Void) {
    let side = Double(Framing.side)
    guard center.x > -reach, center.y > -reach, center.x < side + reach, center.y < side + reach else { return }
    let columns = max(0, Int(center.x - reach))...min(Framing.side - 1, Int(center.x + reach))
    let rows = max(0, Int(center.y - reach))...min(Framing.side - 1, Int(center.y + reach))
    for y in rows {
      for x in columns {
        let distance = EvenInk.distance(center, SIMD2(Double(x) + 0.5, Double(y) + 0.5))
        if distance <= reach { body(y * Framing.side + x, distance) }
      }
    }
  }
}
