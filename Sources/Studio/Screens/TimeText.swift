import Charts

/// Durations as they are shown: two significant digits.
enum TimeText {
  /// Such as `0.14 ms`, `1.1 ms`, `23 ms`.
  static func milliseconds(_ time: Duration) -> String {
    let value = time.milliseconds
    let decimals = value < 1 ? 2 : value < 10 ? 1 : 0
    return NumberText.fixed(value, decimals) + " ms"
  }
}

extension Duration {
  /// The whole duration in milliseconds.
  var milliseconds: Double {
    Double(components.seconds) * 1e3 + Double(components.attoseconds) * 1e-15
  }
}
