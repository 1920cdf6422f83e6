/// Seven steps of one hue with fixed bins, so that two models can be compared by eye.
public struct ColorRamp: Equatable, Sendable {
  /// One step: the colour of the cell and that of a number on it.
  public struct Step: Equatable, Sendable {
    public var color: Color
    public var number: Color
  }

  /// From nothing to most.
  public let steps: [Step]

  /// What the bins of `step(forCount:)` are called.
  public static let countNames = ["0", "1", "2–3", "4–7", "8–15", "16–99", "100+"]
  /// What the bins of `step(forPercent:)` are called.
  public static let percentNames = ["0", "< .2", "< .5", "< 1", "< 2", "< 50", "≥ 50"]

  /// Takes seven cell colours and the colours of their numbers.
  init(_ colors: [UInt32], numbers: [UInt32]) {
    steps = zip(colors, numbers).map { Step(color: Color($0), number: Color($1)) }
  }

  /// The step of a count of digits.
  public func step(forCount count: Int) -> Int { [1, 2, 4, 8, 16, 100].count { count >= $0 } }

  /// The step of a share of a row, 0…100.
  public func step(forPercent percent: Double) -> Int {
    percent <= 0 ? 0 : 1 + [0.2, 0.5, 1, 2, 50].count { percent >= $0 }
  }

  /// The colour at 0…1 with soft changes between the steps, for maps of many values.
  public func color(at fraction: Double) -> Color { Color.blend(steps.map(\.color), at: fraction) }
}

extension Color {
  /// The colour at 0…1 along evenly spaced `stops`; the ends beyond.
  static func blend(_ stops: [Color], at fraction: Double) -> Color {
    let place = min(1, max(0, fraction.isFinite ? fraction : 0)) * Double(stops.count - 1)
    let index = min(Int(place), stops.count - 2)
    return stops[index].interpolated(to: stops[index + 1], fraction: place - Double(index))
  }
}
