import Dispatch
import Graphics
import Ink
import Recognition
import Toolkit

extension Studio {
  /// Runs `work` away from the main thread and does `action` afterwards with what it gave; `busy` is what is said where
  /// it takes long.
  func inBackground<Result: Sendable>(
    on queue: DispatchQueue? = nil, busy: String? = nil, _ work: @escaping @Sendable () -> Result,
    then action: @escaping @MainActor @Sendable (Studio, Result) -> Void
  ) {
    let mailbox = host.mailbox
    worksUnderWay += 1
    let waiting = busy.map { busyWork.begin($0, at: host.now) }
    (queue ?? files).async { [weak self] in
      let result = work()
      mailbox.post { self?.finishWork(waiting) { action($0, result) } }
    }
  }

  private func finishWork(_ waiting: Int?, _ action: (Studio) -> Void) {
    worksUnderWay -= 1
    if let waiting { busyWork.end(waiting) }
    tellBusy()
    action(self)
  }

  /// Whether work in the background was begun whose result has not been taken.
  package var hasWork: Bool { worksUnderWay > 0 }
  /// Says what takes long, or no longer.
  func tellBusy() {
    let words = busyWork.words(at: host.now)
    if words != state.busy { perform(.busy(words)) }
  }

  /// Returns when all work on files, models and evaluations is done; what came of it is in the mailbox.
  package func waitForFiles() {
    files.sync {}
    models.sync {}
    evaluations.sync {}
    pictures.sync {}
    inspections.sync {}
    batches.wait()
    desk.queue.sync {}
    numberDesk.queue.sync {}
    waitForLearning()
  }

  /// Returns when everything that must not be lost is on the disk: the drawing, files that are being saved, settings.
  func keepEverything() {
    batches.cancel()
    digitWork?.stop()
    teachWork?.stop()
    autosave?.flush()
    learning?.close()
    learning = nil
    files.sync {}
    settingsFile.flush()
    recent.flush()
    events?.flush()
  }

  // MARK: In

  /// Opens a drawing or a picture; a folder has many.
  func open(_ path: String) {
    let name = SafeName.last(of: path)
    inBackground(busy: "Opening \(name) …", { PathKind(of: path) == .directory ? nil : OpenedFile.read(path) }) {
      (studio: Studio, file: OpenedFile?) in
      switch file {
      case nil: studio.perform(.batch(.open([path])))
      case .drawings(let contents):
        studio.perform(.opened(contents.drawings[0], from: path))
        studio.remember(path)
        studio.tellOthers(contents)
        studio.tell(contents.troubles)
      case .picture(let image):
        studio.perform(.placed(image))
        studio.perform(.named(name))
      case .failed(let reason):
        studio.note(.data, reason)
        studio.perform(.pictureFailed(reason))
      }
    }
  }

  /// Puts a picture that came from another program under the ink.
  func place(_ bytes: [UInt8]) {
    inBackground(busy: "Reading the picture …", { OpenedFile.decode(bytes) }) { studio, file in
      switch file {
      case .picture(let image): studio.perform(.placed(image))
      case .failed(let reason): studio.perform(.pictureFailed(reason))
      case .drawings: break
      }
    }
  }

  // MARK: Out

  /// Saves the drawing.
  func save(to path: String) {
    let drawing = state.savedDrawing
    inBackground(
      busy: "Saving \(SafeName.last(of: path)) …",
      { FileOutcome { () throws(FileTrouble) in try DrawingFile.save(drawing, path: path) } }
    ) { studio, outcome in
      studio.finish(outcome, path)
      if outcome == .done { studio.remember(path) }
    }
  }

  /// Copies the canvas as a picture, with the answer as text.
  func copy() {
    let (drawing, pen, words) = (state.document.drawing, state.pen, state.copiedText)
    inBackground({ try? Export.bytes(of: Studio.picture(of: drawing, pen), as: .png) }) { studio, png in
      guard let png else { return studio.perform(.notice(Notice(.bad, "The canvas could not be copied"))) }
      studio.host.offer(ClipboardOffer([ClipboardOffer.png: png, ClipboardOffer.text: Array(words.utf8)]))
      studio.perform(.notice(Notice(.good, "Copied: paste the canvas as a picture anywhere")))
    }
  }

  /// The drawing on white paper, for other programs.
  nonisolated static func picture(of drawing: Drawing, _ pen: InkPen) -> Export.Picture {
    let theme = Theme.light
    let picture = DrawingPicture(drawing, pen: pen, ink: theme.ink, paper: theme.canvas)
    let size = Size(width: CanvasSpace.side, height: CanvasSpace.side)
    return Export.Picture(size: size, scale: 1, title: "Drawing") { picture.draw(on: $0, in: Rect(size)) }
  }

  func finish(_ outcome: FileOutcome, _ path: String) {
    switch outcome {
    case .done: perform(.saved(path: path))
    case .failed(let reason): perform(.notice(Notice(.bad, reason)))
    }
  }

  func remember(_ path: String) {
    recent.add(path)
    perform(.named(SafeName.last(of: path)))
    perform(.recent(RecentDrawings.adding(path, to: state.recent)))
  }

  /// Writes the picture of the last frame where the options ask for it.
  func writeScreenshot() throws {
    guard let path = options.screenshot else { return }
    try FileTrouble.save(try PNG.encode(host.surface), to: path)
  }
}

/// How work on a file ended.
enum FileOutcome: Equatable, Sendable {
  case done
  case failed(String)

  init(_ work: () throws(FileTrouble) -> Void) {
    do throws(FileTrouble) {
      try work()
      self = .done
    } catch {
      self = .failed("\(error)")
    }
  }
}
