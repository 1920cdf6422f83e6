import Toolkit

/// Which finger draws: the first and only one, and none while a pen is at work, since that is the hand's palm.
struct TouchRules: Sendable {
  /// One finger on one device.
  private struct Finger: Hashable {
    var device: Int
    var number: Int
  }

  private var fingers: Set<Finger> = []
  private var drawing: (finger: Finger, last: PointerEvent)?
  private var lastPen: UInt32?
  /// A palm may rest for this long after the pen was lifted.
  private static let palmMilliseconds: Int32 = 500
  /// Nobody has more fingers, whatever a device says.
  private static let mostFingers = 64

  /// Says what a finger's `sample` means.
  mutating func handle(_ sample: PointerSample, isPenDown: Bool) -> [PointerEvent] {
    switch sample.action {
    case .touchBegan(let number):
      if isPenDown { lastPen = sample.milliseconds }
      return begin(Finger(device: sample.device, number: number), sample)
    case .touchMoved(let number): return move(Finger(device: sample.device, number: number), sample)
    case .touchEnded(let number): return end(Finger(device: sample.device, number: number), sample)
    default: return []
    }
  }

  private mutating func begin(_ finger: Finger, _ sample: PointerSample) -> [PointerEvent] {
    guard fingers.count < TouchRules.mostFingers else { return [] }
    fingers.insert(finger)
    // With a second finger down nobody means to draw; nor does the one that stays.
    guard fingers.count == 1 else { return cancelDrawing() }
    guard !isPalm(at: sample.milliseconds) else { return [] }
    let event = sample.event(.down(.primary), tool: .finger)
    drawing = (finger, event)
    return [event]
  }

  private mutating func move(_ finger: Finger, _ sample: PointerSample) -> [PointerEvent] {
    guard drawing?.finger == finger else { return [] }
    let event = sample.event(.moved, tool: .finger)
    drawing = (finger, event)
    return [event]
  }

  private mutating func end(_ finger: Finger, _ sample: PointerSample) -> [PointerEvent] {
    fingers.remove(finger)
    guard drawing?.finger == finger else { return [] }
    drawing = nil
    return [sample.event(.up(.primary), tool: .finger)]
  }

  private func isPalm(at time: UInt32) -> Bool {
    guard let lastPen else { return false }
    return Int32(bitPattern: time &- lastPen) < TouchRules.palmMilliseconds
  }

  /// A pen moves or touches: a finger that is drawing was the palm.
  mutating func penIsNear(at time: UInt32) -> [PointerEvent] {
    lastPen = time
    return cancelDrawing()
  }

  private mutating func cancelDrawing() -> [PointerEvent] {
    guard let last = drawing?.last else { return [] }
    drawing = nil
    return [last.cancelled]
  }

  /// A device has gone, its fingers with it.
  mutating func remove(_ device: Int) -> [PointerEvent] {
    fingers = fingers.filter { $0.device != device }
    return drawing?.finger.device == device ? cancelDrawing() : []
  }

  /// No finger is known any more.
  mutating func cancelAll() -> [PointerEvent] {
    fingers = []
    return cancelDrawing()
  }
}
