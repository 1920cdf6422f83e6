public import Graphics
public import Ink

/// Everything that the window shows, as one value.
public struct StudioState: Equatable {
  public var document = DrawingDocument()
  public var tab = Tab.draw
  public var tool = Tool.pen
  public var preferences = Preferences()
  public var overlay: Overlay?
  public var notice: Notice?
  /// The models that can be chosen.
  public var models: [ModelEntry] = []
  /// What is known of the one in use; nil until it is loaded.
  public var model: ModelFacts?
  /// Why the model that was asked for cannot be used.
  public var modelProblem: String?
  /// The last answer, perhaps to older ink.
  public var reading = Reading.blank(revision: 0)
  /// The drawing that an answer was asked for, when it is not live.
  public var askedRevision = 0
  /// The device that draws and the one that erases.
  public var drawingDevice: Int?
  public var erasingDevice: Int?
  /// Where the eraser is, in canvas units.
  public var eraser: SIMD2<Double>?
  /// Whether the eraser has taken something since it touched the paper.
  public var hasErased = false
  /// The time of the drawing's first point, by the host's clock in milliseconds, and when that point was drawn.
  public var inkClock: UInt32?
  /// The pixel of the 28×28 picture under the pointer: column and row.
  public var pixel: SIMD2<Int>?
  /// Whether something is dragged over the window.
  public var isDropTarget = false
  public var isFullscreen = false
  /// What is going on that takes longer than a moment.
  public var busy: String?
  /// Whether the drawing is safe on the disk; otherwise why not.
  public var saveProblem: String?
  /// Whether anything was ever drawn here: the tip for the first time.
  public var hasDrawn = false
  /// The last drawings that were opened or saved.
  public var recent: [String] = []
  /// What the desktop asks for.
  public var desktopIsDark: Bool?
  public var desktopReducesMotion = false
  public var desktopScale = 1.0
  /// The window's size in pixels.
  public var window = PixelSize(width: 1280, height: 800)
  /// Medians of the last second, as they are shown.
  public var recogniseTime: Duration?
  public var screenTime: Duration?

  /// A blank canvas.
  public init() {}

  /// Whether the dark look is on.
  public var isDark: Bool {
    switch preferences.look {
    case .system: desktopIsDark ?? false
    case .light: false
    case .dark: true
    }
  }

  /// The colours.
  public var theme: Theme { isDark ? .dark : .light }

  /// Whether nothing moves that need not.
  public var reducesMotion: Bool { preferences.reducesMotion ?? desktopReducesMotion }

  /// Pixels of one unit: what is asked for, as far as the window has room for it.
  public var scale: Double { min(wantedScale, roomyScale) }

  /// The scale that was asked for.
  public var wantedScale: Double { preferences.scale ?? desktopScale }

  /// The largest scale at which everything fits, in quarters.
  private var roomyScale: Double {
    let smallest = StudioState.smallestWindow
    let fits = min(
      Double(window.width) / Double(smallest.width), Double(window.height) / Double(smallest.height))
    return max(1, (fits * 4).rounded(.down) / 4)
  }

  /// In pixels: at scale 1 everything has room in it.
  static let smallestWindow = PixelSize(width: 680, height: 480)

  /// What all ink is drawn with.
  var pen: InkPen { InkPen(width: preferences.penWidth, pressure: preferences.pressure) }

  /// Half the width of the eraser, in canvas units.
  static let eraserRadius = 18.0
}
