import DigitData
package import Charts
import Graphics
import Recognition
import Toolkit

extension StudioState {
  /// What stands beside the table.
  func batchSide(_ parts: BatchLayout, _ images: [Int: GrayImage]) -> [Element] {
    let place = parts.side
    let pages = BatchPage.allCases.filter { $0 != .confusion || batch.tally.labelled > 0 }
    let page = pages.contains(batch.page) ? batch.page : .summary
    let tabs = pageChoices(pages, page, in: Rect(x: place.x, y: place.y, width: place.width, height: 36))
    let room = place.inset(top: 36 + (parts.isSingle ? 8 : 16))
    switch page {
    case .summary: return tabs + summaryPage(in: room, images)
    case .row: return tabs + rowPage(in: room, images)
    case .confusion: return tabs + confusionPage(in: room)
    }
  }

  private func pageChoices(_ pages: [BatchPage], _ page: BatchPage, in place: Rect) -> [Element] {
    let isSingle = batchLayout.isSingle
    let width = min(isSingle ? 120 : 160, ((place.width - (isSingle ? 92 : 0)) / Double(pages.count)).rounded(.down))
    let box = Rect(x: place.x, y: place.y, width: width * Double(pages.count), height: place.height)
    var elements = [Element("batch.pages", box, PanelLook(.control, radius: 8))]
    for (index, choice) in pages.enumerated() {
      let frame = Rect(x: box.x + Double(index) * width, y: box.y, width: width, height: box.height)
      elements.append(
        Element(
          choice.control, frame, SegmentLook(choice.title, isChosen: choice == page),
          role: .choice(group: "batch.pages", isChosen: choice == page), cursor: .hand))
    }
    guard isSingle else { return elements }
    let back = Rect(x: place.maxX - 84, y: place.y, width: 84, height: place.height)
    return elements + [
      Element(.batchDetails, back, ButtonLook("Table"), role: .button, hint: "Back to the table (Esc)", cursor: .hand)
    ]
  }

  // MARK: Summary

  private func summaryPage(in place: Rect, _ images: [Int: GrayImage]) -> [Element] {
    let card = place.height >= 420 ? 176.0 : 0
    var column = PanelColumn(in: place.inset(bottom: card))
    column.add("batch.facts.title", 26, LabelLook(batch.phase == .running ? "So far" : "In all", .title))
    // Closer together where something was not read: that has to be seen as well.
    let isWhole = batch.gaps.count + batch.tally.bad == 0
    column.add(batchFacts, named: "batch.fact", height: isWhole ? 30 : 24)
    addTroubles(to: &column)
    let foot = Rect(x: place.x, y: place.maxY - card, width: place.width, height: card)
    column.gap(24)
    let middle = place.inset(top: column.y - place.y, bottom: card + 24)
    let hasMatrix = batch.tally.labelled > 0 && middle.height >= min(440, middle.width)
    return column.elements + (hasMatrix ? confusionPage(in: middle) : [])
      + (card > 0 ? rowCard(in: foot, images) : [])
  }

  /// What was not read and why, as far as there is room, and how much more of it there is.
  private func addTroubles(to column: inout PanelColumn) {
    let gaps = batch.gaps.words.enumerated().map { ("batch.gap.\($0)", $1.title, $1.reason) }
    let rows = batch.troubles.kept.prefix(40).map { trouble in
      let line = trouble.error.line.map { "Line \(NumberText.grouped($0))" }
      return (
        "batch.bad.\(trouble.row)", line ?? fileName(of: trouble.row) ?? "Row \(NumberText.grouped(trouble.row))",
        SafeName.text(trouble.error.reason)
      )
    }
    let (count, lines) = (batch.gaps.count + batch.tally.bad, gaps + rows)
    guard count > 0 else { return }
    column.gap(16)
    let (height, foot) = (46.0, 24.0)
    let room = column.limit - column.y - 26
    let shown = Double(count) * height <= room ? count : Int(max(0, room - foot) / height)
    guard column.hasRoom(for: 26 + foot) else { return }
    column.add(
      Element("batch.bad.note", column.place(26), LabelLook("kept out of every figure", .secondary, .muted, .trailing)))
    column.add("batch.bad.title", 26, LabelLook(batch.gaps.count > 0 ? "Not read" : "Bad rows", .title))
    for (name, title, reason) in lines.prefix(shown) {
      column.add(ControlName(rawValue: name), height, TroubleLook(title: title, reason: reason, hasLine: true))
    }
    let rest = count - min(shown, lines.count)
    if rest > 0 {
      let words = shown > 0 ? "and \(NumberText.grouped(rest)) more" : NumberText.grouped(rest)
      let hint = batch.tally.bad > 0 ? "; “Bad rows” above the table lists them" : ""
      column.add("batch.bad.rest", foot, LabelLook(words + hint, .secondary, .muted))
    }
  }

  private var batchFacts: [(String, String)] {
    let tally = batch.tally
    var facts: [(String, String)] = []
    if let accuracy = tally.accuracy {
      facts = [
        ("Right", NumberText.grouped(tally.right)), ("Wrong", NumberText.grouped(tally.wrong)),
        ("Accuracy", NumberText.percent(accuracy, 2) + " %"),
      ]
    } else {
      facts = [("Read", NumberText.grouped(tally.read))]
    }
    facts.append(("Unsure", NumberText.grouped(tally.unsure)))
    if tally.blank > 0 { facts.append(("No ink", NumberText.grouped(tally.blank))) }
    if tally.bad > 0 { facts.append(("Not read", NumberText.grouped(tally.bad))) }
    return facts + [("Rate", batch.rateWords), ("Model", batch.modelName)]
  }

  private func rowCard(in place: Rect, _ images: [Int: GrayImage]) -> [Element] {
    guard let number = batch.selected, number < batch.table.count else { return [] }
    let side = 28 * max(1, (5 * scale).rounded(.down)) / scale
    let box = Rect(x: place.x, y: place.maxY - side, width: side, height: side)
    let right = Rect(x: box.maxX + 24, y: box.y, width: place.maxX - box.maxX - 24, height: side)
    var column = PanelColumn(in: right.inset(bottom: 44))
    column.add(rowFacts(number).filter { $0.0 != "Result" }, named: "batch.card", height: 30)
    let title = "Row \(NumberText.grouped(number))"
    return [
      Element(
        "batch.card.title", Rect(x: place.x, y: box.y - 36, width: place.width, height: 26), LabelLook(title, .title)),
      Element(
        "batch.card.note", Rect(x: place.x, y: box.y - 36, width: place.width, height: 26),
        LabelLook("selected", .secondary, .muted, .trailing)),
      Element("batch.card.image", box, NetworkLook(image: images[number], pixel: nil)),
    ] + column.elements + [
      canvasButton(number, in: Rect(x: right.x, y: right.maxY - 36, width: right.width, height: 36))
    ]
  }

  private func canvasButton(_ number: Int, in place: Rect) -> Element {
    Element(
      .batchCanvas, place, ButtonLook("Put on canvas", icon: .pen, style: .primary), role: .button,
      isEnabled: batch.table[number].status != .bad,
      hint: "Look at it on the canvas (Enter); undo brings your drawing back", cursor: .hand)
  }

  private func rowFacts(_ number: Int) -> [(String, String)] {
    let row = batch.table[number]
    guard let digit = row.digit else { return [("Result", row.verdict.words)] }
    var facts = [("Read as", "\(digit), \(NumberText.probability(row.confidence))")]
    if let second = row.second {
      facts.append(("Second", "\(second), \(NumberText.percent(Double(row.probabilities[second]))) %"))
    }
    if let label = row.label { facts.append(("Label", "\(label)")) }
    return facts + [("Result", row.verdict.words)]
  }

  // MARK: Row

  /// Where the parts of the page of one row are.
  private struct RowParts {
    let title, image, facts, answer: Rect

    init(in place: Rect, scale: Double) {
      title = Rect(x: place.x, y: place.y, width: place.width, height: 26)
      let isWide = place.width > 600
      let room = isWide ? min(place.height - 100, place.width * 0.42) : min(place.width * 0.6, place.height - 400)
      let side = 28 * max(2, (min(room, 448) * scale / 28).rounded(.down)) / scale
      image = Rect(x: place.x, y: title.maxY + 10, width: side, height: side)
      let beside = Rect(x: image.maxX + 20, y: image.y, width: place.maxX - image.maxX - 20, height: 124)
      let hasFactsBeside = beside.width >= 150 && side >= 112
      facts = hasFactsBeside ? beside : Rect(x: place.x, y: image.maxY + 12, width: place.width, height: 124)
      let top = isWide ? facts.maxY + 16 : max(image.maxY, facts.maxY) + 16
      let left = isWide ? beside.x : place.x
      answer = Rect(x: left, y: top, width: place.maxX - left, height: max(0, place.maxY - top))
    }
  }

  private func rowPage(in place: Rect, _ images: [Int: GrayImage]) -> [Element] {
    let parts = RowParts(in: place, scale: scale)
    guard let number = batch.selected, number < batch.table.count else {
      return [Element("batch.one.none", parts.title, LabelLook("Choose a row", .body, .muted))]
    }
    let row = batch.table[number]
    var column = PanelColumn(in: parts.facts)
    if row.status == .bad {
      let look = TroubleLook(title: "Could not be read", reason: troubleWords(of: number), hasLine: false)
      column.add("batch.trouble", 48, look)
    } else {
      column.add(rowFacts(number), named: "batch.one", height: 30)
    }
    let name = fileName(of: number).map { ", \($0)" } ?? ""
    let title = Font.title.fitted("Row \(NumberText.grouped(number))\(name)", width: place.width)
    return [
      Element("batch.one.title", parts.title, LabelLook(title, .title)),
      Element("batch.image", parts.image, NetworkLook(image: images[number], pixel: nil)),
    ] + column.elements + answerPart(number, row, in: parts.answer)
  }

  /// Ten probabilities, why they count as unsure, and the way to the canvas.
  private func answerPart(_ number: Int, _ row: BatchRow, in place: Rect) -> [Element] {
    let button = Rect(x: place.x, y: place.maxY - 36, width: min(220, place.width), height: 36)
    let canvas = canvasButton(number, in: button)
    guard let digit = row.digit else { return [canvas] }
    let reason = batch.reason(of: row)
    let line = Rect(x: place.x, y: place.y, width: place.width, height: 20)
    let words = LabelLook(
      reason ?? "Sure" + (row.second.map { ", next \($0)" } ?? ""), .secondary, reason == nil ? .muted : .warn)
    let verdict: ProbabilityBars.Verdict =
      row.status != .unsure ? .sure(digit) : row.isNotDigit ? .none : .unsure(digit, row.second ?? digit)
    let bars = ProbabilityBars(
      probabilities: row.probabilities.map(Double.init), verdict: verdict, threshold: batch.sureFrom)
    let room = Rect(x: place.x, y: line.maxY + 4, width: place.width, height: button.y - 16 - line.maxY)
    guard room.height >= 140 else { return [Element("batch.reason", line, words), canvas] }
    return [Element("batch.reason", line, words), Element("batch.bars", room, ChartLook(bars)), canvas]
  }

  // MARK: Confusion

  /// The matrix of the rows that have labels.
  package var batchChart: ConfusionChart {
    var chart = ConfusionChart(counts: batch.tally.confusion)
    if case .cell(let written, let read) = batch.filter.part {
      chart.selected = ConfusionChart.Cell(row: written, column: read)
    }
    chart.hovered = batch.hoveredCell
    return chart
  }

  private func confusionPage(in place: Rect) -> [Element] {
    let title = "Confusion of \(NumberText.counted(batch.tally.labelled, "row", "rows"))"
    let matrix = place.inset(top: 50)
    return [
      Element(
        "batch.matrix.title", Rect(x: place.x, y: place.y, width: place.width, height: 26), LabelLook(title, .title)),
      Element(
        "batch.matrix.note", Rect(x: place.x, y: place.y + 26, width: place.width, height: 18),
        LabelLook("A cell lists its rows", .secondary, .muted)),
      Element(.batchMatrix, matrix, ChartLook(batchChart, text: title), role: .area, cursor: .hand),
    ]
  }
}
