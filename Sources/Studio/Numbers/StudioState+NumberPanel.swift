import Graphics
import Recognition
import Toolkit

extension StudioState {
  /// The number, the bars of its chosen digit, all digits in a table.
  func numberPanel(_ layout: WindowLayout, _ moving: Moving) -> [Element] {
    let parts = NumberLayout(layout)
    return readsChoice(parts.choice) + numberHead(parts) + numberBars(parts, moving) + numberTable(parts)
  }

  /// The choice between one digit and a number.
  func readsChoice(_ box: Rect?) -> [Element] {
    guard let box else { return [] }
    let names: [(ControlName, Settings.Reads)] = [(.readsDigit, .digit), (.readsNumber, .number)]
    return [Element("reads.box", box, PanelLook(.control, radius: 8))] + segments(names, in: box, group: "reads")
  }

  /// The same in the settings.
  func settingsReads(_ row: Rect) -> [Element] {
    let box = row.inset(left: 120)
    return [
      Element("settings.reads", Rect(x: row.x, y: row.y, width: 116, height: row.height), LabelLook("Reads")),
      Element("settings.reads.box", box, PanelLook(.control, radius: 8)),
    ] + segments(Settings.Reads.allCases.map { (.settingsReads($0), $0) }, in: box, group: "settings.reads.group")
  }

  private func segments(
    _ choices: [(ControlName, Settings.Reads)], in box: Rect, group: ControlName
  ) -> [Element] {
    let width = box.width / Double(choices.count)
    return choices.enumerated().map { index, choice in
      let frame = Rect(x: box.x + Double(index) * width, y: box.y, width: width, height: box.height)
      let isChosen = settings.reads == choice.1
      return Element(
        choice.0, frame, SegmentLook(choice.1.title, isChosen: isChosen),
        role: .choice(group: group, isChosen: isChosen), hint: choice.1.hint, cursor: .hand)
    }
  }

  // MARK: The number

  private func numberHead(_ parts: NumberLayout) -> [Element] {
    let words = numberWords
    var elements: [Element] = []
    if let number = shownNumber, !number.signs.isEmpty {
      let look = NumberFigureLook(signs: figureSigns(number), most: parts.figure.height * 1.25)
      elements.append(Element("number.figure", parts.figure, look))
    } else {
      let font = Font(size: parts.isCompact ? 18 : 24, weight: .bold)
      elements.append(Element("number.figure", parts.figure, LabelLook(words.sentence, font)))
    }
    let look = VerdictLook(icon: words.icon, word: words.word, tone: words.tone, detail: words.detail)
    elements.append(Element("number.words", parts.words, look))
    return elements
  }

  private func figureSigns(_ number: ReadNumber) -> [NumberFigureLook.Sign] {
    let lines = number.reading.lines.map { line in
      line.map { NumberFigureLook.Sign(text: $0.shownText, isOutlined: $0.isUnsure) }
    }
    return Array(lines.joined(separator: [NumberFigureLook.Sign(text: "  ", isOutlined: false)]))
  }

  // MARK: The chosen digit

  private func numberBars(_ parts: NumberLayout, _ moving: Moving) -> [Element] {
    var state = self
    (state.reading, state.settings.isLive) = (numberReading, true)
    var elements = state.barElements(parts.bars, moving)
    // The first one is the title.
    if let chosen = numbers.chosen, shownNumber != nil { elements[0].look = LabelLook("Digit \(chosen + 1)", .section) }
    return elements
  }

  // MARK: All digits

  private func numberTable(_ parts: NumberLayout) -> [Element] {
    let digits = shownNumber?.reading.digits ?? []
    let button = Rect(x: parts.title.maxX - 96, y: parts.title.y, width: 96, height: 36)
    let title = digits.isEmpty ? "Digits" : "Digits: \(digits.count)"
    let hasText = shownNumber.map { !$0.text.isEmpty } ?? false
    var elements = [
      Element("number.title", parts.title.inset(right: 104), LabelLook(title, .section)),
      Element(
        .copyNumber, button, ButtonLook("Copy"), role: .button, isEnabled: hasText,
        hint: hasText ? "Copy the number as text" : "There is no number yet", cursor: .hand),
    ]
    let columns = NumberColumn.columns(width: parts.rows.width)
    if parts.heads.height > 0 {
      elements.append(Element("number.heads", parts.heads, NumberHeadsLook(columns: columns)))
    }
    for (place, index) in shownRows(digits.count, room: parts.rowCount).enumerated() {
      let frame = Rect(
        x: parts.rows.x, y: parts.rows.y + Double(place) * parts.rowHeight, width: parts.rows.width,
        height: parts.rowHeight)
      let isChosen = index == numbers.chosen
      let look = NumberRowLook(place: index + 1, sign: digits[index], columns: columns, isChosen: isChosen)
      var row = Element(.digitRow(index), frame, look, role: .button, cursor: .hand)
      row.isTabStop = isChosen
      elements.append(row)
    }
    return elements
  }

  /// The rows that are seen: all, or those around the chosen one.
  private func shownRows(_ count: Int, room: Int) -> Range<Int> {
    guard count > room else { return 0..<count }
    let first = min(count - room, max(0, (numbers.chosen ?? 0) - room / 2))
    return first..<first + room
  }

  // MARK: Beneath the canvas

  /// The row beneath the canvas: the time machine is about one digit.
  func numberStrip(_ layout: WindowLayout) -> [Element] {
    guard layout.hasStrip else { return [] }
    let row = layout.strip
    let words = "Time machine and Why are about single digits"
    let button = settings.isLive ? 0 : 128.0
    let note = Element("number.note", row.inset(right: button), LabelLook(words, .secondary, .muted))
    return settings.isLive ? [note] : [note, recogniseButton(row)]
  }
}

extension Settings.Reads {
  /// What stands on its segment.
  fileprivate var title: String {
    switch self {
    case .digit: "Digit"
    case .number: "Number"
    }
  }

  fileprivate var hint: String {
    switch self {
    case .digit: "What is drawn is one digit (N)"
    case .number: "What is drawn is a number of several digits (N)"
    }
  }
}
