import Toolkit

/// What stands beside the table.
package enum BatchPage: String, CaseIterable, Sendable {
  case summary, row, confusion

  /// What stands on its segment.
  var title: String {
    switch self {
    case .summary: "Summary"
    case .row: "Row"
    case .confusion: "Confusion"
    }
  }

  /// The name of its segment.
  var control: ControlName { ControlName(rawValue: "batch.page.\(rawValue)") }
}
