import Toolkit

extension StudioState {
  /// Does what a key is for that no element has taken.
  mutating func update(_ event: KeyEvent, focus: ControlName?) -> [Effect] {
    let isQuit = event.modifiers.contains(.control) && [.character("q"), .character("w")].contains(event.key)
    if case .files = overlay, !isQuit { return choosing { $0.handle(event, focus: focus) } }
    if let effects = updateLessons(event, focus: focus) { return effects }
    if tab == .compare, let effects = updateCompare(event, focus: focus) { return effects }
    if tab == .about, let effects = updateAbout(event) { return effects }
    if tab == .image, let effects = updateImage(event, focus: focus) { return effects }
    if tab == .learn, let effects = updateLearn(event, focus: focus) { return effects }
    if tab == .teach, let effects = updateTeach(event) { return effects }
    if event.modifiers.contains(.control) { return updateControlled(event) }
    if event.modifiers.contains(.alt) { return updateAlt(event) }
    guard event.modifiers.isDisjoint(with: [.logo]) else { return [] }
    if tab == .performance, let effects = updatePerformance(event) { return effects }
    if tab == .batch, let effects = updateBatch(event) { return effects }
    if tab == .inside, let effects = updateInside(event, focus: focus) { return effects }
    if overlay == nil, let effects = updateNumber(event.key) { return effects }
    if overlay == nil, tab == .draw, let effects = updateTime(event.key) { return effects }
    if overlay == nil, isWhyShown, let effects = walkInk(event.key) { return effects }
    switch event.key {
    case .function(1): return toggle(.shortcuts)
    case .function(11): return toggleFullscreen()
    case .menu: return openExportMenu(at: nil)
    case .function(10) where event.modifiers.contains(.shift): return openExportMenu(at: nil)
    case .escape: return escape()
    case .delete where tab == .draw: return press(.clear)
    case .enter where tab == .draw || tab == .inside: return ask()
    case .character(let digit) where overlay == .teach && digit.isASCII && digit.isWholeNumber:
      return teachDrawing(as: digit.wholeNumberValue ?? 0)
    case .character(let letter): return tab == .draw && overlay == nil ? updateLetter(letter) : updateHelp(letter)
    default: return []
    }
  }

  private mutating func escape() -> [Effect] {
    if overlay != nil { return dismiss() }
    if notice != nil { return set(\.notice, nil) }
    if lessons.isPresenting { return togglePresenter() }
    return isFullscreen ? toggleFullscreen() : []
  }

  private mutating func updateHelp(_ letter: Character) -> [Effect] { letter == "?" ? toggle(.shortcuts) : [] }

  private mutating func updateLetter(_ letter: Character) -> [Effect] {
    switch letter {
    case "b", "p": return press(.pen)
    case "e": return set(\.tool, tool == .eraser ? .pen : .eraser)
    case "c": return press(.clear)
    case "g": return press(.grid)
    case "n": return press(.reads)
    case "[": return widen(by: -6)
    case "]": return widen(by: 6)
    case "?": return toggle(.shortcuts)
    case "0"..."9": return teachDrawing(as: letter.wholeNumberValue ?? 0)
    default: return []
    }
  }

  private mutating func widen(by step: Double) -> [Effect] {
    return prefer { $0.penWidth = Settings.limited($0.penWidth + step) } + [.inkChanged]
  }

  private mutating func updateControlled(_ event: KeyEvent) -> [Effect] {
    let isShifted = event.modifiers.contains(.shift)
    switch event.key {
    case .character("z"): return press(isShifted ? .redo : .undo)
    case .character("y"): return press(.redo)
    case .character("o"): return press(.open)
    case .character("s"): return press(.save)
    case .character("e") where isShifted: return exportMost()
    case .character("c"): return [.copy]
    case .character("v"): return [.paste]
    case .character("+"), .character("="): return scale(by: 0.25)
    case .character("-"): return scale(by: -0.25)
    case .character("0"): return press(.usualScale)
    case .character("w"), .character("q"): return [.close]
    case .tab: return step(by: isShifted ? -1 : 1)
    case .backTab, .pageUp: return step(by: -1)
    case .pageDown: return step(by: 1)
    default: return []
    }
  }

  private mutating func updateAlt(_ event: KeyEvent) -> [Effect] {
    guard case .character(let digit) = event.key, let number = digit.wholeNumberValue,
      Tab.inBar.indices.contains(number - 1)
    else { return [] }
    return choose(Tab.inBar[number - 1])
  }

  private mutating func step(by direction: Int) -> [Effect] {
    let tabs = Tab.inBar
    let index = tabs.firstIndex(of: tab) ?? 0
    return choose(tabs[(index + direction + tabs.count) % tabs.count])
  }
}
