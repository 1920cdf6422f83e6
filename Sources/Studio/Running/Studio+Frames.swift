import Graphics
import Ink
import Recognition
import Toolkit

extension Studio {
  /// Reads what has to be read, lays out, draws what changed and puts it on the screen.
  func makeFrame() {
    let start = ContinuousClock().now
    defer { figures?.add(frame: start.duration(to: ContinuousClock().now)) }
    let now = host.now
    (frameDue, changedSince, lastFrame) = (nil, nil, now)
    let reading = read() ?? readNumber()
    readCompared()
    wantGuess()
    followTime(reading)
    wantExplanation()
    bars.turn(to: barTargets, at: now, isInstant: state.reducesMotion)
    bars.settle(at: now)
    turnComparedBars(at: now)
    show(at: now)
    tellTitle()
    present(reading: reading, isInk: newestInk != nil)
  }

  private var barTargets: [Float] {
    let reading = state.tab == .image ? state.image.reading : state.isNumber ? state.numberReading : state.reading
    let isShown = reading.answer?.digit != nil && reading.verdict != .speck
    return isShown ? Array(reading.probabilities) : [Float](repeating: 0, count: 10)
  }

  /// Brings the stage in line with the state.
  func show(at now: Duration) {
    let layout = layout
    fitInk(to: layout)
    try? picture.show(state.document.drawing.image, side: ink.side)
    let eraser = state.eraser.map {
      EraserPreview(center: Point(x: $0.x, y: $0.y), radius: StudioState.eraserRadius)
    }
    let canvas = CanvasLook(
      ink: ink, picture: picture, showsGrid: state.settings.hasGrid, isDropTarget: state.isDropTarget,
      eraser: eraser)
    for preview in [shownEraser, eraser].compactMap(\.self) where shownEraser != eraser {
      stage.invalidate(preview.damage(shownIn: canvasFrame))
    }
    shownEraser = eraser
    showInside()
    var moving = StudioState.Moving(
      canvas: canvas, bars: bars.lengths(at: now), thumbnails: thumbnails, batchImages: batches.images)
    moving.photo = shownPhoto(layout)
    moving.comparedBars = comparedBars.mapValues { $0.lengths(at: now) }
    state.layOutAbout(layout)
    (moving.sheets, moving.alone, moving.sheetRevision) = (insideView.sheets, insideView.enlarged, insideView.drawings)
    showLearn(&moving, layout)
    let scene = state.scene(layout, moving)
    wantThumbnails()
    wantBatchImages()
    stage.show(scene, theme: state.theme, scale: state.scale)
    followInside()
    host.setDark(state.isDark)
    events?.layout(scene, scale: state.scale, tab: state.tab)
    events?.screen(state.screenName, state.screenValues)
    events?.lesson(state.lessonValues)
  }

  /// Says in the title bar what was read, but not too often.
  func tellTitle() {
    if let text = title.update(to: state.windowTitle, at: host.now) { host.setTitle(text) }
  }

  /// Makes the drawn ink as large as the canvas is.
  private func fitInk(to layout: WindowLayout) {
    let side = Int((state.canvasFrame(layout).width * state.scale).rounded())
    guard side != ink.side, (try? ink.resize(side: side)) != nil else { return }
    redrawInk()
  }

  /// Draws what changed and puts it on the screen.
  func present(reading: Reading?, isInk: Bool) {
    guard let damage = try? stage.draw() else { return }
    guard !damage.isEmpty else {
      // The same numbers as before: there is nothing to put on the screen, and nothing to wait for.
      if let reading {
        events?.prediction(reading, eventToInk: lastInkTime, eventToPresent: nil)
        lastInkTime = nil
      }
      return
    }
    frameCount += 1
    pending.append(PendingFrame(number: frameCount, isInk: isInk, reading: reading))
    let event = newestEvent ?? (reading == nil ? nil : newestUnread)
    host.present(Frame(number: frameCount, damage: damage, newestEvent: event))
    if reading != nil { newestUnread = nil }
    (newestEvent, newestInk) = (nil, nil)
  }

  /// Draws the ink again where strokes have come or gone, or all of it with another pen.
  func redrawChangedInk() {
    guard ink.pen == state.pen, let before = strokesBefore else { return redrawInk() }
    let strokes = state.document.drawing.strokes
    let difference = StrokeDifference(from: before, to: strokes)
    let part = ink.bounds(of: difference.removed.map { before[$0] } + difference.inserted.map { strokes[$0] })
    stage.invalidate(CanvasSpace.inWindow(ink.redraw(strokes, inside: part), shownIn: canvasFrame))
  }

  /// Draws all ink again.
  func redrawInk() {
    ink.pen = state.pen
    ink.redraw(shownStrokes)
    stage.invalidate(canvasFrame)
  }
}

extension StudioState {
  /// The name of the current screen, as scripts know it.
  package var screenName: String {
    if isNumber { return StudioState.numberScreen }
    return tab == .performance ? performance.page.screenName : tab == .compare ? compare.page.screenName : tab.rawValue
  }

  /// The numbers that the current screen shows, as JSON.
  package var screenValues: [(key: String, value: String)] {
    if tab == .performance { return performanceValues }
    if tab == .batch { return batchValues }
    if tab == .image { return imageValues }
    if tab == .compare { return compareValues }
    if tab == .about { return aboutValues }
    if tab == .inside { return insideValues }
    if tab == .learn { return learnValues }
    if tab == .lessons { return lessonsValues }
    if isWhyShown { return whyValues }
    if isNumber { return numberValues }
    if tab == .teach { return teachValues }
    if tab == .draw { return timeValues }
    guard tab == .home, let model else { return [] }
    var values = [
      (key: "parameters", value: "\(model.parameters)"), (key: "multiplyAdds", value: "\(model.multiplyAdds)"),
    ]
    if let accuracy = model.accuracy { values.append(("accuracy", "\(accuracy)")) }
    if let drawn = model.drawnAccuracy { values.append(("drawnAccuracy", "\(drawn)")) }
    return values
  }
}
