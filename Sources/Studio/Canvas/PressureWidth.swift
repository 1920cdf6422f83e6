/// How much the width of the line follows the pressure of the pen.
public enum PressureWidth: String, CaseIterable, Sendable {
  case off, gentle, full

  /// The widest line as a multiple of the pen's width.
  var largestFactor: Double { factor(at: 1) }

  /// The width of a line drawn by a pen of width `nominal`, which is its width at half pressure; without a pressure, too.
  public func width(of nominal: Double, at pressure: Double?) -> Double {
    guard let pressure else { return nominal }
    return nominal * factor(at: min(1, max(0, pressure)))
  }

  private func factor(at pressure: Double) -> Double {
    switch self {
    case .off: 1
    case .gentle: 0.65 + 0.7 * pressure
    case .full: 0.2 + 1.6 * pressure
    }
  }
}
