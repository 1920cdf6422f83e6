import Charts
import Graphics
import Ink
import Recognition
import Toolkit

extension StudioState {
  /// The row beneath the canvas: the button that plays, and the ribbon that can be dragged along.
  func timeBar(_ layout: WindowLayout) -> [Element] {
    guard layout.hasStrip else { return [] }
    if isNumber { return numberStrip(layout) }
    let row = layout.strip
    let duration = time.timeline.duration
    let play = Rect(x: row.x, y: row.y, width: 44, height: 44)
    // The handle may hang over at both ends.
    let overhang = RibbonLook.overhang
    let left = play.maxX + 16 - overhang
    let button = settings.isLive ? 0 : 128.0
    let bar = Rect(
      x: left, y: row.y - 5, width: max(0, row.maxX + overhang - left - button), height: row.height + 15)
    let turns = time.turns
    let look = RibbonLook(
      moments: ribbonMoments, turns: turns.map { ($0.time / max(1, duration), $0.new) },
      position: duration > 0 ? (time.position ?? duration) / duration : 1, final: turns.last?.new,
      start: duration > 0 ? timeText(0) : "", note: note(turns), end: duration > 0 ? timeText(duration) : "")
    var elements = [
      Element(
        .timePlay, play, ButtonLook("", icon: time.isPlaying ? .pause : .play), role: .button, isEnabled: hasPast,
        hint: hasPast ? (time.isPlaying ? "Pause (Space)" : "Play the drawing (Space)") : "Nothing is drawn yet",
        cursor: .hand),
      Element(
        .timeScrub, bar, look, role: .slider(value: time.position ?? duration, range: 0...max(duration, 1), step: 0),
        isEnabled: hasPast, cursor: .hand),
    ]
    if !settings.isLive { elements.append(recogniseButton(row)) }
    return elements
  }

  func recogniseButton(_ row: Rect) -> Element {
    Element(
      .recognise, Rect(x: row.maxX - 116, y: row.y + 4, width: 116, height: 36),
      ButtonLook("Recognise", style: .primary), role: .button, isEnabled: !document.isBlank,
      hint: "Read the drawing (Enter)", cursor: .hand)
  }

  private var ribbonMoments: [RibbonLook.Point] {
    let duration = max(1, time.timeline.duration)
    return time.shown.map {
      RibbonLook.Point(time: time.timeline.time(of: $0.points) / duration, shares: $0.shares, digit: $0.digit)
    }
  }

  private func timeText(_ milliseconds: Double) -> String { NumberText.fixed(milliseconds / 1000, 2) + " s" }

  /// What is at the moment that is shown; at rest, where the answer changed last.
  private func note(_ turns: [Turn]) -> String {
    if let position = time.position {
      guard let answer = reading.answer, let digit = answer.digit, reading.verdict != .speck else {
        return timeText(position)
      }
      return "\(timeText(position)): \(digit), \(NumberText.probability(Double(answer.confidence)))"
    }
    guard let turn = turns.last, let old = turn.old else { return "" }
    return "\(old) became \(turn.new) at \(timeText(turn.time))"
  }
}
