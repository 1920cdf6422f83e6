import Glibc
import Graphics
import Ink
import Toolkit

extension Studio {
  /// Finds everything as it was left.
  func begin() throws(StudioFailure) {
    state.desktopScale = host.settings.scale
    state.about.version = options.version
    host.setMinimumSize(StudioState.leastSize)
    if !isUnseen { loadSettings() }
    state.settings.theme = options.look ?? state.settings.theme
    state.settings.scale = options.scale ?? state.settings.scale
    if let screen = options.screen { try showFirst(screen) }
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
  private func showFirst(_ name: String) throws(StudioFailure) {
    let screen = state.showFirstLesson(name)
    if let tab = Tab(rawValue: screen) {
      state.tab = tab
    } else if let page = CompareState.Page.allCases.first(where: { $0.screenName == screen }) {
      (state.tab, state.compare.page) = (.compare, page)
    } else if screen == StudioState.numberScreen {
      state.settings.reads = .number
    } else if let page = PerformancePage.allCases.first(where: { $0.screenName == screen }) {
      (state.tab, state.performance.page) = (.performance, page)
    } else if !state.showFirstInside(screen) {
      let names = Tab.allCases.map(\.rawValue).joined(separator: ", ")
      throw StudioFailure(.usage, "there is no screen '\(name)'; choose one of \(names), or a part of one")
    }
  }

  /// A path as it is known to the next start, too, which may be in another directory.
  private static func absolute(_ path: String) -> String {
    guard let directory = getcwd(nil, 0) else { return path }
    defer { free(directory) }
    return PathText.absolute(path, in: String(cString: directory), home: nil)
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
    if !isUnseen { run(.teach(.load)) }
    for path in options.files { perform(.openPath(Studio.absolute(path))) }
    load(options.model ?? state.settings.model ?? Settings.usualModel) { studio in
      if studio.judge == nil, studio.options.model == nil { studio.load(Settings.usualModel) }
      // Somebody wants to see it read.
      if let replay = studio.options.replay { studio.startReplay(replay) }
    }
  }
}
