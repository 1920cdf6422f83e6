import DigitData
import Ink
import NeuralNet
import Recognition

/// Draws ink as a photograph shows it: dark on paper that is lit unevenly, with the grain of a camera.
enum InkPhotograph {
  private static let margin = 30.0

  /// A picture of `strokes` in their own unit, drawn with a pen of `penWidth`.
  static func picture(of strokes: [Stroke], penWidth: Double, seed: UInt64) -> Picture {
    let points = strokes.flatMap(\.points)
    let (left, top) = ((points.map(\.x).min() ?? 0) - margin, (points.map(\.y).min() ?? 0) - margin)
    let width = Int((points.map(\.x).max() ?? 0) - left + margin)
    let height = Int((points.map(\.y).max() ?? 0) - top + margin)
    var coverage = [Double](repeating: 0, count: width * height)
    for stroke in strokes {
      let places = stroke.points.map { SIMD2($0.x - left, $0.y - top) }
      for (from, to) in zip(places, places.dropFirst() + places.suffix(1)) {
        draw(from, to, radius: penWidth / 2, width: width, into: &coverage)
      }
    }
    var generator = SeededGenerator(seed: seed, stream: .sampling, index: 1)
    let light = coverage.indices.map { place -> UInt8 in
      let paper = 200 + 45 * Double(place % width) / Double(width) - 15 * Double(place / width) / Double(height)
      let grain = Double(generator.nextUniform(in: -6...6))
      return UInt8(min(255, max(0, paper * (1 - 0.75 * coverage[place]) + grain)))
    }
    return Picture(luminance: light, width: width, height: height)
  }

  /// Adds a piece of a line, with soft edges.
  private static func draw(
    _ from: SIMD2<Double>, _ to: SIMD2<Double>, radius: Double, width: Int, into coverage: inout [Double]
  ) {
    let height = coverage.count / width
    let (low, high) = (pointwiseMin(from, to) - (radius + 1), pointwiseMax(from, to) + (radius + 1))
    let along = to - from
    let square = max((along * along).sum(), 1e-9)
    for y in max(0, Int(low.y))..<min(height, Int(high.y) + 2) {
      for x in max(0, Int(low.x))..<min(width, Int(high.x) + 2) {
        let place = SIMD2(Double(x) + 0.5, Double(y) + 0.5)
        let share = min(max(((place - from) * along).sum() / square, 0), 1)
        let offset = place - from - along * share
        let distance = (offset * offset).sum().squareRoot()
        coverage[y * width + x] = max(coverage[y * width + x], min(max(radius + 0.5 - distance, 0), 1))
      }
    }
  }
}
