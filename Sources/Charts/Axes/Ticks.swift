import Glibc

/// Round values along an axis and how they are written.
public struct Ticks: Equatable, Sendable {
  public let values: [Double]
  /// One per value.
  public let texts: [String]

  init(values: [Double], decimals: [Int]) {
    self.values = values
    texts = zip(values, decimals).map { $0 == 0 ? "0" : NumberText.fixed($0, $1) }
  }

  /// Multiples of 1, 2, 2.5 or 5 × 10ⁿ inside `range`: as many as there are, at most `limit`.
  public static func linear(_ range: ClosedRange<Double>, limit: Int) -> Ticks {
    let span = range.upperBound - range.lowerBound
    guard span > 0, span.isFinite, limit >= 2 else { return single(range.lowerBound) }
    for exponent in Int(floor(log10(span))) - 3...Int(floor(log10(span))) + 1 {
      for factor in [1, 2, 2.5, 5] {
        let values = multiples(of: factor * pow(10, Double(exponent)), in: range)
        guard values.count <= limit else { continue }
        let decimals = max(0, -exponent + (factor == 2.5 ? 1 : 0))
        return Ticks(values: values, decimals: values.map { _ in decimals })
      }
    }
    return single(range.lowerBound)
  }

  /// Values of the pattern 1, 2, 5 (or 1, 3; or 1) × 10ⁿ inside `range`, at most `limit`; linear ones in a narrow range.
  public static func logarithmic(_ range: ClosedRange<Double>, limit: Int) -> Ticks {
    guard range.lowerBound > 0, range.upperBound.isFinite, range.upperBound > range.lowerBound else {
      return linear(range, limit: limit)
    }
    let decades = Int(floor(log10(range.lowerBound)))...Int(floor(log10(range.upperBound)))
    for (factors, stride) in [([1.0, 2, 5], 1), ([1.0, 3], 1), ([1.0], 1), ([1.0], 2), ([1.0], 3)] {
      let kept = decades.filter { $0 % stride == 0 }
      let values = kept.flatMap { products(factors, decade: $0) }.filter { isInside($0, range) }
      if values.count <= limit { return values.count < 3 ? widened(values, range, limit) : logarithmic(values) }
    }
    return linear(range, limit: limit)
  }

  /// Epoch 1, round epochs and, where it fits, the last: whole numbers, at most about `limit`.
  public static func epochs(_ count: Int, limit: Int) -> Ticks {
    guard count > 0 else { return Ticks(values: [], decimals: []) }
    var values = [1]
    // Nobody counts epochs in twos: after each one come 5, 10, 20 and so on.
    let steps = [1, 5] + (1..<9).flatMap { products([1, 2, 5], decade: $0) }.map { Int($0) }
    if let step = steps.first(where: { (count + $0 - 1) / $0 + 1 <= max(2, limit) }) {
      let gap = 3 * step / 5
      values += stride(from: step, through: count, by: step).filter { $0 - 1 >= max(1, gap) }
      if let last = values.last, count - last >= max(1, gap) { values.append(count) }
    }
    return Ticks(values: values.map(Double.init), decimals: values.map { _ in 0 })
  }

  private static func products(_ factors: [Double], decade: Int) -> [Double] {
    let power = pow(10, Double(decade))
    return factors.map { $0 * power }
  }

  private static func isInside(_ value: Double, _ range: ClosedRange<Double>) -> Bool {
    value >= range.lowerBound * (1 - 1e-9) && value <= range.upperBound * (1 + 1e-9)
  }

  private static func multiples(of step: Double, in range: ClosedRange<Double>) -> [Double] {
    // A hair of slack: 0.3 / 0.1 is 2.9999999999999996.
    let first = ceil(range.lowerBound / step - 1e-9)
    let last = floor(range.upperBound / step + 1e-9)
    guard first <= last, last - first < 1000 else { return first > last ? [] : [Double](repeating: 0, count: 1000) }
    return stride(from: first, through: last, by: 1).map { $0 * step }
  }

  /// Too few round values on a logarithmic axis: linear ones say more.
  private static func widened(_ values: [Double], _ range: ClosedRange<Double>, _ limit: Int) -> Ticks {
    // Even values stand closer and closer towards the top of a logarithmic axis.
    let linear = linear(range, limit: max(2, limit / 2))
    return linear.values.count > values.count ? linear : logarithmic(values)
  }

  private static func logarithmic(_ values: [Double]) -> Ticks {
    let decimals = values.map { max(0, Int(-floor(log10($0) + 1e-9))) }
    let most = decimals.max() ?? 0
    return Ticks(values: values, decimals: most <= 3 ? decimals.map { _ in most } : decimals)
  }

  private static func single(_ value: Double) -> Ticks {
    let value = value.isFinite ? value : 0
    return Ticks(values: [value], decimals: [value == value.rounded() ? 0 : 3])
  }
}
