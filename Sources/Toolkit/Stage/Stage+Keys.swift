extension Stage {
  /// Moves the focus, activates, steps, or passes the key on.
  func handle(_ event: KeyEvent) -> [StageEvent] {
    cancelTooltip()
    guard event.modifiers.isDisjoint(with: [.control, .alt, .logo]) else { return [.key(event, focus: focus)] }
    switch event.key {
    case .tab:
      stepFocus(by: event.modifiers.contains(.shift) ? -1 : 1)
      return []
    case .backTab:
      stepFocus(by: -1)
      return []
    case .escape where scene.modalStart != nil: return [.dismissed]
    default: break
    }
    guard let element = focus.flatMap({ scene.active($0) }), element.isEnabled else { return [.key(event, focus: nil)] }
    return handle(event, at: element)
  }

  private func handle(_ event: KeyEvent, at element: Element) -> [StageEvent] {
    switch (element.role, event.key) {
    case (.choice, _) where isFocusPressed: break
    case (.button, .space), (.button, .enter), (.choice, .space), (.choice, .enter):
      showFocus()
      return event.isRepeat ? [] : [.activated(element.name)]
    case (.choice(let group, _), .left), (.choice(let group, _), .up): return choose(-1, in: group)
    case (.choice(let group, _), .right), (.choice(let group, _), .down): return choose(1, in: group)
    case (.slider(let value, let range, let step), let key):
      guard let new = SliderLook.value(value, after: key, range: range, step: step) else { break }
      showFocus()
      return new == value ? [] : [.changed(element.name, new)]
    default: break
    }
    return [.key(event, focus: element.name)]
  }
}
