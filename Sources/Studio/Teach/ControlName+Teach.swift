import Toolkit

extension ControlName {
  static let teach: ControlName = "teach"
  static let undoNotice: ControlName = "notice.undo"
  static let teachUndo: ControlName = "teach.undo"
  static let teachDrawings: ControlName = "teach.drawings"
  static let teachExport: ControlName = "teach.export"
  static let teachDraw: ControlName = "teach.draw"
  static let teachOpen: ControlName = "teach.open"
  static let teachDelete: ControlName = "teach.delete"
  static let teachLearn: ControlName = "teach.learn"
  static let teachWithDownload: ControlName = "teach.download"
  static let stopLesson: ControlName = "teach.stop"
  static let unlearn: ControlName = "teach.unlearn"

  /// Says which digit the drawing on the canvas is.
  static func teachDigit(_ digit: Int) -> ControlName { ControlName(rawValue: "teach.digit.\(digit)") }
  /// Says which digit the chosen drawing is.
  static func teachLabel(_ digit: Int) -> ControlName { ControlName(rawValue: "teach.label.\(digit)") }
}
