import Graphics
import Toolkit

extension StudioState {
  /// The window's size in units.
  var windowSize: Size { Size(width: Double(window.width) / scale, height: Double(window.height) / scale) }

  /// Where everything is on the current screen.
  var windowLayout: WindowLayout { WindowLayout(windowSize, foot: foot) }

  /// Shows the files to choose one for `task`.
  mutating func chooseFile(for task: FileTask) -> [Effect] {
    fileTask = task
    var chooser = FileChooser(
      task.title, task.purpose, directory: settings.lastDirectory ?? home ?? "/", home: home)
    chooser.setRowsOnPage(FileChooserView.rowsOnPage(in: windowSize))
    let effect = chooser.start()
    overlay = .files(chooser)
    return follow(effect)
  }

  /// Has the chooser that is open take something.
  mutating func choosing(_ change: (inout FileChooser) -> FileChooser.Effect?) -> [Effect] {
    guard case .files(var chooser) = overlay else { return [] }
    let effect = change(&chooser)
    overlay = .files(chooser)
    return follow(effect)
  }

  /// Has the chooser that is open take something that asks for nothing.
  mutating func choosing(_ change: (inout FileChooser) -> Void) -> [Effect] {
    choosing { (chooser) -> FileChooser.Effect? in
      change(&chooser)
      return nil
    }
  }

  private mutating func follow(_ effect: FileChooser.Effect?) -> [Effect] {
    switch effect {
    case nil: return []
    case .list(let directory, let request): return [.listFiles(directory: directory, request: request)]
    case .examine(let path, let request): return [.examineFile(path: path, request: request)]
    case .cancel:
      overlay = nil
      return []
    case .choose(let path): return choose(path)
    case .copy(let text): return [.copyText(text)]
    case .paste: return [.paste]
    }
  }

  private mutating func choose(_ path: String) -> [Effect] {
    overlay = nil
    let directory = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    let effects = prefer { $0.lastDirectory = directory.isEmpty ? "/" : directory }
    switch fileTask {
    case .open: return effects + [.open(path: path)]
    case .save: return effects + [.save(path: path)]
    case .digits: return effects + useDigits(from: settings.lastDirectory)
    case .export(let item, _): return effects + [.export(item, path: path)]
    case .batch: return effects + openBatch([path])
    case .batchExport: return effects + update(BatchAction.export(path))
    case .openPhoto: return effects + opening(path)
    case .saveFrame: return effects + [.image(.export(path: path))]
    case .stages: return effects + [.exportStages(path: path)]
    case .learnCSV: return effects + update(LearnAction.csv(path))
    case .learnDigits: return effects + train(withDigitsFrom: settings.lastDirectory)
    case .lesson: return effects + [.lessons(.open(path: path))]
    case .teachExport: return effects + [.teach(.export(path: path))]
    }
  }

  /// A wheel was turned over something.
  mutating func scroll(_ name: ControlName?, _ event: ScrollEvent) -> [Effect] {
    if case .files = overlay { return choosing { $0.scroll(by: event.notches.y) } }
    if tab == .performance { scrollPerformance(name, by: event.notches.y) }
    if tab == .batch, overlay == nil { scrollBatch(by: event.notches.y) }
    if tab == .teach, overlay == nil { scrollTeach(by: event.notches.y) }
    if tab == .compare { scrollModels(by: Int(event.notches.y.rounded())) }
    if tab == .about { scrollAbout(by: event.notches.y * 60) }
    if tab == .lessons { scrollLessons(by: Int(event.notches.y.rounded())) }
    if tab == .inside { scrollInside(by: Int(event.notches.y.rounded())) }
    return []
  }
}
