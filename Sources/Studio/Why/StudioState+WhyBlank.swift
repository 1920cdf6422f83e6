import Graphics
import Ink
import Toolkit

extension StudioState {
  /// What stands there while nothing can be explained, and what to do.
  func whyBlank(in rect: Rect) -> [Element] {
    let lines =
      document.isBlank
      ? ["Draw a digit first", "Then this says which ink decides."]
      : document.drawing.image != nil
        ? ["There is a picture beneath the ink", "Only ink can be taken away piece by piece."]
        : modelProblem.map { ["There is no network to ask", $0] } ?? ["Looking at the ink", ""]
    let words = lines.enumerated().map { index, line in
      Element(
        ControlName(rawValue: "why.blank.\(index)"),
        Rect(x: rect.x, y: rect.y + Double(index) * 26, width: rect.width, height: 24),
        LabelLook(line, index == 0 ? .title : .body, index == 0 ? .text : .muted))
    }
    guard document.isBlank else { return words }
    let button = Rect(x: rect.x, y: rect.y + 68, width: 160, height: 36)
    let look = ButtonLook("Start drawing", icon: .pen, style: .primary)
    return words + [Element(.startDrawing, button, look, role: .button, cursor: .hand)]
  }
}
