import Charts
import DigitData
import Graphics
import Toolkit

extension StudioState {
  /// The choices of how many rows are read.
  static let batchLimits: [Int?] = [1_000, 10_000, 100_000, 1_000_000, nil]

  /// Does what a control of the batch screen is for; nil where it belongs to another.
  mutating func pressBatch(_ name: ControlName) -> [Effect]? {
    switch name {
    case .open where overlay == nil, .openBatch, ControlName.openBatch.part("large"): return chooseFile(for: .batch)
    case .runBatch: return startBatch()
    case .cancelBatch: return [.batch(.cancel)]
    case .exportBatch: return batch.isExporting ? [.batch(.stopExport)] : toggle(.batch(.export))
    case .batchLimit: return toggle(.batch(.limit))
    case .batchSort: return toggle(.batch(.sort))
    case .batchDigits: return toggle(.batch(.digits))
    case .batchCanvas: return putSelectionOnCanvas()
    case .batchDetails: return set(\.batch.isOpen, !batch.isOpen)
    case .batchShowAll: return list { $0 = BatchFilter() }
    default: return pressBatchChoice(name)
    }
  }

  private mutating func pressBatchChoice(_ name: ControlName) -> [Effect]? {
    if let kind = BatchFilter.Kind.allCases.first(where: { ControlName.batch($0) == name }) {
      return list { $0.kind = kind }
    }
    if let page = BatchPage.allCases.first(where: { $0.control == name }) { return set(\.batch.page, page) }
    if let key = BatchOrder.Key.allCases.first(where: {
      ControlName.batch($0) == name || ControlName.batchSort.part($0.rawValue) == name
    }) {
      overlay = nil
      batch.order.choose(key)
      return rearrange()
    }
    return pressBatchMenu(name)
  }

  private mutating func pressBatchMenu(_ name: ControlName) -> [Effect]? {
    if let limit = StudioState.batchLimits.first(where: { ControlName.batchLimit.part(StudioState.word($0)) == name }) {
      (overlay, batch.limit) = (nil, limit)
      return []
    }
    if let format = AnswerFormat.allCases.first(where: { ControlName.exportBatch.part($0.rawValue) == name }) {
      return chooseFile(for: .batchExport(format, name: batch.exportName))
    }
    guard name != ControlName.batchDigits.part("any") else { return list { $0.part = .any } }
    return (0...9).first { ControlName.batchDigits.part($0) == name }.map { digit in list { $0.part = .digit(digit) } }
  }

  /// A number of rows as it stands in names.
  static func word(_ limit: Int?) -> String { limit.map(String.init) ?? "all" }

  private mutating func list(_ change: (inout BatchFilter) -> Void) -> [Effect] {
    overlay = nil
    change(&batch.filter)
    return rearrange()
  }

  private func putSelectionOnCanvas() -> [Effect] {
    batch.selected.map { [.batch(.putOnCanvas(row: $0))] } ?? []
  }

  // MARK: Keys

  /// Does what a key is for on the batch screen; nil where it is for nothing there.
  mutating func updateBatch(_ event: KeyEvent) -> [Effect]? {
    guard overlay == nil else { return nil }
    let page = max(1, Int(batchLayout.rowsOnPage) - 1)
    switch event.key {
    case .up: select(at: batch.position - 1)
    case .down: select(at: batch.position + 1)
    case .pageUp: select(at: batch.position - page)
    case .pageDown: select(at: batch.position + page)
    case .home: select(at: 0)
    case .end: select(at: batch.listed - 1)
    case .enter where batch.phase == .empty: return event.isRepeat ? [] : chooseFile(for: .batch)
    case .enter: return event.isRepeat ? [] : enterBatch()
    case .escape where batch.isOpen && notice == nil: batch.isOpen = false
    default: return nil
    }
    return []
  }

  private mutating func enterBatch() -> [Effect] {
    guard batchLayout.isSingle, !batch.isOpen else { return putSelectionOnCanvas() }
    (batch.isOpen, batch.page) = (true, .row)
    return []
  }

  // MARK: Pointer

  /// A wheel was turned: the list goes on by three rows for each notch.
  mutating func scrollBatch(by notches: Double) { scrollBatch(to: batch.firstRow + 3 * notches) }

  mutating func pointBatch(_ name: ControlName, _ place: Point?, _ size: Size) {
    switch name {
    case .batchTable: batch.hovered = place.flatMap { listPosition(at: $0) }
    case .batchMatrix: batch.hoveredCell = place.flatMap { batchChart.cell(at: $0, in: Rect(size)) }
    default: break
    }
  }

  mutating func pressBatch(_ name: ControlName, at place: Point, _ size: Size, _ now: Duration) -> [Effect] {
    switch name {
    case .batchTable: return pressRow(at: place, now)
    case .batchMatrix:
      guard let cell = batchChart.cell(at: place, in: Rect(size)) else { return [] }
      batch.isOpen = false
      return list { ($0.kind, $0.part) = (.all, .cell(written: cell.row, read: cell.column)) }
    case .batchScroll: grip(at: place.y)
    default: break
    }
    return []
  }

  mutating func dragBatch(_ name: ControlName, _ place: Point, _ size: Size) {
    switch name {
    case .batchScroll: dragKnob(to: place.y)
    case .batchTable: dragList(to: place.y)
    default: break
    }
  }

  private func listPosition(at place: Point) -> Int? {
    let position = Int((place.y / batchLayout.rowHeight + batch.firstRow).rounded(.down))
    return (0..<batch.listed).contains(position) ? position : nil
  }

  private mutating func pressRow(at place: Point, _ now: Duration) -> [Effect] {
    guard let position = listPosition(at: place), let row = batch.row(at: position) else { return [] }
    let isSecond = batch.lastPress.map { $0.row == row && !$0.isDrag && now - $0.time < FileChooser.doublePressTime }
    let height = batchLayout.rowHeight
    batch.lastPress = FileChooser.Press(row: row, time: now, place: place.y / height, firstRow: batch.firstRow)
    (batch.position, batch.selected) = (position, row)
    return isSecond == true ? putSelectionOnCanvas() : []
  }

  /// A finger or a pen pulls the list along.
  private mutating func dragList(to y: Double) {
    guard var press = batch.lastPress else { return }
    let distance = y / batchLayout.rowHeight - press.place
    press.isDrag = press.isDrag || abs(distance) > 0.25
    if press.isDrag { scrollBatch(to: press.firstRow - distance) }
    batch.lastPress = press
  }

  private mutating func grip(at y: Double) {
    guard let knob = batchLayout.knob(first: batch.firstRow, of: batch.listed) else { return }
    let isOnKnob = y >= knob.y && y < knob.y + knob.height
    batch.grip = isOnKnob ? y - knob.y : knob.height / 2
    if !isOnKnob { dragKnob(to: y) }
  }

  private mutating func dragKnob(to y: Double) {
    guard let grip = batch.grip, batchLayout.knob(first: batch.firstRow, of: batch.listed) != nil else { return }
    scrollBatch(to: batchLayout.first(knobAt: y - grip, of: batch.listed))
  }
}

extension BatchState {
  /// The name that is proposed for a file of all rows, without its ending.
  fileprivate var exportName: String {
    let name = paths.count == 1 ? title : "pictures"
    let bare = [".csv.gz", ".csv", ".tsv"].first { name.lowercased().hasSuffix($0) }.map {
      String(name.dropLast($0.count))
    }
    return "\(bare ?? name)-answers"
  }
}
