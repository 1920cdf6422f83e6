import Graphics
import Toolkit

/// What the colours of the maps mean: from 0 to the largest value of a strip, or from below 0 to above.
struct RampLook: Look {
  var isSigned: Bool
  /// Whether there is little room.
  var isShort: Bool

  private var step: Double { isShort ? 14 : 24 }
  private var words: (low: String, high: String) { isSigned ? ("below 0", "above") : ("0", "largest") }

  var text: String { "\(words.low) to \(words.high)" }

  /// How wide it is.
  var width: Double {
    (Font.caption.width(of: words.low) + 8 + 7 * step + 8 + Font.caption.width(of: words.high)).rounded(.up) + 2
  }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    let baseline = frame.midY + Font.caption.digitHeight / 2
    context.draw(words.low, at: Point(x: frame.x, y: baseline), font: .caption, color: theme.muted)
    var x = frame.x + Font.caption.width(of: words.low) + 8
    let colors = isSigned ? theme.diverging.colors : theme.ramp.steps.map(\.color)
    for color in colors {
      let place = state.snapped(Rect(x: x, y: frame.midY - 7, width: step, height: 14))
      context.fill(place, with: color)
      x += step
    }
    context.draw(words.high, at: Point(x: x + 8, y: baseline), font: .caption, color: theme.muted)
  }
}
