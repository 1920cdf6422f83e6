import Charts
import Graphics
import Toolkit

/// A connection into a dense layer: where it comes from, a bar as long as it is strong, value × weight, and the product.
struct ConnectionLook: Look {
  var source: String
  var value: Double
  var weight: Double
  /// As it is shown.
  var product: Double
  /// −1…1: its part of the strongest.
  var share: Double

  var text: String {
    "\(source): \(NumberText.fixed(value, 3)) × \(NumberText.fixed(weight, 3)) = \(NumberText.fixed(product, 3))"
  }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    let baseline = frame.midY + Font.secondary.digitHeight / 2
    let number = NumberText.fixed(product, 3)
    let numberWidth = 64.0
    let factors = "\(NumberText.fixed(value, 3)) × \(NumberText.fixed(weight, 3))"
    let factorsEnd = frame.maxX - numberWidth
    let sourceWidth = min(frame.width * 0.4, 190)
    context.draw(
      Font.secondary.fitted(source, width: sourceWidth - 8), at: Point(x: frame.x, y: baseline), font: .secondary,
      color: theme.text)
    let factorsX = factorsEnd - Font.secondary.width(of: factors)
    context.draw(factors, at: Point(x: factorsX, y: baseline), font: .secondary, color: theme.muted)
    context.draw(
      number, at: Point(x: frame.maxX - Font.secondaryBold.width(of: number), y: baseline), font: .secondaryBold,
      color: theme.text)
    let (start, end) = (frame.x + sourceWidth, factorsEnd - 132)
    guard end - start >= 16 else { return }
    let bar = Rect(
      x: start, y: state.snapped(frame.midY - 4), width: max(1, (end - start) * abs(share)), height: 8)
    context.fill(bar, with: theme.diverging.colors[share < 0 ? 0 : 6])
  }
}
