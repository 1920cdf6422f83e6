import Charts
import Ink
import Recognition
import Graphics
import Toolkit

extension StudioState {
  /// The paper of the Draw screen, and what each model makes of what is on it.
  func compareInk(_ parts: CompareLayout, _ moving: Moving) -> [Element] {
    let canvas = parts.canvas
    let row = Rect(x: canvas.x, y: canvas.maxY + 8, width: canvas.width, height: 36)
    let width = min(104, (row.width - 8) / 2)
    let isNarrow = width < 90
    let buttons: [(ControlName, String, Icon, Bool)] = [
      (.undo, "Undo", .undo, document.canUndo), (.clear, "Clear", .clear, !document.isBlank),
    ]
    let elements = buttons.enumerated().map { index, button in
      Element(
        button.0, Rect(x: row.x + Double(index) * (width + 8), y: row.y, width: width, height: row.height),
        ButtonLook(isNarrow ? "" : button.1, icon: button.2), role: .button, isEnabled: button.3,
        hint: index == 0 ? "Undo (Ctrl+Z)" : "Clear (C)", cursor: .hand)
    }
    let paper = Element(
      .canvas, canvas, moving.canvas, role: .paper, cursor: tool == .eraser ? .hidden : .crosshair)
    return [paper] + elements + compareAnswers(parts, moving)
  }

  private func compareAnswers(_ parts: CompareLayout, _ moving: Moving) -> [Element] {
    let area = parts.answers
    let loaded = compare.loaded
    guard !loaded.isEmpty else { return compareMissing("No model is chosen or loaded.", in: area) }
    // Six of them have the room for themselves, and one is no company.
    let hasTogether = (2...4).contains(loaded.count)
    let count = Double(loaded.count + (hasTogether ? 1 : 0))
    let gap: Double = parts.isCompact ? 12 : loaded.count <= 4 ? 24 : 16
    let isLarge = area.height > 700
    let most: Double = parts.isCompact ? 240 : isLarge ? 560 : 320
    let width = min(most, (area.width - gap * (count - 1)) / count).rounded(.down)
    let row: Double = parts.isCompact ? 24 : isLarge ? 72 : 44
    let height = min(parts.canvas.height, CompareBarsLook.head(width) + 10 * row)
    func frame(_ index: Int) -> Rect {
      Rect(x: area.x + Double(index) * (width + gap), y: area.y, width: width, height: height)
    }
    let columns = loaded.enumerated().map { index, model in
      let reading = compare.readings[model.name]
      let look = CompareBarsLook(
        name: model.name, slot: model.slot, shares: reading?.shares, verdict: reading?.verdict ?? .blank,
        lengths: moving.comparedBars[model.name])
      return Element(ControlName(rawValue: "compare.bars.\(model.name)"), frame(index), look)
    }
    let all = CompareBarsLook(
      name: "Together", slot: nil, shares: ensemble, verdict: ensembleVerdict, lengths: moving.comparedBars[""])
    return columns + (hasTogether ? [Element("compare.together", frame(loaded.count), all)] : [])
  }

  /// The mean of the probabilities of all chosen models; nil until each has read the ink.
  package var ensemble: [Double]? {
    let readings = compare.loaded.compactMap { compare.readings[$0.name]?.shares }
    guard !readings.isEmpty, readings.count == compare.loaded.count else { return nil }
    return (0..<10).map { digit in readings.reduce(0) { $0 + $1[digit] } / Double(readings.count) }
  }

  /// Together they are as sure as the least sure of them.
  var ensembleVerdict: Reading.Verdict {
    let verdicts = compare.loaded.compactMap { compare.readings[$0.name]?.verdict }
    if !verdicts.isEmpty, verdicts.allSatisfy({ $0 == .notDigit }) { return .notDigit }
    return verdicts.allSatisfy { $0 == .sure } ? .sure : .unsure
  }
}

extension Reading {
  /// The ten probabilities; nil where nothing was read.
  package var shares: [Double]? { answer?.digit == nil ? nil : probabilities.map(Double.init) }
}
