package import DigitData
public import Graphics

/// What the command line asks of the window.
public struct StudioOptions: Equatable, Sendable {
  /// Pictures and drawings to open.
  public var files: [String]
  /// A model directory or the name of an installed model.
  public var model: String?
  /// How light the window is; nil: as it was last.
  package var look: Settings.Look?
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
  public var size: SIMD2<Int>?
  /// How large the window is, in units.
  public var windowSize: Size {
    let size = size ?? SIMD2(1280, 800)
    return Size(width: Double(size.x), height: Double(size.y))
  }
  /// Whether latencies are measured and printed.
  public var isBenchmark = false
  /// The files of test digits and where they are downloaded from; nil: MNIST and the usual places.
  package var digitFiles: MNISTFiles?
  package var mirrors: [String]?
  /// The version of the program.
  public var version = "unknown"

  /// Files, a model and a theme (`dark`, `light` or `system`), everything else as usual.
  public init(files: [String] = [], model: String? = nil, theme: String? = nil) {
    self.files = files
    self.model = model
    look = theme.flatMap { Settings.Look(rawValue: $0) }
  }
}
