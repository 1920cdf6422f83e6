import Charts
import DigitData
import Graphics
import Toolkit
import Training

extension StudioState {
  /// What stands right of the sub-tabs: the button that measures the figures anew, or how far that has come.
  func evaluationBar(in rect: Rect) -> [Element] {
    guard let run = performance.run, run.isAsked else { return evaluateButton(in: rect) }
    let width = min(88, rect.width)
    let button = Rect(x: rect.maxX - width, y: rect.y, width: width, height: rect.height)
    let room = min(280, rect.width - width - 16)
    let stop = Element(
      .stopRun, button, ButtonLook("Cancel"), role: .button, hint: "Stop measuring (Esc)", cursor: .hand)
    guard room >= 96 else { return [stop] }
    let place = Rect(x: button.x - 16 - room, y: rect.y, width: room, height: rect.height)
    let words = room < 200 ? run.shortWords : run.words
    return [Element("performance.progress", place, ProgressLook(share: run.share, words: words)), stop]
  }

  private func evaluateButton(in rect: Rect) -> [Element] {
    guard rect.width >= 44 else { return [] }
    let width: Double = rect.width < 148 ? 44 : 148
    let button = Rect(x: rect.maxX - width, y: rect.y, width: width, height: rect.height)
    let evaluate = Element(
      .evaluate, button, ButtonLook(width < 148 ? "" : "Evaluate now", icon: .play), role: .button,
      isEnabled: model != nil, hint: "Measure all figures anew on the test digits", cursor: .hand)
    guard let words = measuredWords else { return [evaluate] }
    let needed = Font.secondary.width(of: words).rounded(.up)
    guard needed + 16 <= rect.width - width else { return [evaluate] }
    let place = Rect(x: button.x - 16 - needed, y: rect.y, width: needed, height: rect.height)
    return [Element("performance.measured", place, LabelLook(words, .secondary, .muted, .trailing)), evaluate]
  }

  /// That the figures are new, and how long they took; nil where they are those of the file.
  var measuredWords: String? {
    guard performance.isMeasured, let tests = performance.tests else { return nil }
    return "Measured now, \(NumberText.counted(tests.metrics.count, "digit", "digits")) in \(tests.timeWords)"
  }
}

extension DigitRun {
  /// How far it has come.
  var words: String {
    switch step {
    case .reading: "Reading the test digits"
    case .fetching(let progress):
      "File \(progress.index + 1) of \(progress.fileCount), \(DigitRun.megabytes(progress.receivedBytes))"
        + (progress.totalBytes.map { " of \(DigitRun.megabytes($0))" } ?? "") + " MB"
    case .asking(let done, let count, let rate):
      "\(NumberText.grouped(done)) of \(NumberText.grouped(count)), \(NumberText.grouped(Int(rate.rounded()))) each second"
    }
  }

  /// The same where there is little room.
  var shortWords: String {
    if case .asking(let done, let count, _) = step {
      return "\(NumberText.grouped(done)) of \(NumberText.grouped(count))"
    }
    return words
  }

  private static func megabytes(_ bytes: Int) -> String { NumberText.fixed(Double(bytes) / 1e6, 1) }
}
