import Toolkit

extension ControlName {
  static let readsDigit: ControlName = "reads.digit"
  static let readsNumber: ControlName = "reads.number"
  /// The one button where there is no room for both.
  static let reads: ControlName = "reads"
  static let copyNumber: ControlName = "number.copy"

  /// The same two in the settings.
  static func settingsReads(_ kind: Settings.Reads) -> ControlName {
    ControlName(rawValue: "settings.reads.\(kind.rawValue)")
  }
  /// A row of the table, counted from 0 and named from 1.
  static func digitRow(_ index: Int) -> ControlName { ControlName(rawValue: "number.digit.\(index + 1)") }
  /// The box around a sign on the canvas.
  static func signBox(_ index: Int) -> ControlName { ControlName(rawValue: "number.sign.\(index + 1).box") }

  /// The digit of a row of the table, counted from 0.
  var digitOfRow: Int? {
    let start = "number.digit."
    guard rawValue.hasPrefix(start), let number = Int(rawValue.dropFirst(start.count)) else { return nil }
    return number - 1
  }
}
