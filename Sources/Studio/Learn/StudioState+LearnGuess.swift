import Charts
import Graphics
import Ink
import Recognition
import Toolkit

extension StudioState {
  /// The paper, what the network that learns makes of it, and the filters of its first layer.
  func learnGuess(_ parts: LearnLayout, _ moving: Moving) -> [Element] {
    guard let canvas = parts.canvas, let beside = parts.beside, let guess = parts.guess else { return [] }
    let paper = Element(.canvas, canvas, moving.canvas, role: .paper, cursor: tool == .eraser ? .hidden : .crosshair)
    var elements = [paper] + paperButtons(in: beside) + guessBars(in: guess)
    if let filters = parts.filters { elements += filterTiles(in: filters, moving) }
    return elements
  }

  private func paperButtons(in rect: Rect) -> [Element] {
    let buttons: [(ControlName, Icon, Bool, String)] = [
      (.undo, .undo, document.canUndo, "Undo (Ctrl+Z)"),
      (.clear, .clear, !document.isBlank, "Clear; undo brings it back"),
    ]
    let elements = buttons.enumerated().map { index, button in
      Element(
        button.0, Rect(x: rect.x, y: rect.y + Double(index) * 44, width: min(rect.width, 44), height: 36),
        ButtonLook("", icon: button.1), role: .button, isEnabled: button.2, hint: button.3, cursor: .hand)
    }
    // A whole number of pixels of the screen for each of the 28.
    let pixels = max(1, (rect.width * scale / Double(Framing.side)).rounded(.down))
    let side = pixels * Double(Framing.side) / scale
    let picture = Rect(x: (rect.x * scale).rounded() / scale, y: rect.maxY - side, width: side, height: side)
    let image = reading.verdict == .blank ? nil : reading.image
    return elements + [Element("learn.sees", picture, NetworkLook(image: image), hint: "What the network sees")]
  }

  private func guessBars(in rect: Rect) -> [Element] {
    let title = Rect(x: rect.x, y: rect.y, width: rect.width, height: LearnLayout.head - 4)
    let winner = learn.guessedDigit
    let words = winner.map { "\($0.digit), \(NumberText.answered(Double($0.share))) %" } ?? ""
    var elements = [
      Element("learn.guess.title", title, LabelLook("What it reads now", .section)),
      Element("learn.guess.words", title, LabelLook(words, .secondary, .muted, .trailing)),
    ]
    let row = (rect.height - LearnLayout.head) / 10
    for digit in 0..<Probabilities.count {
      let place = Rect(
        x: rect.x, y: rect.y + LearnLayout.head + Double(digit) * row, width: rect.width, height: row)
      let share = learn.guess?[digit]
      elements.append(
        Element(
          ControlName(rawValue: "learn.bar.\(digit)"), place,
          BarLook(
            digit: digit, probability: share, length: share ?? 0, mark: winner?.digit == digit ? .winner : .none)))
    }
    return elements
  }

  private func filterTiles(in rect: Rect, _ moving: Moving) -> [Element] {
    let legend = RampLook(isSigned: true, isShort: true)
    let title = Rect(x: rect.x, y: rect.y, width: rect.width, height: LearnLayout.head - 4)
    let label = "First filters"
    let width = Font.section.width(of: label).rounded(.up) + 2
    var elements = [Element("learn.filters.title", title, LabelLook(label, .section))]
    if moving.filters == nil {
      let words = learn.snapshot == 0 ? "" : "The first layer has no filters that are pictures"
      elements.append(
        Element(
          "learn.filters.words", rect.inset(top: LearnLayout.head, bottom: max(0, rect.height - 46)),
          LabelLook(words, .secondary, .muted)))
      return elements
    }
    let room = rect.width - width - legend.width - 24
    if Font.caption.width(of: moving.filterWords) <= room {
      elements.append(
        Element("learn.filters.words", title.inset(left: width + 8), LabelLook(moving.filterWords, .caption, .muted)))
    }
    elements.append(
      Element(
        "learn.filters.legend",
        Rect(x: rect.maxX - legend.width, y: title.y, width: legend.width, height: title.height),
        legend))
    if let sheet = moving.filters {
      elements.append(
        Element("learn.filters", sheet.grid.frame, SheetLook(sheet: sheet, revision: moving.filterRevision)))
    }
    return elements
  }
}

extension LearnState {
  /// The most probable digit of the guess, and how probable it is.
  package var guessedDigit: (digit: Int, share: Float)? {
    guard let guess, let digit = guess.indices.max(by: { guess[$0] < guess[$1] }) else { return nil }
    return (digit, guess[digit])
  }
}
