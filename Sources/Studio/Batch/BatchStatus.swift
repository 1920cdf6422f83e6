import Recognition

/// What came of a row.
package enum BatchStatus: UInt8, Sendable {
  case sure, unsure, blank, bad

  init(_ status: Answer.Status) {
    self =
      switch status {
      case .ok: .sure
      case .unsure: .unsure
      case .blank: .blank
      }
  }

  /// The status of an answer; nil where there is none.
  var answered: Answer.Status? {
    switch self {
    case .sure: .ok
    case .unsure: .unsure
    case .blank: .blank
    case .bad: nil
    }
  }
}
