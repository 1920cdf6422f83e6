package import Toolkit

/// Makes pointer events whose strokes always end: what went down goes up or is cancelled, with the same tool.
package struct StrokeRules: Sendable {
  /// A device with a button down.
  private struct Hold {
    var buttons: Set<Int>
    /// Some pens turn into others when they touch: a stroke keeps the tool that it began with.
    var tool: PointerEvent.Tool
    var last: PointerEvent
  }

  private var holds: [Int: Hold] = [:]
  private var touches = TouchRules()

  /// Nothing is held.
  package init() {}

  /// Says what `sample` means.
  package mutating func handle(_ sample: PointerSample) -> [PointerEvent] {
    switch sample.action {
    case .touchBegan, .touchMoved, .touchEnded: return touches.handle(sample, isPenDown: isPenDown)
    case .pressed(let button): return notePen(sample) + press(button, sample)
    case .released(let button): return notePen(sample) + release(button, sample)
    case .moved: return notePen(sample) + move(sample)
    case .entered: return holds.isEmpty ? [sample.event(.entered)] : []
    case .left(let byGrab): return leave(sample, byGrab: byGrab)
    }
  }

  private var isPenDown: Bool { holds.values.contains { $0.tool == .pen || $0.tool == .eraser } }

  private mutating func notePen(_ sample: PointerSample) -> [PointerEvent] {
    guard sample.tool == .pen || sample.tool == .eraser else { return [] }
    return touches.penIsNear(at: sample.milliseconds)
  }

  private mutating func press(_ button: Int, _ sample: PointerSample) -> [PointerEvent] {
    var hold = holds[sample.device] ?? Hold(buttons: [], tool: sample.tool, last: sample.event(.moved))
    hold.buttons.insert(button)
    let event = sample.event(.down(PointerEvent.Button(number: button)), tool: hold.tool)
    hold.last = event
    holds[sample.device] = hold
    return [event]
  }

  private mutating func release(_ button: Int, _ sample: PointerSample) -> [PointerEvent] {
    guard var hold = holds[sample.device], hold.buttons.remove(button) != nil else { return [] }
    holds[sample.device] = hold.buttons.isEmpty ? nil : hold
    return [sample.event(.up(PointerEvent.Button(number: button)), tool: hold.tool)]
  }

  private mutating func move(_ sample: PointerSample) -> [PointerEvent] {
    guard var hold = holds[sample.device] else { return [sample.event(.moved)] }
    // No button is down although none was released: the release went to somebody else.
    if !sample.holdsButton { return cancel(sample.device) + [sample.event(.moved)] }
    hold.last = sample.event(.moved, tool: hold.tool)
    holds[sample.device] = hold
    return [hold.last]
  }

  private mutating func leave(_ sample: PointerSample, byGrab: Bool) -> [PointerEvent] {
    // A stroke goes on outside of the window; that the pointer left is said again after the release.
    guard byGrab || holds.isEmpty else { return [] }
    return holds.keys.sorted().flatMap { cancel($0) } + [sample.event(.left)]
  }

  private mutating func cancel(_ device: Int) -> [PointerEvent] {
    guard let hold = holds.removeValue(forKey: device) else { return [] }
    return [hold.last.cancelled]
  }

  /// A device has gone: what it was doing is over.
  package mutating func remove(_ device: Int) -> [PointerEvent] { cancel(device) + touches.remove(device) }

  /// The window is hidden or the input is somebody else's: everything is over.
  package mutating func cancelAll() -> [PointerEvent] {
    holds.keys.sorted().flatMap { cancel($0) } + touches.cancelAll()
  }
}

extension PointerEvent {
  /// The end of a stroke at the place of its last event.
  var cancelled: PointerEvent {
    var event = self
    event.phase = .cancelled
    return event
  }
}

extension PointerEvent.Button {
  /// The button with the server's number.
  package init(number: Int) {
    switch number {
    case 1: self = .primary
    case 2: self = .middle
    case 3: self = .secondary
    default: self = .other(number)
    }
  }
}
