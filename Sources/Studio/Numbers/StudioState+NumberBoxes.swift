import Graphics
import Recognition
import Toolkit

extension StudioState {
  /// Between the ink of a sign and its box.
  private static let boxMargin = 5.0
  /// A label needs at least so much.
  private static let leastBox = 22.0

  /// The boxes around the signs on the canvas, with what they are read as.
  func signBoxes(_ layout: WindowLayout) -> [Element] {
    guard let number = shownNumber else { return [] }
    let chosen = numbers.chosen
    var digit = -1
    return number.signs.enumerated().map { index, sign in
      if sign.digit != nil { digit += 1 }
      return box(index, sign, isChosen: sign.digit != nil && digit == chosen, unit: number.unit, on: layout.canvas)
    }
  }

  private func box(_ index: Int, _ sign: NumberSymbol, isChosen: Bool, unit: Double, on canvas: Rect) -> Element {
    let (low, size) = (sign.box.low * unit, sign.box.size * unit)
    let ink = CanvasSpace.inWindow(Rect(x: low.x, y: low.y, width: size.x, height: size.y), shownIn: canvas)
    // Ink of a pen is as much wider than its line as the pen; that of a picture is not.
    let margin =
      StudioState.boxMargin + (sign.strokes.isEmpty ? 0 : settings.penWidth / 2 * canvas.width / CanvasSpace.side)
    let across = max(margin, (StudioState.leastBox - ink.width) / 2)
    let box = ink.inset(left: -across, top: -margin, right: -across, bottom: -margin).intersection(canvas)
    let height = SignBoxLook.labelHeight
    let isAbove = box.maxY + height > canvas.maxY && box.y - height >= canvas.y
    let frame = box.inset(top: isAbove ? -height : 0, bottom: isAbove ? 0 : -height).intersection(canvas)
    let look = SignBoxLook(
      label: sign.shownText + (sign.isUnsure ? "?" : ""), isUnsure: sign.isUnsure, isChosen: isChosen,
      isLabelAbove: isAbove)
    return Element(.signBox(index), frame, look)
  }
}
