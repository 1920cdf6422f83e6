import Toolkit

extension ControlName {
  static let matrix: ControlName = "performance.matrix"
  static let countMeasure: ControlName = "performance.counts"
  static let shareMeasure: ControlName = "performance.shares"
  static let history: ControlName = "performance.history"
  static let smoothing: ControlName = "performance.smoothing"
  static let rawValues: ControlName = "performance.raw"
  static let logarithmic: ControlName = "performance.logarithmic"
  static let reliability: ControlName = "performance.reliability"
  static let rejection: ControlName = "performance.threshold"
  static let layers: ControlName = "performance.layers"
  static let digits: ControlName = "performance.digits"
  static let putOnCanvas: ControlName = "performance.canvas"
  static let details: ControlName = "performance.details"
}
