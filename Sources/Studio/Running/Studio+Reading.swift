import Ink
import Recognition
import Toolkit

extension Studio {
  /// Has the drawing read for the next frame, because of the event that is handled now.
  func wantReading() {
    wantsReading = true
    newestUnread = handledEvent ?? newestUnread
    // What was drawn before has nothing to do with what an undo took.
    if newestInk == nil { lastInkTime = nil }
  }

  /// Asks the network if there is something new to ask.
  func read() -> Reading? {
    guard let judge else { return nil }
    judge.steps = state.inside.steps
    let read = wantedReading(judge)
    state.inside.framing = judge.framing
    guard let reading = read, reading != state.reading else { return nil }
    _ = state.update(.read(reading))
    guard state.reading == reading else { return nil }
    // The result that is told is the number.
    if state.isNumber { return nil }
    if reading.answer != nil { recogniseReadout.add(reading.time, at: host.now) }
    return reading
  }

  /// The reading of the newest ink; where there is a picture, of what was seen of it last.
  private func wantedReading(_ judge: InkJudge) -> Reading? {
    let seen = framedPicture.map(judge.read)
    framedPicture = nil
    let isWanted = state.settings.isLive || state.askedRevision == state.document.revision
    guard wantsReading, isWanted else {
      wantsReading = false
      return seen
    }
    guard shownCount == nil else {
      wantsReading = false
      return readPast(judge)
    }
    guard state.document.hasImage else {
      wantsReading = false
      return judge.read(
        state.document.drawing.strokes, penWidth: state.settings.penWidth, revision: state.document.revision)
    }
    lookAtPicture()
    return seen
  }

  /// Has the picture looked at with the newest ink; while that is being done, ink only waits.
  private func lookAtPicture() {
    guard !isLookingAtPicture else { return }
    (isLookingAtPicture, wantsReading) = (true, false)
    let (drawing, penWidth, revision) = (state.document.drawing, state.settings.penWidth, state.document.revision)
    inBackground(on: pictures, { [eye] in eye.look(at: drawing, penWidth: penWidth, revision: revision) }) {
      studio, picture in
      studio.isLookingAtPicture = false
      studio.framedPicture = picture
      studio.changed()
    }
  }
}
