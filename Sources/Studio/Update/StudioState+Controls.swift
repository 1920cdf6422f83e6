import Ink
import Toolkit

extension StudioState {
  /// Does what the control called `name` is for.
  mutating func press(_ name: ControlName) -> [Effect] {
    if let tab = Tab.allCases.first(where: { $0.control == name }) { return choose(tab) }
    if let effects = pressLessons(name) { return effects }
    if tab == .batch, let effects = pressBatch(name) { return effects }
    switch name {
    case .pen: return set(\.tool, .pen)
    case .eraser: return set(\.tool, .eraser)
    case .width: return toggle(.width)
    case .undo: return undoLabel() ?? (document.undo() ? changed() : [])
    case .redo: return document.redo() ? changed() : []
    case .clear: return clear()
    case .open: return chooseFile(for: .open)
    case .save: return chooseFile(for: .save)
    case .paste: return closing([.paste])
    case .export:
      exportPlace = nil
      return toggle(.export)
    case .copy: return closing([.copy])
    case .modelMenu: return toggle(.models)
    case .settings: return toggle(.settings)
    case .help: return toggle(.shortcuts)
    case .more: return toggle(.more)
    case .live: return prefer { $0.isLive = true } + [.recognise]
    case .onEnter: return prefer { $0.isLive = false }
    case .recognise: return ask()
    case .closeNotice: return set(\.notice, nil)
    case .closeOverlay: return dismiss()
    case .startDrawing: return choose(.draw)
    case .timePlay: return togglePlay()
    case .whyInk, .whyPixels: return showWhy(pixels: name == .whyPixels)
    default: return pressPart(name)
    }
  }

  private mutating func pressPart(_ name: ControlName) -> [Effect] {
    if tab == .performance, let effects = pressPerformance(name) { return effects }
    if tab == .image, let effects = pressImage(name) { return effects }
    if tab == .compare, let effects = pressCompare(name) { return effects }
    if let effects = pressTeach(name) { return effects }
    if let effects = pressAbout(name) { return effects }
    if let effects = pressInside(name) { return effects }
    if let effects = pressNumber(name) { return effects }
    if let effects = pressLearn(name) { return effects }
    if let model = models.first(where: { ControlName.model($0.name) == name }) {
      overlay = nil
      return prefer { $0.model = model.name } + [.loadModel(model.name)]
    }
    if let look = Settings.Look.allCases.first(where: { ControlName.look($0) == name }) {
      return prefer { $0.theme = look }
    }
    if let mode = PressureWidth.allCases.first(where: { ControlName.pressure($0) == name }) {
      return prefer { $0.pressure = mode } + [.inkChanged]
    }
    if let effects = pressExport(name) { return effects }
    if let index = recent.indices.first(where: { ControlName.recent($0) == name }) {
      return [.open(path: recent[index])]
    }
    return pressSetting(name)
  }

  private mutating func pressSetting(_ name: ControlName) -> [Effect] {
    switch name {
    case .grid: return prefer { $0.hasGrid.toggle() }
    case .motion:
      let reduces = !reducesMotion
      return prefer { $0.reducesMotion = reduces }
    case .larger: return scale(by: 0.25)
    case .smaller: return scale(by: -0.25)
    case .usualScale: return prefer { $0.scale = nil }
    case .fullscreen: return toggleFullscreen()
    default: return choosing { $0.activate(name) }
    }
  }

  mutating func choose(_ tab: Tab) -> [Effect] {
    if tab == .about, self.tab != .about { about.before = self.tab }
    self.tab = tab
    overlay = nil
    let list: [Effect] = tab == .compare ? [.compare(.list)] : []
    time.leave()
    return list + wantFindings() + wantComparison() + wantCard() + wantInside() + wantLessons() + wantTeachAnswers()
  }

  mutating func toggle(_ overlay: Overlay) -> [Effect] {
    self.overlay = self.overlay == overlay ? nil : overlay
    return []
  }

  mutating func dismiss() -> [Effect] {
    if case .files = overlay { return choosing { $0.dismiss() } }
    overlay = nil
    return []
  }

  private mutating func closing(_ effects: [Effect]) -> [Effect] {
    overlay = nil
    return effects
  }

  private mutating func clear() -> [Effect] {
    guard !document.isBlank else { return [] }
    document.clear()
    documentName = nil
    return changed()
  }

  mutating func ask() -> [Effect] {
    askedRevision = document.revision
    return [.recognise]
  }

  mutating func prefer(_ change: (inout Settings) -> Void) -> [Effect] {
    change(&settings)
    return [.saveSettings]
  }

  mutating func scale(by step: Double) -> [Effect] {
    let wanted = min(3, max(1, usualScale + step))
    let effects = prefer { $0.scale = wanted }
    if scale < wanted, !lessons.isPresenting {
      notice = Notice(.warning, "The window has no room for more: make it larger first")
    }
    return effects
  }

  mutating func toggleFullscreen() -> [Effect] {
    isFullscreen.toggle()
    return [.setFullscreen(isFullscreen)]
  }

  mutating func change(_ name: ControlName, to value: Double) -> [Effect] {
    if tab == .performance, let effects = changePerformance(name, to: value) { return effects }
    if tab == .image, let effects = changeImage(name, to: value) { return effects }
    if name == .timeScrub { return scrub(to: value) }
    if name == .learnSmoothing { return set(\.learn.smoothing, value) }
    return name == .widthSlider ? prefer { $0.penWidth = value } + [.inkChanged] : []
  }
}
