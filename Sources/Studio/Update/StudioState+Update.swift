import Graphics
import Ink
import Toolkit

extension StudioState {
  /// Makes the state what it is after `action` and says what has to happen outside of it. No clock, no files, no drawing.
  package mutating func update(_ action: Action) -> [Effect] {
    switch action {
    case .ink(let ink): update(ink)
    case .control(let name): press(name)
    case .value(let name, let value): change(name, to: value)
    case .key(let event, let focus): update(event, focus: focus)
    case .dismiss: dismiss()
    case .pixel(let place): set(\.pixel, place)
    case .scrolled(let name, let event): scroll(name, event)
    case .settings(let settings): update(settings)
    case .resized(let size): resize(to: size)
    case .dragging(let isOver): set(\.isDropTarget, isOver)
    case .delivered(let delivery): update(delivery)
    case .openPath(let path): BatchInput.isTable(path) ? openBatch([path]) : opening(path)
    case .performance(let action): update(action)
    case .menu(let place): openExportMenu(at: place)
    case .named(let name): set(\.documentName, name)
    case .busy(let words): set(\.busy, words)
    case .batch(let action): update(action)
    case .image(let action): update(action)
    case .compare(let action): update(action)
    case .about(let action): update(action)
    case .inside(let action): update(action)
    case .why(let action): update(action)
    case .time(let action): update(action)
    case .number(let action): update(action)
    case .learn(let action): update(action)
    case .lessons(let action): update(action)
    case .teach(let action): update(action)
    default: updateResult(action)
    }
  }

  /// Changes one value, which has no consequences.
  mutating func set<Value>(_ path: WritableKeyPath<StudioState, Value>, _ value: Value) -> [Effect] {
    self[keyPath: path] = value
    return []
  }

  private mutating func resize(to size: PixelSize) -> [Effect] {
    window = size
    let rows = FileChooserView.rowsOnPage(in: windowSize)
    return choosing { $0.setRowsOnPage(rows) }
  }

  private mutating func update(_ settings: HostSettings) -> [Effect] {
    desktopScale = settings.scale
    desktopIsDark = settings.isDark
    desktopReducesMotion = settings.reducesMotion
    return []
  }

  private mutating func update(_ delivery: Delivery) -> [Effect] {
    isDropTarget = false
    if delivery.way == .paste, case .files = overlay { return choosing { $0.receive(delivery.contents) } }
    if delivery.way == .paste, let field = learn.pasteField { return paste(delivery.contents, into: field) }
    switch delivery.contents {
    case .picture: return []
    case .files(let paths) where tab == .batch || paths.contains(where: BatchInput.isTable): return openBatch(paths)
    case .files(let paths): return paths.first.map { opening($0) } ?? []
    case .text:
      notice = Notice(.warning, "There is text on the clipboard, no picture: copy a picture and paste again")
    case .nothing(let reason): notice = Notice(.warning, "Nothing to paste: \(reason)")
    }
    return []
  }

  /// Takes what effects came back with.
  private mutating func updateResult(_ action: Action) -> [Effect] {
    switch action {
    case .read(let reading):
      // A stale answer is dropped; one to a little less of the stroke that is being drawn is not.
      let isOfUse = document.grownSince...document.revision ~= reading.revision
      guard isOfUse, reading.revision >= self.reading.revision else { return [] }
      self.reading = reading
    case .modelLoaded(let facts):
      (model, modelProblem) = (facts, nil)
      time.forgetReadings()
      return [.recognise, .image(.read)] + wantFindings() + resumeBatch() + wantComparison() + wantCard()
        + wantInside() + forgetTeachAnswers()
    case .modelFailed(let name, let reason):
      modelProblem = reason
      notice = Notice(.bad, "Model “\(name)” cannot be used: \(reason). Choose another model")
    case .modelsFound(let found):
      models = found
      return wantComparison()
    case .restored(let drawing): return restore(drawing)
    case .opened(let drawing, let path): return open(drawing, from: path)
    case .placed(let image):
      document.placeImage(image)
      if !showsInk { tab = .draw }
      return changed()
    case .pictureFailed(let reason): notice = Notice(.bad, "\(reason). Your drawing is unchanged")
    case .saved(let path): notice = Notice(.good, "Saved as \(path)")
    case .notice(let notice): self.notice = notice
    case .saveProblem(let problem):
      if saveProblem != nil, problem == nil { notice = Notice(.good, "The drawing is saved again") }
      saveProblem = problem
      if let problem { notice = Notice(.bad, problem) }
    case .listed(let result, let request): return choosing { $0.receive(result, request: request) }
    case .examined(let kind, let path, let request):
      return choosing { $0.receive(kind, of: path, request: request) }
    case .pressedFile(let place, let now): return choosing { $0.press(at: place, now: now) }
    case .draggedFile(let place): return choosing { $0.drag(to: place) }
    case .hoveredFile(let place): return choosing { $0.hover(at: place) }
    case .pointedAtName(let place, let isPress): return choosing { $0.point(atCharacter: place, isPress: isPress) }
    case .recent(let paths): recent = paths
    case .measured(let recognise, let screen): (recogniseTime, screenTime) = (recognise, screen)
    default: break
    }
    return []
  }

  private mutating func restore(_ drawing: Drawing) -> [Effect] {
    document = DrawingDocument(drawing)
    documentName = nil
    if let width = drawing.width { settings.penWidth = Settings.limited(width) }
    hasDrawn = true
    if !document.isBlank { notice = Notice(.good, "Your last drawing is back. Clear begins a new one") }
    return [.inkChanged, .recognise]
  }

  private mutating func open(_ drawing: Drawing, from path: String) -> [Effect] {
    let drawing = drawing.fitted
    document.load(drawing)
    if let width = drawing.width { settings.penWidth = Settings.limited(width) }
    if !showsInk { tab = .draw }
    hasDrawn = true
    notice = Notice(.good, "Opened \(SafeName.last(of: path)). Undo brings your drawing back")
    return changed()
  }

  /// What follows from any change of the drawing that is not a stroke growing.
  mutating func changed() -> [Effect] {
    (drawingDevice, erasingDevice) = (nil, nil)
    time.leave()
    askedRevision = document.revision
    if document.isBlank { inkClock = nil }
    return [.inkChanged, .recognise]
  }
}
