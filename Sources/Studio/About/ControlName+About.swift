import Toolkit

extension ControlName {
  static let aboutText: ControlName = "about.text"
  static let closeAbout: ControlName = "about.close"

  static func aboutPage(_ page: AboutState.Page) -> ControlName { ControlName(rawValue: "about.page.\(page.rawValue)") }
}
