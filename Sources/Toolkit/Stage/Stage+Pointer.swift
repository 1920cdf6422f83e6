import Graphics

extension Stage {
  /// Follows mouse, pen or finger.
  func handle(_ event: PointerEvent) -> [StageEvent] {
    var event = event
    event.position = inUnits(event.position)
    if let stroke = strokes[event.device] { return go(on: stroke, event) }
    switch event.phase {
    case .entered, .moved: return moved(event)
    case .left: return follow(event, to: nil)
    case .down(let button): return down(event, button)
    case .up(let button): return up(event, button)
    case .cancelled: return release(event)
    }
  }

  // MARK: Under the pointer

  /// Follows the pointer to `place`, or out of the window, and says what it has left.
  private func follow(_ event: PointerEvent, to place: Point?) -> [StageEvent] {
    guard press?.follows(event) ?? true else { return [] }
    (pointer, pointerDevice) = (place, event.device)
    hover()
    expectTooltip()
    guard let visit, visit.name != hovered else { return [] }
    self.visit = nil
    guard visit.isPaper else { return [.hovered(visit.name, nil)] }
    var leaving = event
    leaving.phase = .left
    return [.paper(visit.name, leaving)]
  }

  /// A finger that was lifted is nowhere.
  private func placeAfter(_ event: PointerEvent) -> Point? { event.tool == .finger ? nil : event.position }

  /// What has the pointer to itself until it is let go.
  private var captor: ControlName? { press?.name ?? strokes[pointerDevice]?.paper }

  /// Finds out what is under the pointer.
  func hover() {
    var element = pointer.flatMap { scene.element(at: $0) }
    var shape = element
    if let captor, element?.name != captor { (element, shape) = (nil, scene.active(captor)) }
    if element?.name != hovered {
      invalidate(hovered)
      hovered = element?.name
      invalidate(hovered)
    }
    show(shape.map { $0.isEnabled ? $0.cursor : .arrow } ?? .arrow)
  }

  private func show(_ shape: Cursor) {
    guard shape != cursor else { return }
    cursor = shape
    host.setCursor(shape)
  }

  private func moved(_ event: PointerEvent) -> [StageEvent] {
    let events = follow(event, to: event.position)
    if let press {
      guard press.follows(event), let element = scene.active(press.name) else { return events }
      return events + drag(element, to: event.position)
    }
    guard let element = hovered.flatMap({ scene.active($0) }) else { return events }
    switch element.role {
    case .area:
      visit = Visit(name: element.name, isPaper: false)
      return events + [.hovered(element.name, event.position.inside(element.frame))]
    case .paper:
      visit = Visit(name: element.name, isPaper: true)
      return events + [.paper(element.name, event)]
    default: return events
    }
  }

  // MARK: Strokes

  private func begin(on paper: ControlName, _ event: PointerEvent, _ button: PointerEvent.Button) -> [StageEvent] {
    strokes[event.device] = PaperStroke(paper: paper, buttons: [button])
    if pointerDevice == event.device { visit = Visit(name: paper, isPaper: true) }
    moveFocus(to: paper)
    return [.paper(paper, event)]
  }

  private func go(on stroke: PaperStroke, _ event: PointerEvent) -> [StageEvent] {
    var stroke = stroke
    switch event.phase {
    case .down(let button): stroke.buttons.insert(button)
    case .up(let button): stroke.buttons.remove(button)
    case .cancelled: stroke.buttons = []
    case .entered, .moved, .left: break
    }
    let isDone = stroke.buttons.isEmpty
    strokes[event.device] = isDone ? nil : stroke
    if isDone { return [.paper(stroke.paper, event)] + follow(event, to: placeAfter(event)) }
    if press == nil { (pointer, pointerDevice) = (event.position, event.device) }
    return [.paper(stroke.paper, event)]
  }

  // MARK: Presses

  private func down(_ event: PointerEvent, _ button: PointerEvent.Button) -> [StageEvent] {
    // The same device cannot press twice: the release was lost.
    var events = button == .primary && press?.device == event.device ? release(event) : []
    events += follow(event, to: event.position)
    cancelTooltip()
    hideFocus()
    guard let element = scene.element(at: event.position) else {
      guard scene.modalStart == nil else { return events + [.dismissed] }
      return button == .secondary && press == nil ? events + [.menu(event.position)] : events
    }
    guard element.isEnabled else { return events }
    if element.role == .paper { return events + begin(on: element.name, event, button) }
    if button == .secondary, press == nil, scene.modalStart == nil { return events + [.menu(event.position)] }
    return button == .primary && press == nil ? events + begin(element, event) : events
  }

  private func begin(_ element: Element, _ event: PointerEvent) -> [StageEvent] {
    guard element.isPressable else { return [] }
    press = Press(name: element.name, device: event.device, tool: event.tool)
    moveFocus(to: element.name)
    isFocusPressed = true
    invalidate(element.name)
    switch element.role {
    case .area, .text: return [.pressed(element.name, event.position.inside(element.frame))]
    case .slider: return drag(element, to: event.position)
    default: return []
    }
  }

  private func drag(_ element: Element, to place: Point) -> [StageEvent] {
    switch element.role {
    case .slider(let old, let range, let step):
      let value = SliderLook.value(at: place, in: element.frame, range: range, step: step)
      return value == old ? [] : [.changed(element.name, value)]
    case .area, .text: return [.dragged(element.name, place.inside(element.frame))]
    default: return []
    }
  }

  private func up(_ event: PointerEvent, _ button: PointerEvent.Button) -> [StageEvent] {
    guard let press, press.device == event.device else { return follow(event, to: placeAfter(event)) }
    // Another button than the one that pressed changes nothing.
    guard button == .primary else { return follow(event, to: event.position) }
    let events = follow(event, to: event.position)
    let isInside = hovered == press.name
    let role = scene.active(press.name)?.role
    let end = release(event)
    switch role {
    case .button, .choice: return events + (isInside ? [.activated(press.name)] : []) + end
    default: return events + end
    }
  }

  /// Lets go of what the device of `event` has pressed, without activating it.
  private func release(_ event: PointerEvent) -> [StageEvent] {
    guard let press, press.device == event.device else { return follow(event, to: placeAfter(event)) }
    self.press = nil
    invalidate(press.name)
    let events = follow(event, to: placeAfter(event))
    guard let element = scene.active(press.name), element.role == .area || element.role == .text else { return events }
    return [.released(press.name, event.position.inside(element.frame))] + events
  }

  /// Lets go of what can no longer be pressed in a scene that is new.
  func settlePress() {
    guard let name = press?.name, scene.active(name)?.isPressable != true else { return }
    press = nil
    invalidate(name)
  }
}

extension Point {
  /// The same place counted from the corner of `frame`.
  fileprivate func inside(_ frame: Rect) -> Point { Point(x: x - frame.x, y: y - frame.y) }
}
