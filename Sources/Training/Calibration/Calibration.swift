import Glibc
public import NeuralNet
import Recognition

/// Sets a model's temperature and thresholds by drawings of people whom it was not trained on.
public struct Calibration: Equatable, Sendable {
  /// The share of digits that the thresholds may call unsure, shared evenly by the two.
  public static let rejectedShare = 0.01

  public let temperature: Float
  public let leastConfidence: Float
  public let leastEnergy: Float

  /// Finds the values for logits in rows of ten with the digit of each row; there is at least one.
  public init(logits: [Float], labels: [UInt8]) {
    precondition(!labels.isEmpty && logits.count == labels.count * 10, "\(logits.count) logits of \(labels.count) rows")
    temperature = Calibration.temperature(logits, labels)
    let scale = 1 / temperature
    var (confidences, energies): ([Float], [Float]) = ([], [])
    logits.withUnsafeBufferPointer { logits in
      guard let logits = logits.baseAddress else { return }
      for row in labels.indices {
        let energy = Rejection.energy(logits + row * 10, scale: scale)
        let top = (0..<10).map { logits[row * 10 + $0] * scale }.max() ?? 0
        energies.append(energy)
        confidences.append(expf(top - energy))
      }
    }
    leastConfidence = Calibration.lowest(confidences)
    leastEnergy = Calibration.lowest(energies)
  }

  /// `model` with these values in its metadata.
  public func applied(to model: Model) -> Model {
    var model = model
    model.metadata.temperature = temperature
    model.metadata.thresholds[Rejection.confidenceKey] = leastConfidence
    model.metadata.thresholds[Rejection.energyKey] = leastEnergy
    return model
  }

  /// The value below which half the share of digits that may be unsure lie.
  private static func lowest(_ scores: [Float]) -> Float {
    scores.sorted()[Int(Double(scores.count) * rejectedShare / 2)]
  }

  /// The temperature with the lowest cross-entropy, by golden section on its logarithm.
  private static func temperature(_ logits: [Float], _ labels: [UInt8]) -> Float {
    let ratio: Float = 0.618_034
    var (low, high): (Float, Float) = (logf(0.2), logf(5))
    for _ in 0..<30 {
      let (first, second) = (high - ratio * (high - low), low + ratio * (high - low))
      if loss(logits, labels, expf(first)) < loss(logits, labels, expf(second)) { high = second } else { low = first }
    }
    return expf((low + high) / 2)
  }

  /// The cross-entropy as if one digit more had been seen and taken for any of the ten: where all are read right, that is
  /// a sign of good work, not of answers that cannot be wrong.
  private static func loss(_ logits: [Float], _ labels: [UInt8], _ temperature: Float) -> Double {
    var sum = 0.0
    let doubt = 1 / Double(labels.count + 1)
    logits.withUnsafeBufferPointer { logits in
      guard let logits = logits.baseAddress else { return }
      for (row, label) in labels.enumerated() {
        let values = UnsafeBufferPointer(start: logits + row * 10, count: 10)
        let energy = Double(Rejection.energy(logits + row * 10, scale: 1 / temperature))
        let mean = values.reduce(0.0) { $0 + Double($1) } / 10
        let wanted = (1 - doubt) * Double(values[Int(label)]) + doubt * mean
        sum += energy - wanted / Double(temperature)
      }
    }
    return sum
  }
}
