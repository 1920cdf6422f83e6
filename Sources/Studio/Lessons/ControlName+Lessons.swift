import Toolkit

extension ControlName {
  static let lessonBack: ControlName = "lesson.back"
  static let lessonNext: ControlName = "lesson.next"
  static let lessonEnd: ControlName = "lesson.end"
  static let presenter: ControlName = "presenter"
  /// The same in the list and in the settings.
  static let presenterInList: ControlName = "lessons.presenter"
  static let presenterSetting: ControlName = "settings.presenter"
  static let openLesson: ControlName = "lessons.open"
  static let black: ControlName = "black"

  static func lesson(_ index: Int) -> ControlName { ControlName(rawValue: "lessons.\(index + 1)") }
}
