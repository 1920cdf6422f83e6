import DigitData
import Charts
import Graphics
import Recognition
import Toolkit

extension StudioState {
  /// Title, progress, table, and what stands beside it.
  func batchScreen(_ layout: WindowLayout, images: [Int: GrayImage]) -> [Element] {
    let parts = BatchLayout(layout)
    guard batch.phase != .empty else { return batchHead(parts) + emptyBatch(parts) }
    let showsSide = !parts.isSingle || batch.isOpen
    let showsTable = !parts.isSingle || !batch.isOpen
    return batchHead(parts) + batchProgress(parts) + (showsTable ? batchFilters(parts) + table(parts, images) : [])
      + (showsSide ? batchSide(parts, images) : [])
  }

  // MARK: Above the table

  private func batchHead(_ parts: BatchLayout) -> [Element] {
    let place = parts.head
    let width: Double = parts.isSingle ? 44 : 104
    let export = Rect(x: place.maxX - width, y: place.y, width: width, height: 36)
    let open = Rect(x: export.x - 8 - width, y: place.y, width: width, height: 36)
    let limit = Rect(x: open.x - 8 - 156, y: place.y, width: 156, height: 36)
    let title = Font(size: parts.isSingle ? 18 : 20, weight: .bold)
    let room = max(0, limit.x - 16 - place.x)
    let shown = title.fitted(batch.title, width: room)
    let used = title.width(of: shown) + 14
    let isEmpty = batch.table.count == 0
    let isStopping = batch.isExporting
    return [
      Element("batch.title", Rect(x: place.x, y: place.y, width: room, height: 36), LabelLook(shown, title)),
      Element(
        "batch.detail", Rect(x: place.x + used, y: place.y + 1, width: max(0, room - used), height: 36),
        LabelLook(batchDetail, .secondary, batch.fate == .same ? .muted : .warn)),
      Element(
        .batchLimit, limit,
        SelectLook("Rows", value: StudioState.limitWords(batch.limit), isOpen: overlay == .batch(.limit)),
        role: .button, hint: "How many rows are read; Run again applies it", cursor: .hand),
      Element(
        .openBatch, open,
        ButtonLook(
          parts.isSingle ? "" : "Open", icon: .open),
        role: .button, hint: "A CSV file, pictures or a folder of them (Ctrl+O)", cursor: .hand),
      Element(
        .exportBatch, export,
        ButtonLook(parts.isSingle ? "" : isStopping ? "Stop" : "Export", icon: isStopping ? .close : .export),
        role: .button, isEnabled: !isEmpty && batch.phase != .running,
        hint: isStopping ? "Stop writing; the old file stays" : "All rows as CSV, JSON lines or XLSX", cursor: .hand),
    ]
  }

  static func limitWords(_ limit: Int?) -> String { limit.map { "first \(NumberText.grouped($0))" } ?? "all" }

  private var batchDetail: String {
    if let words = batch.fateWords { return words }
    guard batch.phase != .empty, batch.tally.count > 0 else { return "" }
    let noun = batch.hasFiles ? ("file", "files") : ("row", "rows")
    let about = batch.phase == .running && !batch.hasFiles ? "about " : ""
    let labels = batch.tally.labelled > 0 ? ", labels present" : ", no labels"
    return about + NumberText.counted(batch.estimate, noun.0, noun.1) + labels
  }

  private func batchProgress(_ parts: BatchLayout) -> [Element] {
    let place = parts.progress
    let isRunning = batch.phase == .running || batch.phase == .waiting
    let button = Rect(x: place.maxX - 116, y: place.y, width: 116, height: 36)
    let wordsWidth: Double = parts.isSingle ? 240 : 300
    let words = Rect(x: button.x - 16 - wordsWidth, y: place.y, width: wordsWidth, height: 36)
    let bar = Rect(x: place.x, y: place.y, width: max(0, words.x - 16 - place.x), height: 36)
    return [
      Element(
        "batch.progress", bar, ProgressLook(share: batch.phase == .done ? 1 : batch.share, isStopped: batch.isStopped)),
      Element(
        "batch.progress.count", Rect(x: words.x, y: words.y, width: words.width, height: 36),
        LabelLook(batch.progressWords, .body, batch.isStopped ? .warn : .text)),
      Element(
        "batch.progress.time", Rect(x: words.x, y: words.y, width: words.width, height: 36),
        LabelLook(batch.timeWords, .secondary, .muted, .trailing)),
      isRunning
        ? Element(
          .cancelBatch, button, ButtonLook("Cancel", icon: .close), role: .button,
          hint: "Stop here; the rows so far stay", cursor: .hand)
        : Element(
          .runBatch, button, ButtonLook("Run again", icon: .play, iconSize: 18), role: .button,
          isEnabled: !batch.paths.isEmpty, hint: "Read it from its start with the model that is chosen now",
          cursor: .hand),
    ]
  }

  private func batchFilters(_ parts: BatchLayout) -> [Element] {
    let place = parts.filters
    var elements: [Element] = []
    var x = place.x
    let kinds = BatchFilter.Kind.allCases.filter { $0 != .wrong || batch.tally.labelled > 0 }
    let counts = parts.isSingle && place.width < 760
    let titles = kinds.map { counts ? $0.title : "\($0.title) \(NumberText.grouped(batch.count(of: $0)))" }
    let widths = titles.map { (Font.body.width(of: $0) + 28).rounded(.up) }
    let box = Rect(x: x, y: place.y, width: widths.reduce(0, +), height: 36)
    elements.append(Element("batch.filters", box, PanelLook(.control, radius: 8)))
    for (kind, (title, width)) in zip(kinds, zip(titles, widths)) {
      let isChosen = kind == batch.filter.kind
      elements.append(
        Element(
          .batch(kind), Rect(x: x, y: place.y, width: width, height: 36), SegmentLook(title, isChosen: isChosen),
          role: .choice(group: "batch.filters", isChosen: isChosen), cursor: .hand))
      x += width
    }
    let sortWidth = min(204, max(0, (place.maxX - x - 24) / 2))
    let digitWidth = min(132, sortWidth)
    let sort = Rect(x: place.maxX - sortWidth, y: place.y, width: sortWidth, height: 36)
    let digits = Rect(x: sort.x - 8 - digitWidth, y: place.y, width: digitWidth, height: 36)
    return elements + [
      Element(
        .batchDigits, digits,
        SelectLook(digitWidth < 120 ? "" : "Digit", value: batch.filter.part.words, isOpen: overlay == .batch(.digits)),
        role: .button, hint: "Rows of one digit: by label, or as they are read", cursor: .hand),
      Element(
        .batchSort, sort,
        SelectLook(sortWidth < 180 ? "" : "Sort", value: batch.order.key.title, isOpen: overlay == .batch(.sort)),
        role: .button, hint: "The same again turns the order around", cursor: .hand),
    ]
  }

  private func emptyBatch(_ parts: BatchLayout) -> [Element] {
    let lines = [
      ("Open or drop a CSV file, pictures, or a folder of them", Font.title, Tone.text),
      ("CSV: 784 pixels a row from 0 to 255, ink high, with or without a label and a header", .secondary, .muted),
      ("Pictures: PNG or JPEG, one digit each; in folders called 0 to 9 they have labels", .secondary, .muted),
    ]
    let (left, right, top) = (parts.head.x, parts.head.maxX, parts.progress.y)
    let frame = Rect(x: left, y: top, width: right - left, height: parts.table.maxY - top)
    let middle = frame.midY - 84
    let button = Rect(x: frame.midX - 80, y: middle + 108, width: 160, height: 36)
    return [Element("batch.drop", frame, DropLook(isTarget: isDropTarget))]
      + lines.enumerated().map { index, line in
        Element(
          ControlName(rawValue: "batch.empty.\(index)"),
          Rect(
            x: left + 8, y: middle + (index == 0 ? 0 : 12) + Double(index) * 26, width: frame.width - 16, height: 26),
          LabelLook(line.0, line.1, line.2, .center))
      } + [
        Element(
          ControlName.openBatch.part("large"), button, ButtonLook("Open files", icon: .open, style: .primary),
          role: .button, hint: "Ctrl+O", cursor: .hand)
      ]
  }

  // MARK: Table

  private func table(_ parts: BatchLayout, _ images: [Int: GrayImage]) -> [Element] {
    let columns = BatchColumn.placed(
      in: parts.table.width - 20, hasLabels: batch.tally.labelled > 0, hasFiles: batch.hasFiles)
    var elements = [
      Element("batch.panel", parts.table, PanelLook(.surface, radius: 8), role: .panel),
      Element(
        "batch.head.line", Rect(x: parts.titles.x, y: parts.titles.maxY, width: parts.titles.width, height: 1),
        EdgeLook()),
      Element(.batchTable, parts.rows, PanelLook(.surface), role: .area),
    ]
    elements += columns.map { title($0, in: parts.titles) }
    elements += rowElements(parts, columns, images)
    if batch.listed == 0 { elements += nothingListed(parts) }
    if let knob = batchLayout.knob(first: batch.firstRow, of: batch.listed) {
      elements.append(
        Element(.batchScroll, parts.bar, ScrollLook(top: knob.y, height: knob.height), role: .area))
    }
    return elements
  }

  private func title(_ column: BatchColumn.Placed, in titles: Rect) -> Element {
    let isTrailing = column.column == .row
    let name = column.column.key.map { ControlName.batch($0) } ?? ControlName(rawValue: "batch.head.\(column.column)")
    let width = isTrailing ? column.width : min(column.width, Font.secondaryBold.width(of: column.column.title) + 32)
    let place = Rect(x: titles.x + column.x - (isTrailing ? 0 : 8), y: titles.y, width: width, height: titles.height)
    let isSorted = column.column.key == batch.order.key
    return Element(
      name, place,
      BatchHeadLook(
        text: column.column.title, isDescending: isSorted ? batch.order.isDescending : nil, isTrailing: isTrailing),
      role: column.column.key == nil ? .decoration : .button, hint: column.column.key == nil ? "" : "Sort by this",
      cursor: .hand)
  }

  private func rowElements(
    _ parts: BatchLayout, _ columns: [BatchColumn.Placed], _ images: [Int: GrayImage]
  ) -> [Element] {
    batch.visible(rowsOnPage: parts.rowsOnPage).map { position, row in
      let y = parts.rows.y + (((Double(position) - batch.firstRow) * parts.rowHeight) * scale).rounded() / scale
      let found = batch.table[row]
      let look = BatchRowLook(
        number: row, row: found, image: images[row], trouble: found.status == .bad ? troubleWords(of: row) : nil,
        fileName: batch.hasFiles ? fileName(of: row) : nil, columns: columns, isChosen: row == batch.selected,
        isHovered: position == batch.hovered)
      var element = Element(
        .batchRow(row), Rect(x: parts.rows.x, y: y, width: parts.rows.width, height: parts.rowHeight), look)
      element.clip = parts.rows
      return element
    }
  }

  private func nothingListed(_ parts: BatchLayout) -> [Element] {
    let isReading = batch.phase == .running || batch.phase == .waiting || batch.isArranging
    let words = batch.table.count > 0 && !batch.isArranging ? "No row matches" : isReading ? "Reading" : "No rows"
    let place = Rect(x: parts.rows.x, y: parts.rows.y + 24, width: parts.rows.width, height: 24)
    let button = Rect(x: parts.rows.midX - 52, y: place.maxY + 12, width: 104, height: 36)
    let label = Element("batch.none", place, LabelLook(words, .body, .muted, .center))
    guard batch.filter != BatchFilter(), batch.table.count > 0 else { return [label] }
    return [label, Element(.batchShowAll, button, ButtonLook("Show all"), role: .button, cursor: .hand)]
  }

  /// What is wrong with a row, and where.
  func troubleWords(of row: Int) -> String {
    let error = batch.troubles.error(of: row)
    return SafeName.text(error.line.map { "Line \(NumberText.grouped($0)): \(error.reason)" } ?? error.reason)
  }

  /// The last parts of the path of a row's file; nil where all rows are in one.
  func fileName(of row: Int) -> String? {
    guard batch.files.indices.contains(row) else { return nil }
    return SafeName.text(batch.files[row].split(separator: "/").suffix(2).joined(separator: "/"))
  }
}
