/// Ten probabilities, for 0 to 9, kept without memory of their own.
public struct Probabilities: RandomAccessCollection, Equatable, Sendable {
  /// How many there are.
  public static let count = 10
  private var values = SIMD16<Float>(repeating: 0)

  /// All zero.
  public init() {}

  /// The first ten numbers at `source`.
  init(_ source: UnsafePointer<Float>) {
    for digit in 0..<Probabilities.count { values[digit] = source[digit] }
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { Probabilities.count }

  public subscript(digit: Int) -> Float { values[digit] }

  /// The most probable digit.
  var top: Int { indices.max { values[$0] < values[$1] } ?? 0 }

  /// The most probable digit but for `top`.
  func second(after top: Int) -> Int { indices.filter { $0 != top }.max { values[$0] < values[$1] } ?? 0 }

  /// Adds those of another model with a weight.
  mutating func add(_ others: Probabilities, weight: Float) { values += others.values * weight }
}
