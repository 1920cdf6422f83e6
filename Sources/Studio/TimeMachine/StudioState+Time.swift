import Charts
import Recognition
import Toolkit

extension StudioState {
  /// The drawing as the canvas shows it: at a moment of its past, or as it is now.
  var isInPast: Bool { time.position != nil }

  mutating func update(_ action: TimeAction) -> [Effect] {
    switch action {
    case .played(let position): if time.isPlaying { time.move(to: position) }
    case .filled(let moments, let lineage): time.fill(moments, lineage: lineage)
    }
    return []
  }

  /// Whether there is something to play.
  var hasPast: Bool { time.timeline.duration > 0 && tab == .draw && !isNumber && drawingDevice == nil }

  /// Plays from where it is, or from the beginning; or stops.
  mutating func togglePlay() -> [Effect] {
    guard hasPast else { return [] }
    if !time.isPlaying, time.position == nil { time.move(to: 0) }
    time.isPlaying.toggle()
    return []
  }

  /// Goes to a time in milliseconds.
  mutating func scrub(to position: Double) -> [Effect] {
    guard hasPast else { return [] }
    time.isPlaying = false
    time.move(to: position)
    return []
  }

  /// Does what a key is for beneath the canvas; nil where it is for nothing there.
  mutating func updateTime(_ key: Key) -> [Effect]? {
    if key == .character("t") {
      time.isShown = !hasTimeMachine
      time.leave()
      return []
    }
    guard hasPast, hasTimeMachine else { return nil }
    let duration = time.timeline.duration
    let now = time.position ?? duration
    switch key {
    case .space: return togglePlay()
    case .left: return scrub(to: now - duration / 50)
    case .right: return scrub(to: now + duration / 50)
    case .home: return scrub(to: 0)
    case .end: return scrub(to: duration)
    case .escape where isInPast && notice == nil:
      time.leave()
      return []
    default: return nil
    }
  }

  /// Whether there is a time machine beneath the canvas.
  var hasTimeMachine: Bool { WindowLayout(windowSize, hasTime: time.isShown).hasStrip }

  /// The numbers of the time machine, as JSON.
  var timeValues: [(key: String, value: String)] {
    guard let position = time.position else { return [] }
    var values = [
      (key: "time", value: NumberText.plain(position, 0)),
      (key: "duration", value: NumberText.plain(time.timeline.duration, 0)),
    ]
    if let answer = reading.answer, let digit = answer.digit {
      values.append(("digit", "\(digit)"))
      values.append(("confidence", "\(answer.confidence)"))
    }
    return values
  }
}
