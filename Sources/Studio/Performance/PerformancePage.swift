package import Toolkit

/// A part of the performance screen.
package enum PerformancePage: String, CaseIterable, Sendable {
  case overview, confusion, curves, report, mistakes, calibration, data

  /// What stands on its tab.
  var title: String {
    switch self {
    case .overview: "Overview"
    case .confusion: "Confusion"
    case .curves: "Curves"
    case .report: "Report"
    case .mistakes: "Mistakes"
    case .calibration: "Calibration"
    case .data: "Data"
    }
  }

  /// The name of its tab, and of the screen in scripts.
  package var control: ControlName { ControlName(rawValue: screenName) }

  /// The name of the screen in scripts.
  package var screenName: String { "performance.\(rawValue)" }

  /// Whether there is more beside the chart, which a small window shows on a page of its own.
  var hasDetails: Bool { self != .mistakes }

  /// Whether it needs the test digits themselves.
  var needsDigits: Bool { self == .confusion || self == .report || self == .mistakes || self == .data }
}
