import Toolkit

extension ControlName {
  static let timePlay: ControlName = "time.play"
  static let timeScrub: ControlName = "time.scrub"
}
