import Glibc
import NeuralNet

/// A smooth wave across the picture by which ink is moved sideways.
struct Wave {
  private let amount: SIMD2<Float>
  private let frequency: SIMD2<Float>
  private let phase: Float

  /// A wave of random direction and length that moves ink by up to `reach`; half of all waves are flat.
  init(_ reach: Float, _ generator: inout SeededGenerator) {
    let height = max(generator.nextUniform(in: -reach...reach), 0)
    let (direction, motion) = (generator.nextUniform() * 2 * .pi, generator.nextUniform() * 2 * .pi)
    let perPixel = 2 * .pi / generator.nextUniform(in: 14...40)
    amount = SIMD2(cosf(motion), sinf(motion)) * height
    frequency = SIMD2(cosf(direction), sinf(direction)) * perPixel
    phase = generator.nextUniform() * 2 * .pi
  }

  /// By how much ink at `place` is moved.
  func offset(at place: SIMD2<Float>) -> SIMD2<Float> { amount * sinf((place * frequency).sum() + phase) }
}
