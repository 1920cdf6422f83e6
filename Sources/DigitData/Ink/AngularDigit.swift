import NeuralNet
import Recognition

/// Digits drawn with straight lines and square corners, as on the display of a clock: some people draw them, and neither
/// scanned handwriting nor tablets have them.
enum AngularDigit {
  /// The digits that such a form differs in; a 1 is a line anyhow.
  static let digits = [0, 2, 3, 4, 5, 6, 7, 8, 9]

  /// Corners of each digit's lines in a box 1 wide and 2 high.
  private static let forms: [Int: [[SIMD2<Float>]]] = [
    0: [[SIMD2(0, 0), SIMD2(1, 0), SIMD2(1, 2), SIMD2(0, 2), SIMD2(0, 0)]],
    2: [[SIMD2(0, 0), SIMD2(1, 0), SIMD2(1, 1), SIMD2(0, 1), SIMD2(0, 2), SIMD2(1, 2)]],
    3: [[SIMD2(0, 0), SIMD2(1, 0), SIMD2(1, 2), SIMD2(0, 2)], [SIMD2(0.1, 1), SIMD2(1, 1)]],
    4: [[SIMD2(0, 0), SIMD2(0, 1), SIMD2(1, 1)], [SIMD2(0.9, 0), SIMD2(0.9, 2)]],
    5: [[SIMD2(1, 0), SIMD2(0, 0), SIMD2(0, 1), SIMD2(1, 1), SIMD2(1, 2), SIMD2(0, 2)]],
    6: [[SIMD2(1, 0), SIMD2(0, 0), SIMD2(0, 2), SIMD2(1, 2), SIMD2(1, 1), SIMD2(0, 1)]],
    7: [[SIMD2(0, 0), SIMD2(1, 0), SIMD2(0.8, 2)]],
    8: [[SIMD2(0, 0), SIMD2(1, 0), SIMD2(1, 2), SIMD2(0, 2), SIMD2(0, 0)], [SIMD2(0, 1), SIMD2(1, 1)]],
    9: [[SIMD2(1, 1), SIMD2(0, 1), SIMD2(0, 0), SIMD2(1, 0), SIMD2(1, 2), SIMD2(0, 2)]],
  ]

  /// Adds one of `digits`, as large as a digit of the picture, with corners that are never quite where they belong.
  static func add(_ digit: Int, to path: inout InkPath, _ generator: inout SeededGenerator) {
    let size = SIMD2(generator.nextUniform(in: 6...14), 8.5)
    let waist = generator.nextUniform(in: -0.2...0.2)
    // Half of all nines end at the foot of their stem.
    let hasNoHook = digit == 9 && generator.nextUniform() < 0.5
    for line in forms[digit] ?? [] {
      let corners = hasNoHook ? line.dropLast() : line[...]
      var last: SIMD2<Float>?
      for corner in corners {
        let stray = SIMD2(generator.nextUniform(in: -0.08...0.08), generator.nextUniform(in: -0.12...0.12))
        let next = (corner + stray + SIMD2(0, corner.y == 1 ? waist : 0)) * size
        if let last { path.addLine(from: last, to: next) }
        last = next
      }
    }
  }
}
