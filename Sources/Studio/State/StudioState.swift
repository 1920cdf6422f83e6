package import Graphics
package import Ink

/// Everything that the window shows, as one value.
package struct StudioState: Equatable {
  package var document = DrawingDocument()
  package var tab = Tab.draw
  package var tool = Tool.pen
  package var settings = Settings()
  package var overlay: Overlay?
  package var notice: Notice?
  package var performance = PerformanceState()
  package var batch = BatchState()
  package var image = ImageState()
  package var compare = CompareState()
  package var about = AboutState()
  package internal(set) var inside = InsideState()
  package var why = WhyState()
  package var learn = LearnState()
  package var time = TimeMachine()
  package internal(set) var numbers = NumberState()
  package var lessons = LessonsState()
  package var teach = TeachState()
  /// The models that can be chosen.
  package var models: [ModelEntry] = []
  /// What is known of the one in use; nil until it is loaded.
  package var model: ModelFacts?
  /// Why the model that was asked for cannot be used.
  package var modelProblem: String?
  /// The last answer, perhaps to older ink.
  package var reading = Reading.blank(revision: 0)
  /// The drawing that an answer was asked for, when it is not live.
  package var askedRevision = 0
  /// The device that draws and the one that erases.
  package var drawingDevice: Int?
  package var erasingDevice: Int?
  /// Where the eraser is, in canvas units.
  package var eraser: SIMD2<Double>?
  /// Whether the eraser has taken something since it touched the paper.
  package var hasErased = false
  /// The time of the drawing's first point, by the host's clock in milliseconds, and when that point was drawn.
  package var inkClock: UInt32?
  /// The pixel of the 28×28 picture under the pointer: column and row.
  package var pixel: SIMD2<Int>?
  /// Whether something is dragged over the window.
  package var isDropTarget = false
  package var isFullscreen = false
  /// Whether the drawing is safe on the disk; otherwise why not.
  package var saveProblem: String?
  /// Whether anything was ever drawn here: the tip for the first time.
  package var hasDrawn = false
  /// The user's home directory.
  package var home: String?
  /// What takes so long that it is told, in words.
  package var busy: String?
  /// The name of the file that the drawing came from or went to.
  package var documentName: String?
  /// Where the menu for exporting was asked for; nil: at its button.
  package var exportPlace: Point?
  /// What the file that is being chosen is for.
  package var fileTask = FileTask.open
  /// The last drawings that were opened or saved.
  package var recent: [String] = []
  /// What the desktop asks for.
  package var desktopIsDark: Bool?
  package var desktopReducesMotion = false
  package var desktopScale = 1.0
  /// The window's size in pixels.
  package var window = PixelSize(width: 1280, height: 800)
  /// Medians of the last second, as they are shown.
  package var recogniseTime: Duration?
  package var screenTime: Duration?

  /// A blank canvas.
  package init() {}

  /// Whether the dark look is on.
  package var isDark: Bool {
    switch settings.theme {
    case .system: desktopIsDark ?? false
    case .light: false
    case .dark: true
    }
  }

  /// The colours.
  package var theme: Theme { isDark ? .dark : .light }

  /// Whether nothing moves that need not.
  package var reducesMotion: Bool { settings.reducesMotion ?? desktopReducesMotion }

  /// Pixels of one unit: what is asked for, as far as the window has room for it.
  package var scale: Double { min(wantedScale, roomyScale) }

  /// The scale that was asked for, for a class even more.
  package var wantedScale: Double { usualScale * (lessons.isPresenting ? StudioState.presenterScale : 1) }

  /// The scale without the presenter view.
  var usualScale: Double { settings.scale ?? desktopScale }

  /// The largest scale at which everything fits, in quarters.
  private var roomyScale: Double {
    let least = StudioState.leastSize
    let fits = min(Double(window.width) / Double(least.width), Double(window.height) / Double(least.height))
    return max(1, lessons.isPresenting ? fits : (fits * 4).rounded(.down) / 4)
  }

  /// What all ink is drawn with.
  var pen: InkPen { InkPen(width: settings.penWidth, pressure: settings.pressure) }

  /// The least window in units.
  static let leastSize = PixelSize(width: 680, height: 480)

  /// Half the width of the eraser, in canvas units.
  static let eraserRadius = 18.0
}
