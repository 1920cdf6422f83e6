import Charts
import DigitData
import Graphics
import Recognition
import Toolkit

extension StudioState {
  /// The room below the pictures for what is said of the chosen one.
  private static let footHeight = 56.0

  /// The digits that the page shows, the surest first.
  var listedDigits: [Int] {
    guard let tests = performance.tests else { return [] }
    switch performance.page {
    case .confusion: return tests.indices(written: performance.cell.row, read: performance.cell.column)
    case .mistakes: return tests.mistakes
    case .overview, .curves, .report, .calibration, .data: return []
    }
  }

  /// The chosen one of `digits`.
  func chosenDigit(of digits: [Int]) -> Int? {
    digits.isEmpty ? nil : digits[min(digits.count - 1, max(0, performance.image))]
  }

  /// Pictures of digits, and what is said of the chosen one; where there are none, why.
  func digitList(in rect: Rect, isSmall: Bool) -> [Element] {
    guard let tests = performance.tests else { return absentDigits(in: rect) }
    let digits = listedDigits
    let area = rect.inset(bottom: StudioState.footHeight)
    guard let chosen = chosenDigit(of: digits) else {
      let words =
        performance.page == .mistakes ? "Every digit is read as it was written." : "No test digit is read so here."
      return [Element("performance.none", area.prefix(22), LabelLook(words, .body, .muted))]
    }
    let places = DigitPlaces(area.size, scale: scale, isSmall: isSmall)
    let position = digits.firstIndex(of: chosen) ?? 0
    let first = position / places.count * places.count
    let items = digits[first..<min(digits.count, first + places.count)].map { item($0, tests) }
    let look = DigitGridLook(items: items, places: places, chosen: position - first)
    let foot = Rect(x: rect.x, y: area.maxY, width: rect.width, height: StudioState.footHeight)
    return [Element(.digits, area, look, role: .area, cursor: .hand)]
      + footer(chosen, tests, "\(NumberText.grouped(position + 1)) of \(NumberText.grouped(digits.count))", in: foot)
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

  func absentDigits(in rect: Rect) -> [Element] {
    let lines =
      performance.testTrouble.map { ["The test digits are not on this computer", $0] } ?? [
        "Reading the test digits", "",
      ]
    let tones: [Tone] = [.text, .muted]
    return lines.enumerated().map { index, line in
      Element(
        ControlName(rawValue: "performance.absent.\(index)"),
        Rect(x: rect.x, y: rect.y + 8 + Double(index) * 24, width: rect.width, height: 22),
        LabelLook(line, index == 0 ? .body : .secondary, tones[index]))
    }
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
    return []
  }

  /// How the pictures of the current page stand.
  private var digitPlaces: DigitPlaces {
    let parts = PerformanceLayout(WindowLayout(windowSize), page: performance.page)
    let area = digitArea(parts).inset(bottom: StudioState.footHeight)
    return DigitPlaces(area.size, scale: scale, isSmall: parts.isSingle)
  }

  /// Where the pictures and what is said of the chosen one stand.
  func digitArea(_ parts: PerformanceLayout) -> Rect {
    performance.page == .mistakes
      ? parts.content.inset(top: PerformanceLayout.head)
      : parts.right.inset(by: parts.isSingle ? 12 : 24).inset(top: PerformanceLayout.head + 8)
  }

  /// The picture at a place of the area is chosen.
  mutating func chooseDigit(at place: Point, in size: Size) {
    let digits = listedDigits
    guard let chosen = chosenDigit(of: digits), let position = digits.firstIndex(of: chosen) else { return }
    let parts = PerformanceLayout(WindowLayout(windowSize), page: performance.page)
    let places = DigitPlaces(size, scale: scale, isSmall: parts.isSingle)
    let first = position / places.count * places.count
    guard let index = places.index(at: place, of: digits.count - first, in: size) else { return }
    performance.image = first + index
  }
}

extension Rect {
  /// The upper part of a height.
  fileprivate func prefix(_ height: Double) -> Rect { Rect(x: x, y: y, width: width, height: min(height, self.height)) }
}
