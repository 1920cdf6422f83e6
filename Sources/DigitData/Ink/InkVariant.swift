import NeuralNet
import Recognition

/// The other form of a digit that some people write: a crossed 7, a slashed 0, a 1 with flag or foot.
enum InkVariant {
  /// Adds what makes the other form, where `digit` has one and `path` does not have it yet.
  static func add(to path: inout InkPath, digit: Int, _ generator: inout SeededGenerator) {
    guard path.ends.count == 1, let first = path.points.first, let last = path.points.last else { return }
    let box = path.box
    let (low, high) = (SIMD2<Float>(box.low), SIMD2<Float>(box.high))
    let size = high - low
    switch digit {
    case 0 where size.x > 0.4 * size.y:
      let (inset, tilt) = (generator.nextUniform(in: -0.1...0.2), generator.nextUniform(in: -0.1...0.2))
      path.addLine(
        from: SIMD2(low.x + inset * size.x, high.y - tilt * size.y),
        to: SIMD2(high.x - inset * size.x, low.y + tilt * size.y))
    case 1 where size.x < 0.3 * size.y && first.y < last.y:
      let flag = SIMD2(-generator.nextUniform(in: 2...5), generator.nextUniform(in: 2...5))
      if generator.nextUniform() < 0.6 { path.addLine(from: first, to: first + flag) }
      let foot = SIMD2(generator.nextUniform(in: 2...4), generator.nextUniform(in: -0.5...0.5))
      if generator.nextUniform() < 0.4 { path.addLine(from: last - foot, to: last + foot) }
    case 7 where size.x > 0.3 * size.y:
      let height = low.y + size.y * generator.nextUniform(in: 0.4...0.6)
      let middle = crossing(of: path, at: height)
      let arm = SIMD2(generator.nextUniform(in: 2...4.5), generator.nextUniform(in: -1.2...0.8))
      path.addLine(from: middle - arm, to: middle + arm)
    default: break
    }
  }

  /// The place of the path's second half that is nearest to a height.
  private static func crossing(of path: InkPath, at height: Float) -> SIMD2<Float> {
    let half = path.points[(path.points.count / 2)...]
    return half.min { abs($0.y - height) < abs($1.y - height) } ?? .zero
  }
}
