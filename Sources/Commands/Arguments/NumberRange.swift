/// The numbers that an option accepts.
package struct NumberRange: Equatable, Sendable, CustomStringConvertible {
  /// One end: the number itself may be part of the range or not.
  package enum Bound: Equatable, Sendable {
    case including(Double)
    case excluding(Double)
  }

  let low: Bound
  let high: Bound?

  /// A range from `low` to `high`, or without an upper end.
  init(_ low: Bound, _ high: Bound? = nil) {
    self.low = low
    self.high = high
  }

  /// Whether `value` is in the range.
  func contains(_ value: Double) -> Bool {
    let isHighEnough =
      switch low {
      case .including(let bound): value >= bound
      case .excluding(let bound): value > bound
      }
    let isLowEnough =
      switch high {
      case .including(let bound): value <= bound
      case .excluding(let bound): value < bound
      case nil: true
      }
    return isHighEnough && isLowEnough
  }

  /// The range in words, such as `at least 0 and below 1`.
  package var description: String {
    let start =
      switch low {
      case .including(let bound): "at least \(NumberRange.text(bound))"
      case .excluding(let bound): "above \(NumberRange.text(bound))"
      }
    switch high {
    case .including(let bound): return "\(start) and at most \(NumberRange.text(bound))"
    case .excluding(let bound): return "\(start) and below \(NumberRange.text(bound))"
    case nil: return start
    }
  }

  private static func text(_ value: Double) -> String { value == value.rounded() ? String(Int(value)) : String(value) }
}
