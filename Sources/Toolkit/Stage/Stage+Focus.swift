extension Stage {
  /// Gives the keyboard to an element.
  public func moveFocus(to name: ControlName?) {
    (focus, isFocusPressed) = (name, false)
    updateRing()
  }

  /// Shows where the keyboard goes to from now on.
  func showFocus() {
    showsFocus = true
    updateRing()
  }

  /// Hides the ring: the pointer is in use.
  func hideFocus() {
    showsFocus = false
    updateRing()
  }

  /// Has the ring drawn where it is now, and what it covered before.
  func updateRing() {
    let element = showsFocus ? focus.flatMap { scene.active($0) } : nil
    let now = element.flatMap { FocusRing(around: $0) }
    guard now != ring else { return }
    for ring in [ring, now].compactMap(\.self) { invalidate(ring.bounds) }
    ring = now
  }

  /// Brings the focus in line with a scene that is new.
  func settleFocus(wasModal: Bool) {
    let isModal = scene.modalStart != nil
    if isModal, !wasModal { focusBehind = focus }
    if !isModal, wasModal { (focus, focusBehind) = (focusBehind, nil) }
    // An element that is disabled for now keeps it: Tab goes on from there, and it may soon be enabled again.
    if let name = focus, scene.active(name)?.takesKeyboard != true { focus = nil }
    if isModal, focus == nil { focus = scene.activeElements.first(where: isStop)?.name }
    updateRing()
  }

  /// Goes to the next or the previous element, around the end.
  func stepFocus(by direction: Int) {
    let stops = scene.activeElements.indices.filter { isStop(scene.elements[$0]) }
    let place = focus.flatMap { name in scene.activeElements.lastIndex { $0.name == name } }
    let next = place.flatMap { place in direction > 0 ? stops.first { $0 > place } : stops.last { $0 < place } }
    showsFocus = true
    guard let stop = next ?? (direction > 0 ? stops.first : stops.last) else { return updateRing() }
    moveFocus(to: scene.elements[stop].name)
  }

  /// Whether Tab stops at an element: of a group only at the one that is chosen, or at the first where none is.
  private func isStop(_ element: Element) -> Bool {
    guard element.isFocusable, element.isTabStop else { return false }
    guard case .choice(let group, let isChosen) = element.role, !isChosen else { return true }
    let others = scene.activeElements.filter { $0.isFocusable && $0.role.group == group }
    return others.first?.name == element.name && !others.contains { $0.role == .choice(group: group, isChosen: true) }
  }

  /// Chooses the next or the previous one of a group, around the end.
  func choose(_ direction: Int, in group: ControlName) -> [StageEvent] {
    showFocus()
    let names = scene.activeElements.filter { $0.isEnabled && $0.role.group == group }.map(\.name)
    guard let index = names.firstIndex(where: { $0 == focus }), names.count > 1 else { return [] }
    let next = names[(index + direction + names.count) % names.count]
    moveFocus(to: next)
    return [.activated(next)]
  }
}

extension Role {
  /// The group that it is one of.
  fileprivate var group: ControlName? {
    if case .choice(let group, _) = self { group } else { nil }
  }
}
