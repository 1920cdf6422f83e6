import Charts
import Graphics
import Toolkit
import Training

extension StudioState {
  /// The buttons of the training, its settings, its curves, and what the network makes of the ink.
  func learnScreen(_ layout: WindowLayout, _ moving: Moving) -> [Element] {
    let parts = LearnLayout(layout, page: learn.page)
    var elements = learnBar(parts) + learnPages(parts)
    if let place = parts.settings {
      elements += learnSettings(in: place, focus: moving.focus, isSplit: parts.isCompact)
    }
    if let place = parts.curves { elements += learnCurves(in: place) }
    return elements + learnGuess(parts, moving)
  }

  // MARK: The bar

  /// A button of the bar.
  private struct BarButton {
    var name: ControlName
    var icon: Icon?
    var label: String
    var hint: String
    var isEnabled = true
  }

  private func learnBar(_ parts: LearnLayout) -> [Element] {
    let runs = learn.phase.isRunning
    let isFree = learn.phase != .keeping
    let play = Element(
      .learnPlay, Rect(x: parts.bar.x, y: parts.bar.y, width: 44, height: 44),
      ButtonLook("", icon: runs ? .pause : .play, style: .primary), role: .button, isEnabled: isFree,
      hint: runs ? "Pause (Space)" : learn.phase == .ended ? "Begin anew (Space)" : "Play (Space)", cursor: .hand)
    let buttons = [
      BarButton(name: .learnBatch, icon: .step, label: "Batch", hint: "Learn one batch of digits", isEnabled: isFree),
      BarButton(
        name: .learnEpoch, icon: .forward, label: "Epoch", hint: "Learn to the end of the epoch", isEnabled: isFree),
      BarButton(
        name: .learnRewind, icon: .rewind, label: "Rewind", hint: "To the beginning, with the same seed",
        isEnabled: isFree),
      BarButton(
        name: .learnNewSeed, label: "New seed", hint: "To the beginning, with other weights", isEnabled: isFree),
    ]
    var x = play.frame.maxX + 8
    let elements = buttons.map { button in
      let isBare = parts.isCompact && button.icon != nil
      let width: Double = isBare ? 44 : button.icon == nil ? 92 : 104
      defer { x += width + 8 }
      return Element(
        button.name, Rect(x: x, y: parts.bar.y, width: width, height: 44),
        ButtonLook(isBare ? "" : button.label, icon: button.icon), role: .button, isEnabled: button.isEnabled,
        hint: button.hint, cursor: .hand)
    }
    return [play] + elements + learnProgressBar(from: x + 8, parts)
  }

  private func learnProgressBar(from x: Double, _ parts: LearnLayout) -> [Element] {
    let width: Double = parts.isCompact ? 112 : 124
    let keep = Rect(x: parts.bar.maxX - width, y: parts.bar.y, width: width, height: 44)
    let canKeep = learn.canKeep
    let button = Element(
      .learnKeep, keep, ButtonLook("Keep model"), role: .button, isEnabled: canKeep,
      hint: canKeep
        ? "End here, test once and put the best epoch among the models" : "After the first epoch the model can be kept",
      cursor: .hand)
    let place = Rect(x: x, y: parts.bar.y + 2, width: keep.x - 16 - x, height: 40)
    guard place.width >= 80 else { return [button] }
    let share = learn.loading != nil && learn.phase == .preparing ? loadingShare : learn.progress?.share ?? 0
    let isStopped = learn.phase == .ended && learn.end?.reason == .diverged
    let words = parts.isCompact ? learn.shortWords : learn.words
    return [Element("learn.progress", place, ProgressLook(share: share, words: words, isStopped: isStopped)), button]
  }

  private var loadingShare: Double {
    learn.loading.map { DigitRun(number: 0, step: $0, isAsked: false).share } ?? 0
  }

  private func learnPages(_ parts: LearnLayout) -> [Element] {
    guard let row = parts.pages else { return [] }
    let pages = LearnState.Page.allCases
    let width = row.width / Double(pages.count)
    return [Element("learn.pages", row, PanelLook(.control, radius: 8))]
      + pages.enumerated().map { index, page in
        let isChosen = page == learn.page
        return Element(
          page.control, Rect(x: row.x + Double(index) * width, y: row.y, width: width, height: row.height),
          SegmentLook(page.title, isChosen: isChosen), role: .choice(group: "learn.pages", isChosen: isChosen),
          cursor: .hand)
      }
  }

  // MARK: Status line

  /// One plain sentence about the training.
  package var learnReadOut: String {
    if let pointed = learnPointReadOut { return pointed }
    return learn.words + "."
  }

  /// On other screens, that a network learns meanwhile; nil where none does.
  var learningElsewhere: String? {
    guard tab != .learn, learn.phase == .playing, let progress = learn.progress else { return nil }
    return "Learning: epoch \(min(progress.epoch + 1, progress.epochs)) of \(progress.epochs)"
  }

  /// Where what is learned goes.
  var learnStatus: String {
    if let problem = learn.saveProblem { return problem }
    if let kept = learn.kept { return "Kept as \(kept.name)" }
    let isGoingOn = learn.phase != .none && learn.phase != .ended
    return isGoingOn ? "Closing the window loses nothing: training goes on with the next start" : ""
  }
}
