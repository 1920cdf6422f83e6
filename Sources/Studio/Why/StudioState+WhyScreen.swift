import Charts
import Graphics
import Ink
import Recognition
import Toolkit

extension StudioState {
  /// A screen of its own for why the digit is read.
  func whyScreen(_ layout: WindowLayout) -> [Element] {
    let margin: Double = layout.room == .compact ? 12 : layout.room == .wide ? 24 : 16
    let body = layout.body.inset(by: margin)
    let width = min(body.width, max(1600, (body.height * 1.7).rounded()))
    return whyElements(
      in: Rect(x: body.x + ((body.width - width) / 2).rounded(), y: body.y, width: width, height: body.height))
  }

  /// Why the drawing is read as one digit and not as the next: the map on the ink, strokes taken away, training digits
  /// that are alike. In a narrow place one below the other, in a wide one beside each other.
  func whyElements(in rect: Rect) -> [Element] {
    guard let explanation = why.explanation else { return whyBlank(in: rect) }
    let isWide = rect.width >= 560
    let foot = EvidenceColumn.head + 16 + EvidenceColumn.legend
    let room = isWide ? min(rect.height - foot, rect.width * 0.55) : min(rect.width, rect.height * 0.52)
    let side = max(80, (room * scale).rounded(.down) / scale)
    let column = max(side, min(rect.width, EvidenceColumn.least))
    let left = Rect(x: rect.x, y: rect.y, width: isWide ? column : rect.width, height: rect.height)
    let map = mapElements(explanation, side: side, in: left)
    let gap = 32.0
    let right =
      isWide
      ? Rect(x: left.maxX + gap, y: rect.y, width: rect.width - column - gap, height: rect.height)
      : rect.inset(top: side + foot + 8)
    return map + detailElements(explanation, in: right)
  }

  /// Sizes of the column.
  private enum EvidenceColumn {
    /// The colours and their numbers.
    static let legend = 60.0
    /// The title and the choice beside it need so much.
    static let least = 320.0
    /// The title, and what the map shows.
    static let head = 36.0
    /// A training digit: two pixels for each of its own.
    static let picture = 56.0
    static let row = 28.0
    static let title = 26.0
  }

  // MARK: The map

  private func mapElements(_ explanation: InkExplanation, side: Double, in rect: Rect) -> [Element] {
    let title = "Why \(explanation.digit) and not \(explanation.second)"
    let x = rect.x + ((rect.width - side) / 2).rounded()
    let map = Rect(x: x, y: rect.y + EvidenceColumn.head + 4, width: side, height: side)
    let caption =
      why.showsPixels
      ? "how much of the score of \(explanation.digit) goes with it"
      : "score of \(explanation.digit) minus score of \(explanation.second)"
    // A small map has its words in a wider place.
    let width = max(side, min(rect.width, EvidenceColumn.least))
    let column = Rect(x: rect.x + ((rect.width - width) / 2).rounded(), y: rect.y, width: width, height: rect.height)
    let room = max(0, width - 144)
    return mapChoices(in: column) + [
      Element(
        "why.title", Rect(x: column.x, y: rect.y, width: room, height: 32),
        LabelLook(title, Font.title.width(of: title) <= room ? .title : .section)),
      Element(
        .whyMap, map,
        HeatMapLook(
          explanation: explanation, penWidth: settings.penWidth, limit: why.limit, showsPixels: why.showsPixels,
          place: why.place),
        role: .area, cursor: .crosshair),
      Element(
        "why.legend", Rect(x: column.x, y: map.maxY + 12, width: width, height: EvidenceColumn.legend - 4),
        EvidenceLegendLook(
          digit: explanation.digit, second: explanation.second,
          limit: NumberText.plain(Double(why.limit), why.limit < 1 ? 2 : 0), caption: caption,
          isAlone: why.showsPixels)),
    ]
  }

  /// Whether the map shows ink or pixels.
  private func mapChoices(in column: Rect) -> [Element] {
    let box = Rect(x: column.maxX - 136, y: column.y, width: 136, height: 32)
    let choices: [(ControlName, String, Bool)] = [
      (.whyInk, "Ink", !why.showsPixels), (.whyPixels, "Pixels", why.showsPixels),
    ]
    return [Element("why.choice", box, PanelLook(.control, radius: 8))]
      + choices.enumerated().map { index, choice in
        Element(
          choice.0, Rect(x: box.x + Double(index) * 68, y: box.y, width: 68, height: 32),
          SegmentLook(choice.1, isChosen: choice.2), role: .choice(group: "why.choice", isChosen: choice.2),
          cursor: .hand)
      }
  }

  // MARK: Beside it

  private func detailElements(_ explanation: InkExplanation, in rect: Rect) -> [Element] {
    let rows = EvidenceColumn.picture * 2 + 8
    let near = min(rect.height, EvidenceColumn.title + 8 + rows)
    var column = PanelColumn(in: rect.inset(bottom: near + 12))
    addParts(explanation, to: &column)
    column.gap(12)
    addGaps(explanation, to: &column)
    let y = min(rect.maxY - near, column.y + 16)
    return column.elements
      + nearElements(explanation, in: Rect(x: rect.x, y: y, width: rect.width, height: max(near, rect.maxY - y)))
  }

  private func addHead(_ name: ControlName, _ title: String, _ detail: String, to column: inout PanelColumn) {
    column.add(name, EvidenceColumn.title, HeadLook(title: title, detail: detail))
  }

  private func addParts(_ explanation: InkExplanation, to column: inout PanelColumn) {
    guard !explanation.parts.isEmpty else { return }
    addHead("why.strokes", "Take a stroke away", "\(explanation.digit) would be", to: &column)
    for (index, part) in explanation.parts.enumerated() {
      let isLast = index == explanation.parts.count - 1
      column.add(
        ControlName(rawValue: "why.stroke.\(index)"), EvidenceColumn.row,
        FactLook(label: StudioState.name(of: part, explanation), value: StudioState.share(of: part), hasLine: !isLast))
    }
  }

  private static func name(of part: InkExplanation.Part, _ explanation: InkExplanation) -> String {
    var name = "Stroke \(part.stroke + 1)"
    if let third = part.third { name += ", \(["first", "middle", "last"][third]) third" }
    guard let digit = part.digit else { return name + ": no ink is left" }
    return digit == explanation.digit ? name : name + ": read as \(digit) then"
  }

  private static func share(of part: InkExplanation.Part) -> String {
    part.digit == nil ? NumberText.none : NumberText.probability(Double(part.probability))
  }

  private func addGaps(_ explanation: InkExplanation, to column: inout PanelColumn) {
    guard !explanation.gaps.isEmpty else { return }
    addHead("why.gaps", "Add ink where dashed", "would be read as", to: &column)
    for (index, gap) in explanation.gaps.enumerated() {
      let label = (gap.start == gap.end ? "A dot" : "A line") + ", \(StudioState.signed(gap.evidence))"
      column.add(
        ControlName(rawValue: "why.gap.\(index)"), EvidenceColumn.row,
        FactLook(
          label: label, value: "\(gap.digit), \(NumberText.probability(Double(gap.probability)))",
          hasLine: index < explanation.gaps.count - 1))
    }
  }

  // MARK: Training digits

  private func nearElements(_ explanation: InkExplanation, in rect: Rect) -> [Element] {
    let head = Rect(x: rect.x, y: rect.y, width: rect.width, height: EvidenceColumn.title)
    let title = HeadLook(title: "Nearest training digits", detail: nearDetail)
    let rows = rect.inset(top: EvidenceColumn.title + 8)
    let elements = [Element("why.near", head, title)]
    guard let near = why.near, !near.isEmpty else { return elements + absentDigits(below: head) }
    let columns = rect.width < 4 * 80 ? 3 : 4
    let width = (rows.width / Double(columns)).rounded(.down)
    // Larger ones where two rows of them have room, with their labels beside them.
    let most = min((rows.height - 8) / 2, width - 56, 2 * EvidenceColumn.picture)
    let pixels = max(1, (max(EvidenceColumn.picture, most) / 28 * scale).rounded(.down))
    let side = pixels * 28 / scale
    return elements
      + near.prefix(8).enumerated().compactMap { index, digit in
        let frame = Rect(
          x: rows.x + Double(index % columns) * width, y: rows.y + Double(index / columns) * (side + 8),
          width: width, height: side)
        guard frame.maxY <= rect.maxY + 1 else { return nil }
        return Element(
          ControlName(rawValue: "why.near.\(index)"), frame,
          NearDigitLook(digit: digit, isSame: digit.label == explanation.digit))
      }
  }

  private var nearDetail: String {
    guard let near = why.near, let first = near.first, let last = near.last else { return "" }
    let (from, to) = (NumberText.fixed(Double(first.distance), 2), NumberText.fixed(Double(last.distance), 2))
    return "distance \(from) to \(to)"
  }

  private func absentDigits(below head: Rect) -> [Element] {
    let lines: [String] =
      switch why.digits {
      case .unknown, .reading, .here: ["Looking at the training digits"]
      case .absent(let title, let advice): [title] + Font.secondary.lines(of: advice, width: head.width, most: 4)
      }
    return lines.enumerated().map { index, line in
      Element(
        ControlName(rawValue: "why.absent.\(index)"),
        Rect(x: head.x, y: head.maxY + 4 + Double(index) * 22, width: head.width, height: 20),
        LabelLook(line, index == 0 ? .body : .secondary, index == 0 ? .text : .muted))
    }
  }
}
