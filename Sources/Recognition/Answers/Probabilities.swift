/// Ten probabilities, for 0 to 9, kept without memory of their own.
public struct Probabilities: RandomAccessCollection, Equatable, Sendable {
  /// How many there are.
  public static let count = 10
  private var values = SIMD16<Float>(repeating: 0)

  /// All zero.
  public init() {}

  /// The first ten numbers at `source`.
  package init(_ source: UnsafePointer<Float>) {
    for digit in 0..<Probabilities.count { values[digit] = source[digit] }
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { Probabilities.count }

  public subscript(digit: Int) -> Float { values[digit] }

  /// The most probable digit.
  var top: Int { largest { _ in true } }

  /// The most probable digit but for `top`.
  func second(after top: Int) -> Int { largest { $0 != top } }

  private func largest(_ isWanted: (Int) -> Bool) -> Int {
    var best: Int?
    for digit in indices where isWanted(digit) && best.map({ values[digit] > values[$0] }) ?? true { best = digit }
    return best ?? 0
  }

  /// Adds those of another model with a weight.
  mutating func add(_ others: Probabilities, weight: Float) { values += others.values * weight }
}
