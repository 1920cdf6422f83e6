import Toolkit

extension ControlName {
  static let whyMap: ControlName = "why.map"
  static let whyInk: ControlName = "why.ink"
  static let whyPixels: ControlName = "why.pixels"
}
