import Charts
import Graphics
import Reports
import Toolkit
import Training

extension StudioState {
  /// Asks for what the performance screen needs and has not got.
  mutating func wantFindings() -> [Effect] {
    guard tab == .performance, let model, performance.askedDirectory != model.directory else { return [] }
    let page = performance.page
    performance = PerformanceState()
    (performance.page, performance.askedDirectory) = (page, model.directory)
    return [.readFindings(directory: model.directory), .timeAnswer] + wantDigits()
  }

  /// Asks for the test digits where the page needs them.
  private mutating func wantDigits() -> [Effect] {
    guard let directory = performance.askedDirectory, performance.page.needsDigits, !performance.hasAskedTests else {
      return []
    }
    performance.hasAskedTests = true
    return [.readDigits(directory: directory)]
  }

  mutating func update(_ action: PerformanceAction) -> [Effect] {
    switch action {
    case .found(let findings):
      // The model may have been changed meanwhile.
      guard findings.directory == performance.askedDirectory else { return [] }
      performance.findings = findings
      performance.rejection = findings.metrics?.rejectionIndex(nearest: model?.sureFrom ?? 0.5)
      performance.cell = findings.metrics?.mostFrequentMistake ?? performance.cell
    case .tested(let tests, let directory):
      if directory == performance.askedDirectory { performance.tests = tests }
    case .notTested(let reason, let directory):
      if directory == performance.askedDirectory { performance.testTrouble = reason }
    case .timed(let time): performance.answerTime = time
    case .pointed(let name, let place, let size): point(name, place, size)
    case .pressed(let name, let place, let size): press(name, place, size)
    }
    return []
  }

  private mutating func point(_ name: ControlName, _ place: Point?, _ size: Size) {
    switch name {
    case .matrix: performance.hoveredCell = place.flatMap { confusionChart?.cell(at: $0, in: Rect(size)) }
    case .history:
      if let place, let figure = historyFigure { performance.epoch = figure.epoch(at: place, in: Rect(size)) }
      if place == nil { performance.epoch = nil }
    case .reliability: performance.bin = place.flatMap { reliabilityChart?.bin(at: $0, in: Rect(size)) }
    default: break
    }
  }

  private mutating func press(_ name: ControlName, _ place: Point, _ size: Size) {
    if name == .digits { return chooseDigit(at: place, in: size) }
    guard name == .matrix else { return point(name, place, size) }
    guard let cell = confusionChart?.cell(at: place, in: Rect(size)) else { return }
    performance.cell = cell
    (performance.image, performance.isOpen) = (0, true)
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
    default: return nil
    }
    return []
  }

  private mutating func choose(_ page: PerformancePage) -> [Effect] {
    performance.page = page
    (performance.isOpen, performance.hoveredCell, performance.epoch, performance.bin) = (false, nil, nil, nil)
    performance.image = 0
    return wantDigits()
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

  /// Does what a key is for on the performance screen; nil where it is for nothing there.
  mutating func updatePerformance(_ event: KeyEvent) -> [Effect]? {
    guard overlay == nil else { return nil }
    if event.key == .escape, performance.isOpen, notice == nil {
      performance.isOpen = false
      return []
    }
    if performance.page == .mistakes || (performance.page == .confusion && performance.isOpen) {
      return walkDigits(event.key)
    }
    return walkChart(event.key) ? [] : nil
  }

  private mutating func walkChart(_ key: Key) -> Bool {
    switch performance.page {
    case .overview: return scrollLayers(key)
    case .confusion: return walkMatrix(key)
    case .curves: return walkEpochs(key)
    case .calibration: return walkBins(key)
    case .data where key == .enter:
      performance.isOpen = true
      return true
    case .report, .mistakes, .data: return false
    }
  }

  private mutating func walkMatrix(_ key: Key) -> Bool {
    var cell = performance.cell
    switch key {
    case .left: cell.column -= 1
    case .right: cell.column += 1
    case .up: cell.row -= 1
    case .down: cell.row += 1
    case .home: cell.column = 0
    case .end: cell.column = 9
    case .enter:
      performance.isOpen = true
      return true
    default: return false
    }
    performance.image = 0
    performance.cell = ConfusionChart.Cell(row: min(9, max(0, cell.row)), column: min(9, max(0, cell.column)))
    return true
  }

  private mutating func walkEpochs(_ key: Key) -> Bool {
    guard let history = performance.findings?.curves else { return false }
    let kept = (history.keptEpoch ?? 0) + 1
    let now = performance.epoch ?? kept
    switch key {
    case .left: performance.epoch = max(1, now - 1)
    case .right: performance.epoch = min(history.epochs, now + 1)
    case .home: performance.epoch = kept
    case .end: performance.epoch = history.epochs
    case .enter: performance.isOpen = true
    default: return false
    }
    return true
  }

  private mutating func walkBins(_ key: Key) -> Bool {
    guard let count = performance.findings?.metrics?.reliability.count, count > 0 else { return false }
    switch key {
    case .left: performance.bin = max(0, (performance.bin ?? count) - 1)
    case .right: performance.bin = min(count - 1, (performance.bin ?? -1) + 1)
    case .enter: performance.isOpen = true
    default: return false
    }
    return true
  }

  private mutating func scrollLayers(_ key: Key) -> Bool {
    switch key {
    case .up: scrollLayers(by: -1)
    case .down: scrollLayers(by: 1)
    case .enter: performance.isOpen = true
    default: return false
    }
    return true
  }

  /// Moves the layer table; its last row is the last to be seen.
  mutating func scrollLayers(by rows: Int) {
    let most = max(0, (model?.layers.count ?? 0) - 1)
    performance.firstLayer = min(most, max(0, performance.firstLayer + rows))
  }
}
