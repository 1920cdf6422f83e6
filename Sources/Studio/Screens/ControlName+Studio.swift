import Toolkit

extension ControlName {
  static let canvas: ControlName = "canvas"
  static let pen: ControlName = "pen"
  static let eraser: ControlName = "eraser"
  static let width: ControlName = "width"
  static let widthSlider: ControlName = "width.slider"
  static let undo: ControlName = "undo"
  static let redo: ControlName = "redo"
  static let clear: ControlName = "clear"
  static let open: ControlName = "open"
  static let save: ControlName = "save"
  static let paste: ControlName = "paste"
  static let copy: ControlName = "copy"
  static let export: ControlName = "export"
  static let modelMenu: ControlName = "model"
  static let settings: ControlName = "settings"
  static let help: ControlName = "help"
  static let more: ControlName = "more"
  static let live: ControlName = "live"
  static let onEnter: ControlName = "onenter"
  static let recognise: ControlName = "recognise"
  static let network: ControlName = "network"
  static let closeNotice: ControlName = "notice.close"
  static let closeOverlay: ControlName = "close"
  static let startDrawing: ControlName = "home.draw"
  static let about: ControlName = "about"
  static let aboutAtHome: ControlName = "home.about"
  static let grid: ControlName = "settings.grid"
  static let motion: ControlName = "settings.motion"
  static let larger: ControlName = "settings.larger"
  static let smaller: ControlName = "settings.smaller"
  static let usualScale: ControlName = "settings.scale"
  static let fullscreen: ControlName = "settings.fullscreen"

  static func model(_ name: String) -> ControlName { ControlName(rawValue: "model.\(name)") }
  static func look(_ look: Settings.Look) -> ControlName { ControlName(rawValue: "settings.look.\(look.rawValue)") }
  static func pressure(_ mode: PressureWidth) -> ControlName { ControlName(rawValue: "pressure.\(mode.rawValue)") }
  static func recent(_ index: Int) -> ControlName { ControlName(rawValue: "home.recent.\(index)") }
}

extension Tab {
  /// The name of its tab.
  var control: ControlName { ControlName(rawValue: "tab.\(rawValue)") }
}
