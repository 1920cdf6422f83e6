import Graphics

extension Stage {
  /// Says what `event` means to the elements; sizes, settings and deliveries are not for them.
  public func handle(_ event: InputEvent) -> [StageEvent] {
    switch event {
    case .pointer(let event): return handle(event)
    case .scroll(let event): return handle(event)
    case .key(let event): return handle(event)
    case .exposed(let rect): invalidate(rect)
    case .resized, .settings:
      // There may be a new surface, with nothing on it.
      tooltip.hide()
      invalidateEverything()
    case .focus(let hasFocus): if !hasFocus { cancelTooltip() }
    case .dragging, .delivery, .closeRequested: break
    }
    return []
  }

  private func handle(_ event: ScrollEvent) -> [StageEvent] {
    var event = event
    event.position = inUnits(event.position)
    cancelTooltip()
    return [.scrolled(scene.element(at: event.position)?.name, event)]
  }

  /// A place in units, never so far away that it cannot be a whole number; no number at all is where the pointer was.
  func inUnits(_ point: Point) -> Point {
    guard point.x.isFinite, point.y.isFinite else { return pointer ?? Point(x: -1, y: -1) }
    func limited(_ value: Double) -> Double { min(1e6, max(-1e6, value / scale)) }
    return Point(x: limited(point.x), y: limited(point.y))
  }
}
