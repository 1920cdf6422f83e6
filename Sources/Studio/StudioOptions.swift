/// What the command line asks of the window.
public struct StudioOptions: Equatable, Sendable {
  /// Pictures and drawings to open.
  public var files: [String] = []
  /// A model directory or the name of an installed model.
  public var model: String?
  /// Whether it is dark; nil: as the desktop says.
  public var isDark: Bool?
  /// Pixels of one unit; nil: as the desktop says.
  public var scale: Double?
  /// Whether events are written on standard output.
  public var writesEvents = false
  /// A file of drawings that are drawn through the input path.
  public var replay: String?
  /// Where the picture of a screen goes.
  public var screenshot: String?
  /// The screen that is shown first.
  public var screen: String?
  /// The size of the window in units.
  public var size: (width: Int, height: Int)?
  /// Whether latencies are measured and printed.
  public var isBenchmark = false

  /// The defaults.
  public init() {}

  public static func == (one: StudioOptions, other: StudioOptions) -> Bool {
    one.files == other.files && one.model == other.model && one.isDark == other.isDark && one.scale == other.scale
      && one.writesEvents == other.writesEvents && one.replay == other.replay && one.screenshot == other.screenshot
      && one.screen == other.screen && one.size?.width == other.size?.width && one.size?.height == other.size?.height
      && one.isBenchmark == other.isBenchmark
  }
}
