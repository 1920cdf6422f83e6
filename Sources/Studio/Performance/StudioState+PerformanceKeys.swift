import Charts
import Toolkit
import Training

extension StudioState {
  /// Does what a key is for on the performance screen; nil where it is for nothing there.
  mutating func updatePerformance(_ event: KeyEvent) -> [Effect]? {
    guard overlay == nil else { return nil }
    if event.key == .escape, notice == nil {
      if performance.isOpen || performance.choice != nil && performance.page != .report {
        closeList()
        return []
      }
      if performance.run?.isAsked == true { return stopRun() }
    }
    if listedChoice != nil, performance.page == .mistakes || performance.isOpen, let effects = walkDigits(event.key) {
      return effects
    }
    return walkChart(event.key)
  }

  private mutating func walkChart(_ key: Key) -> [Effect]? {
    switch performance.page {
    case .overview: return scrollLayers(key) ? [] : nil
    case .confusion: return walkMatrix(key)
    case .curves: return walkEpochs(key) ? [] : nil
    case .report: return walkReport(key)
    case .calibration: return walkBins(key)
    case .data: return walkColumns(key)
    case .mistakes: return nil
    }
  }

  private mutating func walkMatrix(_ key: Key) -> [Effect]? {
    if key == .enter {
      performance.isOpen = true
      return []
    }
    guard let cell = performance.cell.moved(by: key) else { return nil }
    (performance.image, performance.firstImageRow) = (0, 0)
    performance.cell = cell
    return []
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

  /// Up and down choose a digit, left and right whether those it lost or those it took; Enter goes to their pictures.
  private mutating func walkReport(_ key: Key) -> [Effect]? {
    guard let choice = performance.choice, let row = choice.reportRow else { return nil }
    var (digit, isPrecision) = row
    switch key {
    case .up: digit = max(0, digit - 1)
    case .down: digit = min(9, digit + 1)
    case .home: digit = 0
    case .end: digit = 9
    case .left: isPrecision = true
    case .right: isPrecision = false
    case .enter: return list(choice)
    default: return nil
    }
    return list(isPrecision ? .taken(digit) : .missed(digit), opens: false)
  }

  private mutating func walkBins(_ key: Key) -> [Effect]? {
    guard let count = performance.metrics?.reliability.count, count > 0 else { return nil }
    switch key {
    case .left: performance.bin = max(0, (performance.bin ?? count) - 1)
    case .right: performance.bin = min(count - 1, (performance.bin ?? -1) + 1)
    case .enter: return list(.bin(performance.bin ?? 0, of: count))
    default: return nil
    }
    return []
  }

  private mutating func walkColumns(_ key: Key) -> [Effect]? {
    let now: Int? = if case .written(let digit) = performance.choice { digit } else { nil }
    switch key {
    case .left: return list(.written(max(0, (now ?? 10) - 1)), opens: false)
    case .right: return list(.written(min(9, (now ?? -1) + 1)), opens: false)
    case .enter:
      performance.isOpen = true
      return []
    default: return nil
    }
  }

  /// Lists digits, with the keyboard still at the chart.
  private mutating func list(_ choice: DigitChoice, opens: Bool) -> [Effect] {
    let effects = list(choice)
    performance.isOpen = opens
    return effects
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

  /// A wheel was turned by so many notches over something.
  mutating func scrollPerformance(_ name: ControlName?, by notches: Double) {
    guard notches.isFinite, name == .layers || name == .digits else { return }
    // Smooth devices send parts of a notch.
    let sum = performance.restOfNotch + min(1000, max(-1000, notches))
    let rows = Int(sum)
    performance.restOfNotch = sum - Double(rows)
    if name == .layers { scrollLayers(by: rows) }
    if name == .digits { scrollDigits(by: rows) }
  }

  /// Moves the layer table; its last row is the last to be seen.
  private mutating func scrollLayers(by rows: Int) {
    let most = max(0, (model?.layers.count ?? 0) - 1)
    performance.firstLayer = min(most, max(0, performance.firstLayer + rows))
  }
}

extension DigitChoice {
  /// The row of the report that it belongs to, and whether to its precision.
  var reportRow: (digit: Int, isPrecision: Bool)? {
    switch self {
    case .missed(let digit): (digit, false)
    case .taken(let digit): (digit, true)
    case .cell, .written, .bin, .accepted, .mistakes: nil
    }
  }
}

extension ConfusionChart.Cell {
  /// The cell that a key leads to from here, on a matrix of ten digits; nil for keys that lead nowhere.
  func moved(by key: Key) -> ConfusionChart.Cell? {
    switch key {
    case .left: ConfusionChart.Cell(row: row, column: max(0, column - 1))
    case .right: ConfusionChart.Cell(row: row, column: min(9, column + 1))
    case .up: ConfusionChart.Cell(row: max(0, row - 1), column: column)
    case .down: ConfusionChart.Cell(row: min(9, row + 1), column: column)
    case .home: ConfusionChart.Cell(row: row, column: 0)
    case .end: ConfusionChart.Cell(row: row, column: 9)
    default: nil
    }
  }
}
