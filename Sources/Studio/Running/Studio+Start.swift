import Graphics
import Ink
import Toolkit

extension Studio {
  /// Finds everything as it was left.
  func begin() {
    state.desktopScale = host.settings.scale
    state.about.version = options.version
    host.setMinimumSize(StudioState.leastSize)
    if !isUnseen { loadSettings() }
    state.settings.theme = options.look ?? state.settings.theme
    state.settings.scale = options.scale ?? state.settings.scale
    showFirst(options.screen)
    if !isUnseen {
      restore()
      state.recent = recent.load()
    }
    if options.isBenchmark {
      figures = LatencyFigures()
      state.notice = Notice(.good, "Draw: the figures are printed when the window is closed")
    }
  }

  /// Shows the screen of a name, such as `draw` or `performance.curves`.
  private func showFirst(_ screen: String?) {
    guard let screen = state.showFirstLesson(screen) else { return }
    if let tab = Tab(rawValue: screen) { state.tab = tab }
    if let page = CompareState.Page.allCases.first(where: { $0.screenName == screen }) {
      (state.tab, state.compare.page) = (.compare, page)
    }
    if screen == StudioState.numberScreen { state.settings.reads = .number }
    if screen.hasPrefix("inside.") { state.showFirstInside(screen) }
    guard let page = PerformancePage.allCases.first(where: { $0.screenName == screen }) else { return }
    (state.tab, state.performance.page) = (.performance, page)
  }

  /// Whether this is for a picture only: nothing that belongs to the user is read or written.
  var isUnseen: Bool { options.screenshot != nil }

  private func loadSettings() {
    let contents = settingsFile.load()
    state.settings = contents.settings
    if let trouble = contents.troubles.first { perform(.notice(Notice(.warning, "\(trouble)"))) }
  }

  /// Brings the last drawing back and keeps the next one.
  private func restore() {
    let mailbox = host.mailbox
    let autosave = Autosave(
      directory: directories.state, recovered: { [weak self] in mailbox.post { self?.perform(.saveProblem(nil)) } },
      report: { [weak self] trouble in mailbox.post { self?.perform(.saveProblem("Not saved: \(trouble)")) } })
    self.autosave = autosave
    if let drawing = autosave.restore() { perform(.restored(drawing)) }
  }

  /// What waits until the first frame is on the screen: the model, and what was asked to be opened.
  func finishStart() {
    perform(.compare(.racers(shelf.racers)))
    perform(.modelsFound(shelf.entries))
    resumeLearning()
    for effect in state.wantLessons() { run(effect) }
    run(.teach(.load))
    for path in options.files { perform(.openPath(path)) }
    load(options.model ?? state.settings.model ?? Settings.usualModel) { studio in
      if studio.judge == nil, studio.options.model == nil { studio.load(Settings.usualModel) }
      // Somebody wants to see it read.
      if let replay = studio.options.replay { studio.startReplay(replay) }
    }
  }
}
