import Toolkit

extension ControlName {
  static let lessonBack: ControlName = "lesson.back"
  static let lessonNext: ControlName = "lesson.next"
  static let lessonEnd: ControlName = "lesson.end"
  static let presenter: ControlName = "presenter"
  static let openLesson: ControlName = "lessons.open"
  static let black: ControlName = "black"

  static func lesson(_ index: Int) -> ControlName { ControlName(rawValue: "lessons.\(index + 1)") }
}
