import Glibc
import NeuralNet
import Recognition

/// Changes a drawing's path at random as another hand might have drawn it, and draws it as the network sees it.
///
/// Nothing is allocated once the preprocessor's memory has grown.
struct InkAugmenter {
  let amounts: InkAugmentation

  init(_ amounts: InkAugmentation) { self.amounts = amounts }

  /// Changes what `preprocessor` follows and writes the picture's 784 numbers ink × `scale` + `offset`.
  func draw(
    _ preprocessor: Preprocessor, digit: Int?, generator: inout SeededGenerator,
    into values: UnsafeMutablePointer<Float>, scale: Float, offset: Float
  ) {
    loosenEnds(of: &preprocessor.path, &generator)
    if let digit, generator.nextUniform() < amounts.variants {
      InkVariant.add(to: &preprocessor.path, digit: digit, &generator)
    }
    tremble(&preprocessor.path, &generator)
    warp(&preprocessor.path, &generator)
    let pen = penWidth(&generator)
    preprocessor.fit(longest: (Float(Framing.digitSide) - pen) * generator.nextUniform(in: amounts.scale))
    let isUnsharp = generator.nextUniform() < amounts.unsharp
    preprocessor.render(pen: pen, softness: isUnsharp ? generator.nextUniform(in: 0.6...2.2) : 1)
    let shift = preprocessor.shift() &+ SIMD2(misplacement(&generator), misplacement(&generator))
    preprocessor.write(shift: shift, into: values, scale: scale, offset: offset)
  }

  private func penWidth(_ generator: inout SeededGenerator) -> Float {
    min(max(amounts.penMedian * expf(generator.nextNormal() * amounts.penSpread), 1.2), 5.5)
  }

  private func misplacement(_ generator: inout SeededGenerator) -> Int {
    let chance = generator.nextUniform()
    return chance < amounts.misplaced / 2 ? -1 : chance < amounts.misplaced ? 1 : 0
  }

  /// Draws the ends of strokes too far, or leaves them open.
  private func loosenEnds(of path: inout InkPath, _ generator: inout SeededGenerator) {
    var start = 0
    for end in path.ends {
      for (tip, inward) in [(start, 1), (end - 1, -1)] where generator.nextUniform() < amounts.loosenedEnds {
        let reach = min(6, end - start - 1)
        guard reach > 2 else { continue }
        let way = path.points[tip] - path.points[tip + inward * reach]
        let length = max((way * way).sum().squareRoot(), 0.1)
        // Trimming pulls the last points together, so that every stroke keeps its place in the path.
        let amount = generator.nextUniform(in: -amounts.overdrawn / 2...amounts.overdrawn)
        for step in 0..<reach {
          let share = 1 - Float(step) / Float(reach)
          path.points[tip + inward * step] += way * (amount / length * share)
        }
      }
      start = end
    }
  }

  private func tremble(_ path: inout InkPath, _ generator: inout SeededGenerator) {
    let amount = amounts.tremble * generator.nextUniform()
    var stray = SIMD2<Float>.zero
    for index in path.points.indices {
      stray = stray * 0.85 + SIMD2(generator.nextUniform(in: -1...1), generator.nextUniform(in: -1...1)) * amount
      path.points[index] += stray
    }
  }

  /// Turns, slants, stretches and bends the path.
  private func warp(_ path: inout InkPath, _ generator: inout SeededGenerator) {
    let angle = generator.nextUniform(in: -1...1) * amounts.rotation * .pi / 180
    let shear = generator.nextUniform(in: -1...1) * amounts.shear
    let stretch = expf(generator.nextUniform(in: -0.5...0.5) * amounts.stretch)
    let waves = (Wave(amounts.bend, &generator), Wave(amounts.bend, &generator))
    let (sine, cosine) = (sinf(angle), cosf(angle))
    path.map { point in
      let slanted = SIMD2((point.x - shear * point.y) * stretch, point.y / stretch)
      let turned = SIMD2(
        slanted.x * cosine - slanted.y * sine, slanted.x * sine + slanted.y * cosine)
      return turned + waves.0.offset(at: turned) + waves.1.offset(at: turned)
    }
  }
}
