import Charts
import Graphics
import Reports
import Toolkit
import Training

extension StudioState {
  /// Asks for what the performance screen needs and has not got.
  mutating func wantFindings() -> [Effect] {
    guard tab == .performance, let model else { return [] }
    guard performance.askedDirectory != model.directory else { return wantDigits() }
    let (page, count) = (performance.page, performance.runCount)
    performance = PerformanceState()
    (performance.page, performance.runCount, performance.askedDirectory) = (page, count, model.directory)
    return [.stopDigits, .readFindings(directory: model.directory), .timeAnswer] + wantDigits()
  }

  mutating func update(_ action: PerformanceAction) -> [Effect] {
    switch action {
    case .found(let findings): take(findings)
    case .progressed(let step, let run):
      if performance.run?.number == run { performance.run?.step = step }
    case .tested(let tests, let run): take(tests, of: run)
    case .notTested(let trouble, let run): return take(trouble, of: run)
    case .chosen(let folder): return useDigits(from: folder)
    case .timed(let time): performance.answerTime = time
    case .pointed(let name, let place, let size): point(name, place, size)
    case .pressed(let name, let place, let size): return press(name, place, size)
    case .released(let name, let place, let size): return release(name, place, size)
    }
    return []
  }

  private mutating func take(_ findings: ModelFindings) {
    // The model may have been changed meanwhile.
    guard findings.directory == performance.askedDirectory else { return }
    performance.findings = findings
    settleChoices()
  }

  /// Chooses what is looked at first, by the figures.
  mutating func settleChoices() {
    let metrics = performance.metrics
    performance.rejection = metrics?.rejectionIndex(nearest: model?.sureFrom ?? 0.5)
    performance.cell = metrics?.mostFrequentMistake ?? performance.cell
    if performance.page == .report, performance.choice == nil {
      performance.choice = metrics?.worstClass.map { .missed($0) }
    }
  }

  private mutating func point(_ name: ControlName, _ place: Point?, _ size: Size) {
    switch name {
    case .matrix: performance.hoveredCell = place.flatMap { confusionChart?.cell(at: $0, in: Rect(size)) }
    case .history:
      if let place, let figure = historyFigure { performance.epoch = figure.epoch(at: place, in: Rect(size)) }
      if place == nil { performance.epoch = nil }
    case .reliability: performance.bin = place.flatMap { reliabilityChart?.bin(at: $0, in: Rect(size)) }
    case .bins: performance.bin = place.flatMap { binRow(at: $0, in: size) }
    case .classes: performance.hoveredRow = place.flatMap { reportRow(at: $0, in: size)?.row }
    case .digits: if let place { _ = chooseDigit(at: place, in: size) }
    default: break
    }
  }

  private mutating func press(_ name: ControlName, _ place: Point, _ size: Size) -> [Effect] {
    switch name {
    case .matrix:
      guard let cell = confusionChart?.cell(at: place, in: Rect(size)) else { return [] }
      performance.cell = cell
      return openList()
    case .classes:
      return reportRow(at: place, in: size).map { list($0.isPrecision ? .taken($0.row) : .missed($0.row)) } ?? []
    case .reliability, .bins:
      point(name, place, size)
      guard let bin = performance.bin, let count = performance.metrics?.reliability.count else { return [] }
      return list(.bin(bin, of: count))
    case .testedColumns: return testedChart?.column(at: place, in: Rect(size)).map { list(.written($0)) } ?? []
    default:
      point(name, place, size)
      return []
    }
  }

  /// A picture is chosen by letting go of it: what lies there on the next screen must not feel the press.
  private mutating func release(_ name: ControlName, _ place: Point, _ size: Size) -> [Effect] {
    guard name == .digits, let digit = chooseDigit(at: place, in: size) else { return [] }
    return [.putOnCanvas(digit: digit)]
  }

  /// Does what a control of the performance screen is for; nil where it belongs to another.
  mutating func pressPerformance(_ name: ControlName) -> [Effect]? {
    if let page = PerformancePage.allCases.first(where: { $0.control == name }) { return choose(page) }
    switch name {
    case .countMeasure: performance.measure = .counts
    case .shareMeasure: performance.measure = .percentOfRow
    case .rawValues: performance.showsRaw.toggle()
    case .logarithmic: performance.hasLogarithmicLoss.toggle()
    case .details: performance.isOpen.toggle()
    case .putOnCanvas: return chosenDigit(of: listedDigits).map { [.putOnCanvas(digit: $0)] } ?? []
    case .samples: performance.showsAugmented = false
    case .augmented: performance.showsAugmented = true
    case .closeList: closeList()
    default: return pressFact(name) ?? pressRun(name)
    }
    return []
  }

  /// Goes to the pictures behind a figure; nil where `name` is none.
  private mutating func pressFact(_ name: ControlName) -> [Effect]? {
    let metrics = performance.metrics
    switch name {
    case .mistakeCount: return choose(.mistakes)
    case .calibrationError: return choose(.calibration)
    case .worst: return metrics?.worstClass.map { choose(.report) + list(.missed($0)) } ?? []
    case .worstPrecision: return metrics?.leastPrecise.map { choose(.report) + list(.taken($0)) } ?? []
    case .acceptedMistakes:
      guard let metrics, let index = performance.rejection, metrics.rejection.indices.contains(index) else { return [] }
      return list(.accepted(metrics.rejection[index].threshold))
    default: return nil
    }
  }

  /// Shows a page from its beginning.
  mutating func choose(_ page: PerformancePage) -> [Effect] {
    performance.page = page
    (performance.isOpen, performance.hoveredCell, performance.epoch, performance.bin) = (false, nil, nil, nil)
    (performance.image, performance.firstImageRow, performance.hoveredRow) = (0, 0, nil)
    performance.choice = page == .report ? performance.metrics?.worstClass.map { .missed($0) } : nil
    return wantDigits()
  }

  /// Lists the digits that `choice` means.
  mutating func list(_ choice: DigitChoice) -> [Effect] {
    performance.choice = choice
    return openList()
  }

  private mutating func openList() -> [Effect] {
    (performance.image, performance.firstImageRow, performance.isOpen) = (0, 0, true)
    return wantDigits()
  }

  /// Goes back from the list to what stood in its place.
  mutating func closeList() {
    performance.isOpen = false
    if performance.page != .report { performance.choice = nil }
  }

  /// Takes a value that was dragged; nil where it belongs to another screen.
  mutating func changePerformance(_ name: ControlName, to value: Double) -> [Effect]? {
    switch name {
    case .smoothing: performance.smoothing = value
    case .rejection: performance.rejection = Int(value)
    default: return nil
    }
    return []
  }
}
