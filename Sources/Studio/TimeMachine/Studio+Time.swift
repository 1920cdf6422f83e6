import Graphics
import Ink
import Recognition
import Toolkit

extension Studio {
  // MARK: The canvas

  /// The strokes that the canvas shows: those of a moment of the past, or all.
  var shownStrokes: [Ink.Stroke] {
    let strokes = state.document.drawing.strokes
    return shownCount.map { strokes.first(points: $0) } ?? strokes
  }

  /// Brings the ink on the canvas in line with the moment that is to be shown.
  func settleMoment() {
    let wanted = state.time.shownCount
    guard wanted != shownCount else { return }
    let (old, strokes) = (shownCount, state.document.drawing.strokes)
    shownCount = wanted
    wantReading()
    ink.end()
    guard let old, let wanted else {
      // A line that has just begun is drawn by itself.
      ink.redraw(state.drawingDevice == nil ? shownStrokes : Array(strokes.dropLast()))
      return stage.invalidate(canvasFrame)
    }
    let part = ink.bounds(of: strokes.between(points: min(old, wanted), max(old, wanted)))
    stage.invalidate(CanvasSpace.inWindow(ink.redraw(shownStrokes, inside: part), shownIn: canvasFrame))
  }

  /// Asks the network about the moment that is shown: the answer is on the screen, and no result for scripts.
  func readPast(_ judge: InkJudge) -> Reading? {
    var drawing = state.document.drawing
    drawing.strokes = shownStrokes
    let reading = judge.read(
      drawing, penWidth: state.settings.penWidth, revision: state.document.revision, eye: eye)
    _ = state.update(.read(reading))
    return nil
  }

  // MARK: The replay

  /// The replay goes on in steps of a frame, or of a quarter of a second where nothing is to move that need not.
  private var replayStep: Duration { state.reducesMotion ? .milliseconds(250) : .milliseconds(16) }

  /// When the replay goes on.
  var timeDeadline: Duration? { playStart == nil ? nil : lastPlayed + replayStep }

  /// Goes on with the replay.
  func playTime(at now: Duration) {
    guard state.time.isPlaying else { return playStart = nil }
    guard let start = playStart else {
      (playStart, lastPlayed) = ((now, state.time.position ?? 0), now)
      return
    }
    guard lastPlayed + replayStep <= now else { return }
    lastPlayed = now
    perform(.time(.played(start.position + (now - start.time).milliseconds)))
  }

  // MARK: The ribbon

  /// Keeps what was read live, and has read what was not.
  func followTime(_ reading: Reading?) {
    state.time.follow(state.document, isDrawing: state.drawingDevice != nil)
    if let reading, reading.number == nil, shownCount == nil { state.time.keep(reading) }
    if state.time.isPlaying != (playStart != nil) { playTime(at: host.now) }
    wantMoments()
  }

  private func wantMoments() {
    guard !isReadingMoments, state.tab == .draw, !state.isNumber, state.hasTimeMachine, let model = judge?.model else {
      return
    }
    let missing = state.time.missing
    guard !missing.isEmpty else { return }
    let (drawing, width, lineage) = (state.document.drawing, state.settings.penWidth, state.time.ribbon.lineage)
    let (desk, isCancelled) = (desk, desk.begin())
    isReadingMoments = true
    inBackground(
      on: desk.queue,
      {
        desk.read(missing, of: drawing, penWidth: width, with: model, isCancelled: isCancelled)
      }
    ) { studio, moments in
      studio.isReadingMoments = false
      studio.perform(.time(.filled(moments, lineage: lineage)))
    }
  }
}

extension [Ink.Stroke] {
  /// What came between two numbers of points, with the points beside it, whose curves it bends.
  fileprivate func between(points low: Int, _ high: Int) -> [Ink.Stroke] {
    var (start, strokes) = (0, [Ink.Stroke]())
    for stroke in self where start <= high {
      let (first, end) = (Swift.max(0, low - 3 - start), Swift.min(stroke.points.count, high + 3 - start))
      if first < end { strokes.append(Ink.Stroke(points: Array<InkPoint>(stroke.points[first..<end]))) }
      start += stroke.points.count
    }
    return strokes
  }
}
