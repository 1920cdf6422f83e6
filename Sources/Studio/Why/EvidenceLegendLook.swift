import Charts
import Graphics
import Toolkit

/// What the colours of the map mean: for which digit, and how much.
struct EvidenceLegendLook: Look {
  var digit: Int
  var second: Int
  /// The evidence at the ends, as text.
  var limit: String
  /// What the numbers are.
  var caption: String
  /// Whether the colours are about the digit alone.
  var isAlone = false

  var text: String { "\(caption), from −\(limit) to +\(limit)" }

  private static let swatch = Size(width: 24, height: 16)

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    let colors = theme.diverging.colors
    let width = Double(colors.count) * EvidenceLegendLook.swatch.width
    let left = state.snapped(frame.midX - width / 2)
    for (index, color) in colors.enumerated() {
      let x = left + Double(index) * EvidenceLegendLook.swatch.width
      context.fill(
        Rect(x: x, y: frame.y, width: EvidenceLegendLook.swatch.width, height: EvidenceLegendLook.swatch.height),
        with: color)
    }
    let box = Rect(x: left, y: frame.y, width: width, height: EvidenceLegendLook.swatch.height)
    context.stroke(Path(box.inset(by: -0.5)), with: Graphics.Stroke(theme.line, width: 1))
    let middle = frame.y + EvidenceLegendLook.swatch.height / 2
    Label(isAlone ? "against" : "for \(second)", font: .secondary, color: theme.text, x: frame.x, middle: middle).show(
      on: context)
    Label("for \(digit)", font: .secondary, color: theme.text, x: frame.maxX, middle: middle, anchor: .end)
      .show(on: context)
    for (text, x) in [("−\(limit)", left), ("0", frame.midX), ("+\(limit)", left + width)] {
      Label(text, font: .caption, color: theme.muted, x: x, middle: frame.y + 27, anchor: .middle).show(on: context)
    }
    Label(caption, font: .secondary, color: theme.muted, x: frame.midX, middle: frame.y + 46, anchor: .middle)
      .show(on: context)
  }
}

extension Label {
  fileprivate func show(on context: Context) { Mark.label(self).show(on: context) }
}

extension Mark {
  fileprivate func show(on context: Context) {
    var drawing = Drawing()
    drawing.add(self)
    drawing.draw(on: context)
  }
}
