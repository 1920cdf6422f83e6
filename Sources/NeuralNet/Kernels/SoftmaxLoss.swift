internal import Glibc

/// Softmax with cross-entropy against soft targets, and its gradient, in one pass over the logits.
enum SoftmaxLoss {
  /// Turns `count` logits into probabilities, after division by `temperature`.
  static func probabilities(
    _ logits: UnsafePointer<Float>, to result: UnsafeMutablePointer<Float>, count: Int, temperature: Float = 1
  ) {
    var largest = logits[0]
    for index in 1..<max(count, 1) where logits[index] > largest { largest = logits[index] }
    var sum: Float = 0
    for index in 0..<count {
      result[index] = expf((logits[index] - largest) / temperature)
      sum += result[index]
    }
    for index in 0..<count { result[index] /= sum }
  }

  /// The cross-entropy of probabilities against soft targets.
  static func crossEntropy(of probabilities: UnsafePointer<Float>, against targets: UnsafePointer<Float>, count: Int)
    -> Double
  {
    var loss: Float = 0
    for index in 0..<count where targets[index] > 0 {
      // A probability that is not a number must stay one: it is how divergence is noticed.
      loss -= targets[index] * logf(probabilities[index] < 1e-12 ? 1e-12 : probabilities[index])
    }
    return Double(loss)
  }

  /// The index of the largest of `count` values, the first where several are.
  static func largest(_ values: UnsafePointer<Float>, count: Int) -> Int {
    var best = 0
    for index in 1..<max(count, 1) where values[index] > values[best] { best = index }
    return best
  }
}
