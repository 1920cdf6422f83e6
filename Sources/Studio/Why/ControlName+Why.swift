import Toolkit

extension ControlName {
  static let whyMap: ControlName = "why.map"
}
