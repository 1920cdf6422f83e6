import Charts
import Toolkit
import Training

extension StudioState {
  /// Asks for the test digits where the page needs them.
  mutating func wantDigits() -> [Effect] {
    let isNeeded = performance.page.needsDigits || performance.choice != nil
    guard isNeeded, performance.tests == nil, performance.run == nil, performance.testTrouble == nil else { return [] }
    return startRun(isAsked: false)
  }

  private mutating func startRun(isAsked: Bool, fetches: Bool = false) -> [Effect] {
    guard let directory = performance.askedDirectory else { return [] }
    performance.runCount += 1
    performance.testTrouble = nil
    performance.run = DigitRun(number: performance.runCount, isAsked: isAsked, fetches: fetches)
    return [.testDigits(run: performance.runCount, directory: directory, fetches: fetches)]
  }

  /// Gives up the reading that is under way; what it has fetched is kept.
  mutating func stopRun() -> [Effect] {
    guard let run = performance.run else { return [] }
    performance.run = nil
    if run.isFetching { performance.testTrouble = .stopped }
    return [.stopDigits]
  }

  /// Does what a control of a reading is for; nil where `name` is none.
  mutating func pressRun(_ name: ControlName) -> [Effect]? {
    switch name {
    case .evaluate: return evaluate()
    case .stopRun:
      let wasNeeded = performance.run?.isAsked == false
      let effects = stopRun()
      if wasNeeded, performance.testTrouble == nil { performance.testTrouble = .notRead }
      return effects
    case .fetch:
      let effects: [Effect] = settings.digits == nil ? [] : prefer { $0.digits = nil }
      return effects + startRun(isAsked: performance.run?.isAsked ?? false, fetches: true)
    case .openFolder: return chooseFile(for: .digits)
    default: return nil
    }
  }

  private mutating func evaluate() -> [Effect] {
    guard performance.run == nil else {
      // The pictures are being read already: what is counted there are the figures.
      performance.run?.isAsked = true
      return []
    }
    return startRun(isAsked: true)
  }

  /// Has the digits read from the folder that a chosen file lies in.
  mutating func useDigits(from folder: String?) -> [Effect] {
    guard let folder else { return [] }
    (performance.tests, performance.isMeasured) = (nil, false)
    return prefer { $0.digits = folder } + startRun(isAsked: false)
  }

  // MARK: What comes of it

  mutating func take(_ tests: TestAnswers, of run: Int) {
    guard let current = performance.run, current.number == run else { return }
    performance.run = nil
    performance.tests = tests
    guard current.isAsked else { return }
    let isFirst = performance.metrics == nil
    performance.isMeasured = true
    // What is looked at stays, if there was anything.
    if isFirst { settleChoices() }
  }

  mutating func take(_ trouble: DigitTrouble, of run: Int) -> [Effect] {
    guard let current = performance.run, current.number == run else { return [] }
    performance.run = nil
    performance.testTrouble = trouble
    let isOnScreen = performance.page.needsDigits || performance.choice != nil
    guard current.isAsked || !trouble.isAbsence else { return [] }
    notice = Notice(.bad, trouble.text)
    // There are the buttons that help.
    return isOnScreen ? [] : choose(.mistakes)
  }
}

extension TestAnswers {
  /// How long the reading took, in words.
  var timeWords: String { TimeText.seconds(time) }
}

extension TimeText {
  /// Two significant digits, such as `0.93 s`, `1.2 s`, `12 s`.
  static func seconds(_ time: Duration) -> String {
    let value = time.milliseconds / 1e3
    return NumberText.fixed(value, value < 1 ? 2 : value < 10 ? 1 : 0) + " s"
  }
}
