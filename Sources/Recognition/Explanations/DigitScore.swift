import Glibc

/// What a network makes of one picture: ten scores, and the probabilities that follow from them.
struct DigitScore: Sendable {
  /// The logits over the model's temperature: differences are logarithms of odds.
  private var logits = SIMD16<Float>(repeating: 0)
  let probabilities: Probabilities

  init(logits: UnsafePointer<Float>, probabilities: UnsafePointer<Float>, temperature: Float) {
    for digit in 0..<Probabilities.count { self.logits[digit] = logits[digit] / temperature }
    self.probabilities = Probabilities(probabilities)
  }

  /// The logarithm of a digit's probability, not below that of a billionth.
  func logarithm(of digit: Int) -> Float { logf(max(1e-9, probabilities[digit])) }

  /// How much more the picture looks like one digit than like another.
  func margin(of digit: Int, over other: Int) -> Float { logits[digit] - logits[other] }
}
