import Graphics
import Ink
import Toolkit

extension StudioState {
  /// The button beside the answer that says which digit the drawing is: below the choice between digit and number.
  func teachButton(_ layout: WindowLayout) -> Element {
    let isCompact = layout.room == .compact
    let width: Double = isCompact ? 36 : 112
    let (panel, choice) = (layout.panel, NumberLayout.choice(layout))
    let frame =
      choice.map { Rect(x: $0.x, y: $0.maxY + 8, width: $0.width, height: 36) }
      ?? Rect(x: panel.maxX - width, y: panel.y + (isCompact ? 0 : 4), width: width, height: 36)
    return Element(
      .teach, frame,
      ButtonLook(
        isCompact ? "" : "Teach", icon: .teach, style: isCompact ? .bare : .filled, isChosen: overlay == .teach),
      role: .button, isEnabled: !document.isBlank,
      hint: document.isBlank ? "Draw a digit first" : "Say which digit this is (0 to 9)", cursor: .hand)
  }

  /// The ten digits, below that button.
  func teachChooser(_ layout: WindowLayout) -> [Element] {
    let button = teachButton(layout).frame
    let cell = Size(width: 48, height: 44)
    let size = Size(width: 5 * cell.width + 4 * 6 + 32, height: 2 * cell.height + 6 + 60)
    let frame = Rect(
      x: max(8, min(button.maxX, layout.size.width - 8) - size.width), y: button.maxY + 6, width: size.width,
      height: size.height)
    let inner = frame.inset(by: 16)
    let label = teachLabel
    return [
      Element("teach.chooser", frame, PanelLook(.surface, edges: .all, radius: 8), role: .panel),
      Element(
        "teach.chooser.title", Rect(x: inner.x, y: inner.y - 4, width: inner.width, height: 22),
        LabelLook(label.map { "Saved as \($0); this is a …" } ?? "This is a …", .section)),
    ]
      + (0...9).map { digit in
        let place = Rect(
          x: inner.x + Double(digit % 5) * (cell.width + 6), y: inner.y + 28 + Double(digit / 5) * (cell.height + 6),
          width: cell.width, height: cell.height)
        return Element(
          .teachDigit(digit), place, ButtonLook("\(digit)", isChosen: digit == label), role: .button,
          hint: "Keep the drawing as a \(digit) (\(digit))", cursor: .hand)
      }
  }
}
