extension Stage {
  func handle(_ event: KeyEvent) -> [StageEvent] {
    hideTooltip()
    guard event.modifiers.isDisjoint(with: [.control, .alt, .logo]) else { return [.key(event, focus: focus)] }
    switch event.key {
    case .tab: return step(by: event.modifiers.contains(.shift) ? -1 : 1)
    case .backTab: return step(by: -1)
    case .escape where scene.modalStart != nil: return [.dismissed]
    default: break
    }
    guard let focus, let element = scene[focus], element.isEnabled else { return [.key(event, focus: nil)] }
    switch (element.role, event.key) {
    case (.button, .space), (.button, .enter), (.choice, .space), (.choice, .enter):
      showFocus()
      return event.isRepeat ? [] : [.activated(focus)]
    case (.choice(let group, _), .left), (.choice(let group, _), .up):
      return choose(-1, in: group)
    case (.choice(let group, _), .right), (.choice(let group, _), .down):
      return choose(1, in: group)
    case (.slider(let value, let range, let step), let key):
      guard let new = SliderLook.value(value, after: key, range: range, step: step) else {
        return [.key(event, focus: focus)]
      }
      showFocus()
      return new == value ? [] : [.changed(focus, new)]
    default: return [.key(event, focus: focus)]
    }
  }

  /// Goes to the next or the previous element, around the end.
  private func step(by direction: Int) -> [StageEvent] {
    let names = scene.activeElements.filter(isStop).map(\.name)
    showFocus()
    guard !names.isEmpty else { return [] }
    let start = direction > 0 ? -1 : names.count
    let index = focus.flatMap { names.firstIndex(of: $0) } ?? start
    moveFocus(to: names[(index + direction + names.count) % names.count])
    return []
  }

  /// Whether Tab stops at an element: of a group only at the one that is chosen.
  private func isStop(_ element: Element) -> Bool {
    guard element.isFocusable else { return false }
    guard case .choice(let group, let isChosen) = element.role, !isChosen else { return true }
    return !scene.activeElements.contains { other in
      if case .choice(group, true) = other.role { other.isFocusable } else { false }
    }
  }

  private func choose(_ direction: Int, in group: ControlName) -> [StageEvent] {
    let names = scene.activeElements.filter { element in
      if case .choice(group, _) = element.role { element.isEnabled } else { false }
    }.map(\.name)
    guard let index = focus.flatMap({ names.firstIndex(of: $0) }) else { return [] }
    let next = names[(index + direction + names.count) % names.count]
    showFocus()
    moveFocus(to: next)
    return [.activated(next)]
  }

  /// Gives the keyboard to an element.
  public func moveFocus(to name: ControlName?) {
    guard name != focus else { return }
    if showsFocus, let focus, let element = scene[focus] { invalidateRing(of: element) }
    focus = name
    if showsFocus, let focus, let element = scene[focus] { invalidateRing(of: element) }
  }

  /// Shows where the keyboard goes to from now on.
  func showFocus() {
    guard !showsFocus else { return }
    showsFocus = true
    if let focus, let element = scene[focus] { invalidateRing(of: element) }
  }

  /// Hides the ring: the pointer is in use.
  func hidesFocus() {
    guard showsFocus else { return }
    if let focus, let element = scene[focus] { invalidateRing(of: element) }
    showsFocus = false
  }
}
