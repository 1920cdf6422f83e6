import Charts
import DigitData
import Graphics
import Recognition
import Toolkit

extension StudioState {
  /// The room below the pictures for what is said of the chosen one.
  private static let footHeight = 56.0

  /// Which digits the page lists; nil where it lists none.
  var listedChoice: DigitChoice? {
    switch performance.page {
    case .confusion: .cell(written: performance.cell.row, read: performance.cell.column)
    case .mistakes: .mistakes
    case .report, .calibration, .data: performance.choice
    case .overview, .curves: nil
    }
  }

  /// The digits that the page lists: wrong ones first, the surest first.
  var listedDigits: [Int] {
    guard let tests = performance.tests, let choice = listedChoice else { return [] }
    return tests.indices(of: choice)
  }

  /// The chosen one of `digits`.
  func chosenDigit(of digits: [Int]) -> Int? {
    digits.isEmpty ? nil : digits[min(digits.count - 1, max(0, performance.image))]
  }

  /// A panel with the digits that `choice` means.
  func listPanel(_ choice: DigitChoice, in rect: Rect, _ parts: PerformanceLayout, closes: Bool) -> [Element] {
    let inner = rect.inset(by: parts.isSingle ? 12 : 24)
    let close = Rect(x: inner.maxX - 36, y: inner.y, width: 36, height: 36)
    let width = inner.width - (closes ? 44 : 0)
    let digits = listedDigits
    var elements = [
      Element("performance.panel", rect, PanelLook(.surface, radius: 8), role: .panel),
      Element(
        "performance.list.title", Rect(x: inner.x, y: inner.y, width: width, height: 26),
        LabelLook(choice.title, Font(size: 20, weight: .bold))),
      Element(
        "performance.list.detail", Rect(x: inner.x, y: inner.y + 26, width: width, height: 22),
        LabelLook(listWords(choice, digits), .secondary, .muted)),
    ]
    if closes {
      elements.append(
        Element(
          .closeList, close, ButtonLook("", icon: .close, style: .bare), role: .button, hint: "Back (Esc)",
          cursor: .hand))
    }
    return elements + digitList(digits, in: digitArea(parts), isSmall: parts.isSingle)
  }

  private func listWords(_ choice: DigitChoice, _ digits: [Int]) -> String {
    if case .cell(let written, let read) = choice, let metrics = performance.metrics {
      return metrics.share(of: ConfusionChart.Cell(row: written, column: read))
    }
    return performance.tests?.words(of: digits) ?? ""
  }

  /// Pictures of digits, and what is said of the chosen one; where there are none, why.
  func digitList(_ digits: [Int], in rect: Rect, isSmall: Bool) -> [Element] {
    guard let tests = performance.tests else { return absentDigits(in: rect) }
    let area = rect.inset(bottom: StudioState.footHeight)
    guard let chosen = chosenDigit(of: digits) else {
      let words = listedChoice?.emptyWords ?? ""
      return [
        Element(
          "performance.none", Rect(x: area.x, y: area.y, width: area.width, height: 22), LabelLook(words, .body, .muted)
        )
      ]
    }
    let places = DigitPlaces(area.size, scale: scale, isSmall: isSmall, count: digits.count)
    let position = digits.firstIndex(of: chosen) ?? 0
    let first = firstDigit(of: digits, places)
    let items = digits[first..<min(digits.count, first + places.count)].map { item($0, tests) }
    let isSeen = (first..<first + items.count).contains(position)
    let look = DigitGridLook(items: items, places: places, chosen: isSeen ? position - first : nil)
    let foot = Rect(x: rect.x, y: area.maxY, width: rect.width, height: StudioState.footHeight)
    return [Element(.digits, area, look, role: .area, cursor: .hand)]
      + footer(chosen, tests, "\(NumberText.grouped(position + 1)) of \(NumberText.grouped(digits.count))", in: foot)
  }

  /// The place of the first one that is seen: whole rows, and no empty ones below the last.
  private func firstDigit(of digits: [Int], _ places: DigitPlaces) -> Int {
    let rows = (digits.count + places.columns - 1) / places.columns
    return min(max(0, performance.firstImageRow), max(0, rows - places.rows)) * places.columns
  }

  private func item(_ index: Int, _ tests: TestAnswers) -> DigitGridLook.Item {
    let answer = tests.answers[index]
    return DigitGridLook.Item(
      image: tests.digits.image(at: index),
      left: .init(strong: "\(answer.read)", plain: NumberText.answered(answer.confidence)),
      right: .init(strong: "\(answer.second)", plain: NumberText.percent(answer.secondShare)))
  }

  private func footer(_ index: Int, _ tests: TestAnswers, _ position: String, in rect: Rect) -> [Element] {
    let answer = tests.answers[index]
    let button = Rect(x: rect.maxX - 160, y: rect.maxY - 40, width: 160, height: 36)
    let width = button.x - 8 - rect.x
    let words = "Written \(answer.written), read as \(answer.read) with \(NumberText.answered(answer.confidence)) %"
    return [
      Element("performance.digit.line", Rect(x: rect.x, y: rect.y + 6, width: rect.width, height: 1), LineLook()),
      Element(
        "performance.digit.title", Rect(x: rect.x, y: rect.maxY - 42, width: width, height: 20),
        LabelLook("Test digit \(NumberText.grouped(index)), \(position)", .bodyBold)),
      Element(
        "performance.digit.words", Rect(x: rect.x, y: rect.maxY - 22, width: width, height: 18),
        LabelLook(words, .secondary, .muted)),
      Element(
        .putOnCanvas, button, ButtonLook("Put on canvas", icon: .pen, style: .primary), role: .button,
        hint: "Look at it on the canvas (Enter); undo brings your drawing back", cursor: .hand),
    ]
  }

  /// Moves through the pictures; nil where the key is for nothing there.
  mutating func walkDigits(_ key: Key) -> [Effect]? {
    let digits = listedDigits
    guard let chosen = chosenDigit(of: digits), let position = digits.firstIndex(of: chosen) else { return nil }
    let places = digitPlaces
    switch key {
    case .left: performance.image = position - 1
    case .right: performance.image = position + 1
    case .up: performance.image = position - places.columns
    case .down: performance.image = position + places.columns
    case .pageUp: performance.image = position - places.count
    case .pageDown: performance.image = position + places.count
    case .home: performance.image = 0
    case .end: performance.image = digits.count - 1
    case .enter: return [.putOnCanvas(digit: chosen)]
    default: return nil
    }
    performance.image = min(digits.count - 1, max(0, performance.image))
    let first = firstDigit(of: digits, places) / places.columns
    let row = performance.image / places.columns
    performance.firstImageRow = min(row, max(first, row - places.rows + 1))
    return []
  }

  /// Moves the list by rows.
  mutating func scrollDigits(by rows: Int) {
    let digits = listedDigits
    let places = digitPlaces
    performance.firstImageRow = firstDigit(of: digits, places) / places.columns + rows
    performance.firstImageRow = firstDigit(of: digits, places) / places.columns
  }

  /// How the pictures of the current page stand.
  private var digitPlaces: DigitPlaces {
    let parts = PerformanceLayout(WindowLayout(windowSize), page: performance.page)
    let area = digitArea(parts).inset(bottom: StudioState.footHeight)
    return DigitPlaces(area.size, scale: scale, isSmall: parts.isSingle, count: listedDigits.count)
  }

  /// Where the pictures and what is said of the chosen one stand.
  func digitArea(_ parts: PerformanceLayout) -> Rect {
    performance.page == .mistakes
      ? parts.content.inset(top: PerformanceLayout.head)
      : parts.right.inset(by: parts.isSingle ? 12 : 24).inset(top: PerformanceLayout.head + 8)
  }

  /// The picture at a place of the area is chosen; nil where there is none.
  mutating func chooseDigit(at place: Point, in size: Size) -> Int? {
    let digits = listedDigits
    let parts = PerformanceLayout(WindowLayout(windowSize), page: performance.page)
    let places = DigitPlaces(size, scale: scale, isSmall: parts.isSingle, count: digits.count)
    let first = firstDigit(of: digits, places)
    guard let index = places.index(at: place, of: digits.count - first, in: size) else { return nil }
    performance.image = first + index
    return digits[first + index]
  }
}

extension TestAnswers {
  /// How many `places` are and how many of them are wrong.
  fileprivate func words(of places: [Int]) -> String {
    let wrong = places.count { answers[$0].written != answers[$0].read }
    let count = NumberText.counted(places.count, "test digit", "test digits")
    if wrong == places.count || wrong == 0 { return places.isEmpty ? "" : "\(count), the surest first" }
    return "\(count), \(NumberText.grouped(wrong)) of them wrong: these first"
  }
}
