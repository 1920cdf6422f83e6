package import Toolkit

/// Something on a screen that can be exported.
package enum ExportItem: String, CaseIterable, Sendable {
  /// What is drawn, and what the network makes of it.
  case drawing, probabilities
  /// Charts of the performance screen.
  case figures, layers, confusion, curves, classes, mistakes, calibration, thresholds, distribution, samples
  /// Everything that is known of a model, for print.
  case report

  /// What stands beside its buttons.
  var title: String {
    switch self {
    case .drawing: "Drawing"
    case .probabilities: "Probabilities"
    case .figures: "Key figures"
    case .layers: "Layers"
    case .confusion: "Confusion matrix"
    case .curves: "Curves"
    case .classes: "Report by digit"
    case .mistakes: "Mistakes"
    case .calibration: "Calibration"
    case .thresholds: "Thresholds"
    case .distribution: "Digits by class"
    case .samples: "Samples"
    case .report: "The whole report"
    }
  }

  /// What stands above the files of which one is chosen.
  var exportTitle: String { "Export: \(title.prefix(1).lowercased() + title.dropFirst())" }

  /// What a file of it is called before anybody changes that, without its ending.
  var fileName: String {
    switch self {
    case .figures: "key-figures"
    case .classes: "report-by-digit"
    default: rawValue
    }
  }

  /// What it can be written as.
  package var formats: [ExportFormat] {
    switch self {
    case .drawing: [.png, .svg, .pdf]
    case .report: [.pdf]
    default: ExportFormat.allCases
    }
  }

  /// The name of a button that exports it.
  package func control(_ format: ExportFormat) -> ControlName {
    let isShort = self == .drawing || (self == .probabilities && format == .csv)
    return ControlName(rawValue: isShort ? "export.\(format.rawValue)" : "export.\(rawValue).\(format.rawValue)")
  }
}

extension PerformancePage {
  /// The charts on it, the largest first.
  var exportItems: [ExportItem] {
    switch self {
    case .overview: [.figures, .layers]
    case .confusion: [.confusion]
    case .curves: [.curves]
    case .report: [.classes]
    case .mistakes: [.mistakes]
    case .calibration: [.calibration, .thresholds]
    case .data: [.distribution, .samples]
    }
  }
}
