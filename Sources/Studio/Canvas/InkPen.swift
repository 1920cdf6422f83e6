import Ink

/// What ink is drawn with: all strokes of a drawing with the same pen.
public struct InkPen: Equatable, Sendable {
  /// In units of the drawing.
  public var width: Double
  public var pressure: PressureWidth

  /// Takes both as they are; a width that is none becomes a thin one.
  public init(width: Double, pressure: PressureWidth = .gentle) {
    self.width = width > 0 && width.isFinite ? width : 1
    self.pressure = pressure
  }

  /// How far ink can lie from the middle of its line.
  var largestRadius: Double { width * pressure.largestFactor / 2 }

  /// Half the width of the line at a pressure.
  func radius(at pressure: Double?) -> Double { self.pressure.width(of: width, at: pressure) / 2 }

  /// By then a pen that knows about pressure has said so.
  private static let pointsUntilPressure = 4

  /// Whether the pressure of a stroke counts; nil while that is not known.
  ///
  /// Some pens report 0 from press to release, and some only at the press. A stroke that begins with nothing else has the
  /// pen's own width throughout.
  func heedsPressure(of points: [InkPoint]) -> Bool? {
    guard pressure != .off else { return false }
    for index in 0..<min(points.count, InkPen.pointsUntilPressure) {
      guard let pressure = points[index].pressure else { return false }
      if pressure > 0 { return true }
    }
    return points.count < InkPen.pointsUntilPressure ? nil : false
  }
}
