/// An axis that counts how far a wheel was turned or fingers moved, without end.
package struct ScrollAxis: Equatable, Sendable {
  /// Which of the device's axes.
  package var number: Int
  package var isHorizontal: Bool
  /// How far the axis goes in one notch; negative where the direction is the other one.
  package var increment: Double
  /// Where the axis was last; nil where that is not known.
  package var last: Double?

  /// Takes everything as it is.
  package init(number: Int, isHorizontal: Bool, increment: Double, last: Double? = nil) {
    self.number = number
    self.isHorizontal = isHorizontal
    self.increment = increment
    self.last = last
  }

  /// More at once is no movement of a hand: the counter was set to another value.
  private static let mostNotches = 50.0

  /// Goes to `value` and says by how many notches, to the right or down.
  package mutating func move(to value: Double) -> Double {
    let before = last
    last = value
    guard let before, increment != 0 else { return 0 }
    let notches = (value - before) / increment
    return notches.isFinite && abs(notches) <= ScrollAxis.mostNotches ? notches : 0
  }
}
