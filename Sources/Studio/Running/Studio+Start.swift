import Graphics
import Ink
import Toolkit

extension Studio {
  /// Finds everything as it was left.
  func begin() {
    state.desktopScale = host.settings.scale
    host.setMinimumSize(StudioState.smallestWindow)
    loadPreferences()
    state.preferences.look = options.look ?? state.preferences.look
    state.preferences.scale = options.scale ?? state.preferences.scale
    if let model = options.model { state.preferences.model = model }
    if let screen = options.screen, let tab = Tab(rawValue: screen) { state.tab = tab }
    if options.screenshot == nil { restore() }
    if options.isBenchmark {
      figures = LatencyFigures()
      state.notice = Notice(.good, "Draw: the figures are printed when the window is closed")
    }
    state.recent = recent.load()
  }

  /// Brings the last drawing back and keeps the next one.
  private func restore() {
    let mailbox = host.mailbox
    let autosave = Autosave(directory: directories.state) { [weak self] trouble in
      mailbox.post { self?.perform(.saveProblem("Not saved: \(trouble)")) }
    }
    self.autosave = autosave
    if let drawing = autosave.restore() { perform(.restored(drawing)) }
  }

  /// What waits until the first frame is on the screen: the model, and what was asked to be opened.
  func finishStart() {
    load(state.preferences.model)
    for path in options.files { perform(.openPath(path)) }
    if let replay = options.replay { startReplay(replay) }
  }
}
