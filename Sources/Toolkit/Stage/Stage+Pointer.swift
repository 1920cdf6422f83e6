import Graphics

extension Stage {
  /// Says what `event` means to the elements; sizes, settings and deliveries are not for them.
  public func handle(_ event: InputEvent) -> [StageEvent] {
    switch event {
    case .pointer(let event): handle(event)
    case .scroll(let event): handle(event)
    case .key(let event): handle(event)
    case .exposed(let rect): handle(exposed: rect)
    case .resized: handleResize()
    case .focus(let hasFocus): handle(focus: hasFocus)
    case .settings, .dragging, .delivery, .closeRequested: []
    }
  }

  private func handle(exposed rect: PixelRect) -> [StageEvent] {
    invalidate(rect)
    return []
  }

  private func handleResize() -> [StageEvent] {
    invalidateEverything()
    return []
  }

  private func handle(focus hasFocus: Bool) -> [StageEvent] {
    if !hasFocus { tooltip.cancel() }
    return []
  }

  private func handle(_ event: ScrollEvent) -> [StageEvent] {
    var event = event
    event.position = inUnits(event.position)
    hideTooltip()
    return [.scrolled(scene.element(at: event.position)?.name, event)]
  }

  private func handle(_ event: PointerEvent) -> [StageEvent] {
    var event = event
    event.position = inUnits(event.position)
    if let paper = strokes[event.device] { return continueStroke(event, on: paper) }
    switch event.phase {
    case .left:
      pointer = nil
      return moved(event)
    case .entered, .moved: return moved(event, at: event.position)
    case .down(let button): return down(event, button)
    case .up: return up(event)
    case .cancelled: return cancel(event)
    }
  }

  private func inUnits(_ point: Point) -> Point { Point(x: point.x / scale, y: point.y / scale) }

  private func continueStroke(_ event: PointerEvent, on paper: ControlName) -> [StageEvent] {
    pointer = event.position
    switch event.phase {
    case .up, .cancelled: strokes[event.device] = nil
    default: break
    }
    return [.paper(paper, event)]
  }

  private func moved(_ event: PointerEvent, at place: Point? = nil) -> [StageEvent] {
    pointer = place
    let before = hovered
    hover()
    var events: [StageEvent] = []
    if before != hovered {
      showsHint(of: hovered)
      if let before, isArea(before) { events.append(.hovered(before, nil)) }
    }
    if let press, let element = scene[press.name] { return events + drag(element, to: event.position) }
    if let hovered, let element = scene[hovered], let place {
      if element.role == .area { events.append(.hovered(hovered, place.inside(element.frame))) }
      if element.role == .paper { events.append(.paper(hovered, event)) }
    }
    return events
  }

  private func isArea(_ name: ControlName) -> Bool { scene[name]?.role == .area }

  private func showsHint(of name: ControlName?) {
    hideTooltip()
    tooltip.expect(name.flatMap { scene[$0]?.hint } ?? "", at: host.now)
  }

  /// Takes the tooltip away, if there is one.
  func hideTooltip() {
    if tooltip.isVisible { invalidate(tooltip.frame) }
    tooltip.cancel()
  }

  private func down(_ event: PointerEvent, _ button: PointerEvent.Button) -> [StageEvent] {
    pointer = event.position
    hover()
    hideTooltip()
    hidesFocus()
    guard let element = scene.element(at: event.position) else {
      return scene.modalStart == nil ? [] : [.dismissed]
    }
    if element.role == .paper {
      strokes[event.device] = element.name
      moveFocus(to: element.name)
      return [.paper(element.name, event)]
    }
    guard button == .primary, element.isEnabled, press == nil else { return [] }
    switch element.role {
    case .button, .choice, .area, .slider, .text:
      press = Press(name: element.name, device: event.device)
      moveFocus(to: element.name)
      invalidate(element.visibleFrame)
    case .decoration, .panel, .paper: return []
    }
    switch element.role {
    case .area, .text: return [.pressed(element.name, event.position.inside(element.frame))]
    case .slider: return drag(element, to: event.position)
    default: return []
    }
  }

  private func up(_ event: PointerEvent) -> [StageEvent] {
    guard let press, press.device == event.device else { return moved(event, at: event.position) }
    self.press = nil
    pointer = event.tool == .finger ? nil : event.position
    invalidate(press.name)
    hover()
    guard let element = scene[press.name] else { return [] }
    switch element.role {
    case .button, .choice: return element.visibleFrame.contains(event.position) ? [.activated(element.name)] : []
    case .area, .text: return [.released(element.name, event.position.inside(element.frame))]
    default: return []
    }
  }

  private func cancel(_ event: PointerEvent) -> [StageEvent] {
    if press?.device == event.device {
      invalidate(press?.name)
      press = nil
    }
    return []
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
}

extension Point {
  /// The same place counted from the corner of `frame`.
  fileprivate func inside(_ frame: Rect) -> Point { Point(x: x - frame.x, y: y - frame.y) }
}
