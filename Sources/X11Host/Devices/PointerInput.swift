import CX11
import Graphics
import Toolkit

/// Makes pointer and scroll events out of what the server says about devices.
@MainActor
final class PointerInput {
  private let extended: ExtendedPointer?
  private var rules = StrokeRules()

  /// Has `window` hear of pointing devices.
  init(for window: TopLevelWindow) {
    extended = ExtendedPointer(for: window)
    if extended == nil { window.listen(to: TopLevelWindow.pointerEvents) }
  }

  /// What an event of the core protocol means.
  func handle(_ event: XEvent) -> [InputEvent] {
    guard let sample = CorePointer.sample(of: event) else { return [] }
    return handle(sample)
  }

  /// What an event of the input extension means.
  func handle(_ cookie: XGenericEventCookie) -> [InputEvent] {
    guard let extended, cookie.extension == extended.extensionNumber, let data = cookie.data else { return [] }
    let reading = extended.read(data, kind: cookie.evtype)
    var events = reading.goneDevices.flatMap { rules.remove($0) }.map { InputEvent.pointer($0) }
    if let sample = reading.sample { events += handle(sample) }
    if let scroll = reading.scroll { events.append(.scroll(scroll)) }
    return events
  }

  private func handle(_ sample: PointerSample) -> [InputEvent] {
    switch sample.action {
    case .pressed(let number) where ScrollEvent.buttons.contains(number):
      return [.scroll(ScrollEvent(sample, notches: .notch(ofButton: number)))]
    case .released(let number) where ScrollEvent.buttons.contains(number): return []
    default: return rules.handle(sample).map { .pointer($0) }
    }
  }

  /// The window is hidden: every stroke is over.
  func cancelAll() -> [InputEvent] { rules.cancelAll().map { .pointer($0) } }
}

extension ScrollEvent {
  /// The buttons that a wheel pretends to be.
  fileprivate static let buttons = 4...7

  /// So far, where and when the device was seen.
  init(_ sample: PointerSample, notches: Point) {
    self.init(
      at: sample.position, notches: notches, modifiers: sample.modifiers, milliseconds: sample.milliseconds)
  }
}

extension Point {
  /// One notch of the wheel that pretends to be button 4 (up), 5 (down), 6 (left) or 7 (right).
  fileprivate static func notch(ofButton number: Int) -> Point {
    switch number {
    case 4: Point(x: 0, y: -1)
    case 5: Point(x: 0, y: 1)
    case 6: Point(x: -1, y: 0)
    default: Point(x: 1, y: 0)
    }
  }
}
