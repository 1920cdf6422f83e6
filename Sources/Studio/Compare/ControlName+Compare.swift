import Toolkit

extension ControlName {
  static let comparedCurves: ControlName = "compare.chart"
  static let race: ControlName = "compare.race"
  static let compareTable: ControlName = "compare.table"
  static let difference: ControlName = "compare.matrix"

  static func compared(_ name: String) -> ControlName { ControlName(rawValue: "compare.model.\(name)") }
  static func comparePage(_ page: CompareState.Page) -> ControlName {
    ControlName(rawValue: "compare.page.\(page.rawValue)")
  }
  static func curve(_ curve: CompareState.Curve) -> ControlName { ControlName(rawValue: "compare.\(curve.rawValue)") }
  static func firstModel(_ slot: Int) -> ControlName { ControlName(rawValue: "compare.first.\(slot)") }
  static func secondModel(_ slot: Int) -> ControlName { ControlName(rawValue: "compare.second.\(slot)") }
}
