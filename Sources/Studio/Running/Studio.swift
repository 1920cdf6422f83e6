import Dispatch
import Graphics
import Ink
import Recognition
public import Toolkit

/// The desktop application: turns events into actions, actions into a new state, and the state into frames.
@MainActor
public final class Studio: HostClient {
  let host: any Host
  let options: StudioOptions
  package let stage: Stage
  let shelf: ModelShelf
  let events: EventStream?
  /// What the window shows.
  package internal(set) var state = StudioState()
  /// The drawn ink.
  let ink: InkLayer
  /// The picture beneath it.
  let picture = PictureLayer()
  var eraser: StrokeEraser
  var shownEraser: EraserPreview?
  /// The strokes before an action that is not ink.
  private(set) var strokesBefore: [Ink.Stroke]?
  /// The button that began the line or the sweep of the eraser: another one ends nothing.
  var heldButton = PointerEvent.Button.primary
  /// Where the strokes are that go.
  var erasedPart = Rect(x: 0, y: 0, width: 0, height: 0)
  /// The network in use.
  var judge: InkJudge?
  var bars = BarMotion()
  /// The network as the Inside screen shows it.
  let insideView = InsideView()
  var recogniseReadout = Readout()
  var screenReadout = Readout()
  /// Work on files, one after the other, away from the main thread.
  let files = DispatchQueue(label: "inkling.files")
  /// Models that are loaded, one after the other: no file waits for that.
  let models = DispatchQueue(label: "inkling.models")
  /// Work that takes seconds: nothing else waits for it.
  let evaluations = DispatchQueue(label: "inkling.evaluations")
  /// Pictures that are looked at to be read.
  let pictures = DispatchQueue(label: "inkling.pictures")
  /// The reading of test digits that was begun last.
  var digitWork: DigitWork?
  /// The lesson that was begun last.
  var teachWork: TeachWork?
  /// What goes on for the batch screen.
  let batches = BatchWorks()
  /// Pictures of the image screen that are looked through, one after the other.
  let inspections = DispatchQueue(label: "inkling.inspections")
  /// Whether one is looked through now, and whether again afterwards.
  var isInspecting = false
  var wantsInspection = false
  /// The picture of the image screen as it is shown.
  let photo = PhotoLayer()
  /// The networks that are compared, and those of them that have read the picture below.
  var comparedJudges: [String: InkJudge] = [:]
  var comparedNames: Set<String> = []
  var comparedFrame: GrayImage?
  /// Their bars, by name.
  var comparedBars: [String: BarMotion] = [:]
  /// Where ink is explained and its past is read.
  let desk = ExplanationDesk()
  var isExplaining = false
  var isReadingMoments = false
  /// Where numbers are read, whether one is now, and whether the next frame has something to tell.
  let numberDesk = NumberDesk()
  var isReadingNumber = false
  var hasNewNumber = false
  /// The host's time stamps of the newest ink in the number that is being read, and in the one that was.
  var numberInk: (asked: UInt32?, read: UInt32?)
  /// The training digits that ink is compared with, while somebody looks at that.
  var trainingDigits: TrainingDigits?
  /// How many points the canvas shows; nil: all.
  var shownCount: Int?
  /// When the replay began, and where; when it went on last.
  var playStart: (time: Duration, position: Double)?
  var lastPlayed = Duration.zero
  /// The training beside the window, and the network that learns as it is shown.
  var learning: LearnWork?
  let learnView = LearnView()
  let environment: [String: String]
  /// How much work of both was begun and has not come back.
  var worksUnderWay = 0
  var busyWork = BusyWork()
  var title = WindowTitle()
  let directories: Directories
  /// Keeps the drawing on the disk; nil where nobody sees the window.
  var autosave: Autosave?
  let recent: RecentDrawings
  let settingsFile: SettingsFile
  var thumbnails: [String: PixelImage] = [:]
  /// Files whose small picture has been asked for.
  var missingThumbnails: Set<String> = []

  /// When the next frame is to be made, and since when something has changed.
  var frameDue: Duration?
  var changedSince: Duration?
  /// Whether the drawing has to be read for the next frame.
  var wantsReading = false
  /// Looks at pictures with ink on them, away from the main thread, one at a time.
  let eye = PictureEye()
  var isLookingAtPicture = false
  /// What was seen and is to be read for the next frame.
  var framedPicture: FramedPicture?
  /// The host's time stamps of the newest event, and of the newest that made ink.
  var newestEvent: UInt32?
  var newestInk: UInt32?
  /// That of the newest event whose outcome was not read yet, and of the one that is handled now.
  var newestUnread: UInt32?
  var handledEvent: UInt32?
  var frameCount = 0
  var lastFrame = Duration.zero
  /// What the frames on their way to the screen were for.
  var pending: [PendingFrame] = []
  var lastInkTime: Duration?
  var isClosing = false
  var replay: Replay?
  /// The screen that was asked for and has no paper.
  var screenAfterReplay: Tab?
  private var hasStarted = false
  /// Why some of what the command line asked for could not be had.
  var failures: [StudioFailure] = []
  /// Times of all frames, where they are to be printed at the end.
  var figures: LatencyFigures?

  /// A frame on its way to the screen.
  struct PendingFrame {
    var number: Int
    var isInk: Bool
    var reading: Reading?
  }

  /// The application on `host`.
  public init(on host: any Host, options: StudioOptions, environment: [String: String]) throws {
    state.home = environment["HOME"]
    self.environment = environment
    self.host = host
    self.options = options
    stage = Stage(on: host, theme: .light)
    shelf = ModelShelf(environment: environment)
    directories = Directories(environment: environment)
    recent = RecentDrawings(directory: directories.state)
    let mailbox = host.mailbox
    let report = Report()
    settingsFile = SettingsFile(directory: directories.config) { trouble in
      mailbox.post { report.studio?.perform(.notice(Notice(.bad, "\(trouble)"))) }
    }
    events = options.writesEvents ? EventStream() : nil
    ink = try InkLayer(side: 1, pen: state.pen)
    eraser = StrokeEraser(radius: StudioState.eraserRadius, pen: state.pen)
    report.studio = self
    try begin()
  }

  /// Where reports from other threads go, once there is somebody.
  @MainActor
  private final class Report {
    weak var studio: Studio?
  }

  /// Where everything is now.
  package var layout: WindowLayout { WindowLayout(stageSize, hasTime: state.time.isShown, foot: state.foot) }

  /// Where the paper is on the current screen.
  var canvasFrame: Rect { state.canvasFrame(layout) }

  private var stageSize: Size {
    Size(width: Double(host.surface.width) / state.scale, height: Double(host.surface.height) / state.scale)
  }

  /// Takes an action and does what follows from it.
  package func perform(_ action: Action) {
    let noticeBefore = state.notice
    // Not for ink: a list that is kept would be copied when its last stroke grows.
    if case .ink = action {} else { strokesBefore = state.document.drawing.strokes }
    let effects = state.update(action)
    state.layOutLesson()
    if state.notice != noticeBefore { noticeChanged() }
    settleMoment()
    for effect in effects { run(effect) }
    strokesBefore = nil
    changed()
  }

  /// Has a frame made soon.
  func changed() {
    let now = host.now
    let since = changedSince ?? now
    changedSince = since
    // Paced: when nothing has come for 2 ms, after 8 ms at the latest.
    frameDue = min(since + .milliseconds(8), now + .milliseconds(2))
  }

  private func noticeChanged() {
    guard let notice = state.notice else { return }
    events?.notice(notice.text)
    if notice.kind != .bad, notice.end == nil { state.notice?.end = host.now + .seconds(6) }
  }

  // MARK: HostClient

  public var nextDeadline: Duration? {
    [
      frameDue, stage.nextDeadline, state.notice?.end, recogniseReadout.deadline, screenReadout.deadline,
      bars.isMoving || comparedBarsAreMoving ? lastFrame + .milliseconds(8) : nil, replay?.deadline, busyWork.deadline,
      title.deadline,
      timeDeadline,
    ].compactMap(\.self).min()
  }

  public func eventsAreHandled() {
    guard stage.needsDrawing else { return }
    present(reading: nil, isInk: newestInk != nil)
  }

  public func wake() {
    let now = host.now
    stage.wake()
    playReplay(at: now)
    playTime(at: now)
    if let end = state.notice?.end, end <= now { perform(.notice(nil)) }
    tellBusy()
    tellTitle()
    let changes = [recogniseReadout.update(at: now), screenReadout.update(at: now)]
    if changes.contains(true) {
      perform(.measured(recognise: recogniseReadout.shown, screen: screenReadout.shown))
    }
    if let frameDue, frameDue <= now {
      makeFrame()
    } else if bars.isMoving || comparedBarsAreMoving, lastFrame + .milliseconds(8) <= now {
      makeFrame()
    }
    if stage.needsDrawing { present(reading: nil, isInk: false) }
    if !hasStarted, frameCount > 0 {
      // The window is there before the network is.
      hasStarted = true
      finishStart()
    }
  }

  public func presented(_ report: FrameReport) {
    figures?.frameIsThere()
    guard let index = pending.firstIndex(where: { $0.number == report.frame }) else { return }
    let frame = pending[index]
    pending.removeFirst(index + 1)
    if let time = report.sinceEvent {
      if frame.isInk { lastInkTime = time }
      screenReadout.add(time, at: host.now)
      figures?.add(time, isInk: frame.isInk, isReading: frame.reading != nil)
    }
    guard let reading = frame.reading else { return }
    events?.prediction(reading, eventToInk: lastInkTime ?? report.sinceEvent, eventToPresent: report.sinceEvent)
    lastInkTime = nil
  }

  public func hostIsGone() { keepEverything() }
}
