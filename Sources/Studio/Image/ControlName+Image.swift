import Recognition
import Toolkit

extension ControlName {
  static let photo: ControlName = "image.photo"
  static let openPhoto: ControlName = "image.open"
  static let exportFrame: ControlName = "image.export"
  static let photoToCanvas: ControlName = "image.canvas"
  static let photoThreshold: ControlName = "image.threshold"
  static let resetPhoto: ControlName = "image.reset"
  static let wholePhoto: ControlName = "image.whole"

  static func polarity(_ polarity: PictureOptions.Polarity) -> ControlName {
    ControlName(rawValue: "image.polarity.\(polarity.rawValue)")
  }
}
