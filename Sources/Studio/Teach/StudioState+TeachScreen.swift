import Charts
import Graphics
import Toolkit

extension StudioState {
  /// The user's own drawings, and what is learned from them.
  func teachScreen(_ layout: WindowLayout) -> [Element] {
    let parts = TeachLayout(layout, scale: scale)
    let list = teach.drawings.isEmpty ? absentDrawings(parts) : drawingList(parts)
    return teachHead(parts) + list + teachSide(parts)
  }

  private func teachHead(_ parts: TeachLayout) -> [Element] {
    let buttonWidth: Double = parts.isCompact ? 44 : 112
    let button = Rect(x: parts.head.maxX - buttonWidth, y: parts.head.y + 4, width: buttonWidth, height: 36)
    let width = button.x - 12 - parts.head.x
    return [
      Element(
        "teach.title", Rect(x: parts.head.x, y: parts.head.y, width: width, height: 26),
        LabelLook("Your drawings", .title)),
      Element(
        "teach.detail", Rect(x: parts.head.x, y: parts.head.y + 26, width: width, height: 20),
        LabelLook(teachSummary, .secondary, .muted)),
      Element(
        .teachExport, button, ButtonLook(parts.isCompact ? "" : "Export", icon: .export), role: .button,
        isEnabled: !teach.drawings.isEmpty,
        hint: teach.drawings.isEmpty ? "There is nothing to export yet" : "Export all of them as NDJSON or CSV",
        cursor: .hand),
    ]
  }

  /// How many there are and how many of them the model reads right.
  var teachSummary: String {
    let count = NumberText.counted(teach.drawings.count, "drawing", "drawings")
    guard !teach.drawings.isEmpty else { return "Kept on this computer, and nowhere else" }
    guard teach.readCount == teach.drawings.count, let model else { return count }
    let wrong = teach.readCount - teach.rightCount
    return "\(count), \(model.name) reads \(NumberText.grouped(teach.rightCount)) right"
      + (wrong > 0 ? " and \(NumberText.grouped(wrong)) wrong" : "")
  }

  private func absentDrawings(_ parts: TeachLayout) -> [Element] {
    var column = PanelColumn(in: parts.list.inset(top: 12))
    column.add("teach.none.0", 26, LabelLook("Nothing taught yet", .section))
    let words = "Draw a digit and press the key of the digit it is, 0 to 9. It is kept here, and a model can learn it."
    for (index, line) in Font.body.lines(of: words, width: min(440, parts.list.width)).enumerated() {
      column.add(ControlName(rawValue: "teach.none.\(index + 1)"), 22, LabelLook(line, .body, .muted))
    }
    column.gap(12)
    column.add(
      .teachDraw, 36, ButtonLook("Draw", icon: .pen, style: .primary), width: 140, role: .button,
      hint: "Go to the canvas")
    column.gap(16)
    addTroubles(to: &column)
    return column.elements
  }

  private func addTroubles(to column: inout PanelColumn) {
    for (index, trouble) in teach.troubles.prefix(6).enumerated() {
      column.add(ControlName(rawValue: "teach.trouble.\(index)"), 20, LabelLook(trouble.description, .secondary, .bad))
    }
  }

  // MARK: The list

  private func drawingList(_ parts: TeachLayout) -> [Element] {
    let order = teachOrder
    let (lines, first) = teachLines(parts, order)
    let counts = teach.counts
    var elements = [Element(.teachDrawings, parts.list, TeachListLook(count: order.count), role: .area, cursor: .hand)]
    for (row, line) in lines.dropFirst(first).prefix(parts.lines).enumerated() {
      elements += head(of: line, row: row, counts[line.digit], parts)
      for (column, index) in line.drawings.enumerated() {
        let place = parts.place(line: row, column: column)
        let frame = Rect(x: place.x, y: place.y, width: place.width, height: place.height + 22).inset(
          left: -DrawingCellLook.margin, top: -DrawingCellLook.margin, right: -DrawingCellLook.margin)
        elements.append(Element(ControlName(rawValue: "teach.drawing.\(index)"), frame, cell(order[index])))
      }
    }
    let seen = min(lines.count, first + parts.lines)
    return elements + more(below: lines.count - seen, above: first, parts)
  }

  private func cell(_ drawing: PersonalDrawing) -> DrawingCellLook {
    DrawingCellLook(
      image: drawing.image, digit: drawing.digit, read: teach.answers[drawing.id]?.digit,
      isHeldBack: teach.lesson?.heldBack.contains(drawing.id) ?? false, isChosen: drawing.id == teach.chosen)
  }

  private func head(of line: TeachLayout.Line, row: Int, _ count: Int, _ parts: TeachLayout) -> [Element] {
    let place = parts.place(line: row, column: 0)
    guard line.isFirst || row == 0 else { return [] }
    let name = "teach.line.\(row)"
    let number = Rect(x: parts.list.x, y: place.y + 2, width: TeachLayout.margin - 12, height: 28)
    let below = Rect(x: number.x, y: number.maxY, width: number.width, height: 18)
    let rule = Rect(x: parts.list.x, y: place.y - 6, width: parts.list.width, height: 1)
    let text = LabelLook("\(line.digit)", Font(size: 20, weight: .bold), .text, .center)
    return [
      Element(ControlName(rawValue: name), number, text),
      Element(
        ControlName(rawValue: name + ".count"), below, LabelLook(NumberText.grouped(count), .caption, .muted, .center)),
    ] + (row > 0 ? [Element(ControlName(rawValue: name + ".rule"), rule, LineLook())] : [])
  }

  private func more(below: Int, above: Int, _ parts: TeachLayout) -> [Element] {
    guard below > 0 || above > 0 else { return [] }
    let words = [above > 0 ? "\(above) above" : nil, below > 0 ? "\(below) below" : nil].compactMap(\.self)
    let end = parts.list.y + Double(parts.lines) * parts.cell.height
    let room = Rect(x: parts.list.x, y: end - 2, width: parts.list.width, height: 18)
    guard room.maxY <= parts.list.maxY + 10 else { return [] }
    return [
      Element(
        "teach.more", room,
        LabelLook("\(words.joined(separator: ", ")): scroll, or use the arrow keys", .caption, .muted))
    ]
  }

  // MARK: Status line

  /// One plain sentence about the chosen drawing.
  package var teachReadOut: String {
    if let run = teach.run { return run.progress.words }
    guard let drawing = teach.chosenDrawing else {
      if let trouble = teach.troubles.first { return trouble.description }
      return teach.drawings.isEmpty
        ? "Press 0 to 9 on Draw to say which digit it is." : "Choose a drawing with the mouse or the arrow keys."
    }
    guard let answer = teach.answers[drawing.id] else { return "Written \(drawing.digit)." }
    let verdict = answer.digit == drawing.digit ? "Right." : "Wrong."
    return
      "Written \(drawing.digit), read as \(answer.digit) with \(NumberText.answered(answer.confidence)) %. \(verdict)"
  }

  /// The right half of the status line.
  var teachStatus: String {
    if !teach.troubles.isEmpty {
      return NumberText.counted(teach.troubles.count, "line or file", "lines or files") + " could not be used"
    }
    return teach.isCut ? "Only the first \(NumberText.grouped(PersonalStore.most)) are shown" : model?.name ?? ""
  }
}

/// The area of all drawings; what is in it is drawn by others.
struct TeachListLook: Look {
  var count: Int
  var text: String { "\(count) drawings" }
  func draw(on context: Context, in frame: Rect, as state: ElementState) {}
}
