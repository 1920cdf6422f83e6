import Charts
import Training

/// The figures of models beside each other.
struct CompareTable {
  /// One figure of the table.
  enum Column: Int, CaseIterable {
    case accuracy, loss, parameters, size, time, calibration, worst

    /// What stands above it.
    var title: String {
      switch self {
      case .accuracy: "Accuracy"
      case .loss: "Loss"
      case .parameters: "Parameters"
      case .size: "Size"
      case .time: "Per answer"
      case .calibration: "Calib. error"
      case .worst: "Worst digit"
      }
    }

    /// Those that have room where a row is so wide, the first figures longest.
    static func shown(in width: Double) -> [Column] {
      width >= 560 ? allCases : [.accuracy, .parameters, .time, .calibration, .worst]
    }

    /// Whether more is better.
    fileprivate var isBetterHigh: Bool { self == .accuracy || self == .worst }
  }

  /// A figure as it is shown.
  struct Cell: Equatable {
    var text: String
    /// Whether no other model that is compared does better, and some do worse.
    var isBest = false
  }

  /// The cells of a model, given all that are compared.
  static func cells(of model: ComparedModel, among models: [ComparedModel]) -> [Cell] {
    Column.allCases.map { column in
      guard let value = value(column, of: model) else { return Cell(text: NumberText.none) }
      let values = models.compactMap { self.value(column, of: $0) }
      let best = column.isBetterHigh ? values.max() : values.min()
      let isBest = value == best && values.contains { $0 != value }
      return Cell(text: text(column, of: model), isBest: isBest)
    }
  }

  private static func value(_ column: Column, of model: ComparedModel) -> Double? {
    let metrics = model.findings.metrics
    switch column {
    case .accuracy: return metrics?.accuracy
    case .loss: return metrics?.loss
    case .parameters: return Double(model.facts.parameters)
    case .size: return Double(model.facts.bytes)
    case .time: return model.answerTime.milliseconds
    case .calibration: return metrics?.calibrationError
    case .worst: return metrics?.worstClassRecall
    }
  }

  private static func text(_ column: Column, of model: ComparedModel) -> String {
    let value = value(column, of: model) ?? .nan
    switch column {
    case .accuracy, .calibration: return NumberText.percent(value, 2) + " %"
    case .loss: return NumberText.fixed(value, 4)
    case .parameters: return NumberText.grouped(model.facts.parameters)
    case .size: return NumberText.fixed(value / 1e6, 1) + " MB"
    case .time: return TimeText.milliseconds(model.answerTime)
    case .worst:
      let digit = model.findings.metrics?.worstClass.map { "\($0), " } ?? ""
      return digit + NumberText.percent(value, 1) + " %"
    }
  }
}
