/// What the user has chosen and finds again at the next start.
public struct Preferences: Equatable, Sendable {
  /// How light the window is.
  public enum Look: String, CaseIterable, Sendable {
    case system, light, dark
  }

  /// How light the window is.
  public var look = Look.system
  /// Pixels of one unit; nil: as the desktop says.
  public var scale: Double?
  /// In canvas units.
  public var penWidth = Preferences.usualPenWidth
  /// What pressure does to the width of the line.
  public var pressure = PressureWidth.gentle
  /// Whether an answer comes while the line grows; otherwise Enter asks for it.
  public var isLive = true
  public var hasGrid = false
  /// Whether nothing moves that need not; nil: as the desktop says.
  public var reducesMotion: Bool?
  /// The name of the model in use.
  public var model = "inkling"
  /// Where the file chooser was last.
  public var directory: String?

  /// The defaults.
  public init() {}

  /// The width of the pen before anybody changes it.
  public static let usualPenWidth = 42.0
  /// The widths that can be chosen, in canvas units.
  public static let penWidths = 10.0...120.0

  /// The nearest width that can be chosen.
  static func limited(_ width: Double) -> Double {
    width.isFinite ? min(penWidths.upperBound, max(penWidths.lowerBound, width)) : usualPenWidth
  }
}
