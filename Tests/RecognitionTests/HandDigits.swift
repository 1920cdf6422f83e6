import Glibc
import Ink

/// Digits drawn by hand in a box 60 wide and 100 high, for tests.
enum HandDigits {
  /// The strokes of a digit, as some people draw it.
  static func strokes(_ digit: Int) -> [Stroke] {
    let lines: [[(Double, Double)]] =
      switch digit {
      case 0: [arc(30, 50, 28, 50, from: -90, to: -450)]
      case 1: [[(28, 0), (30, 50), (29, 100)]]
      case 2: [arc(30, 28, 27, 28, from: -170, to: 40) + [(28, 70), (3, 98), (32, 96), (60, 98)]]
      case 3: [arc(27, 26, 25, 26, from: -150, to: 80) + arc(27, 74, 30, 26, from: -80, to: 150)]
      case 4: [[(22, 0), (4, 62), (58, 60)], [(42, 28), (40, 100)]]
      // The bar is drawn last and touches nothing.
      case 5: [[(10, 12), (8, 48)] + arc(28, 70, 30, 29, from: -120, to: 140), [(16, 0), (56, 2)]]
      case 6: [[(46, 0), (18, 32), (6, 68)] + arc(30, 74, 26, 26, from: 180, to: -190)]
      case 7: [[(4, 4), (58, 2), (40, 50), (24, 100)], [(20, 50), (56, 48)]]
      case 8:
        [arc(30, 25, 22, 25, from: -60, to: -270) + arc(30, 75, 28, 25, from: -90, to: 270) + [(44, 36), (46, 8)]]
      default: [arc(32, 28, 26, 28, from: -20, to: -380) + [(56, 40), (50, 100)]]
      }
    return lines.map { Stroke(points: $0.map { InkPoint(x: $0.0, y: $0.1) }) }
  }

  /// `strokes` elsewhere and larger.
  static func moved(_ strokes: [Stroke], x: Double, y: Double = 0, scale: Double = 1) -> [Stroke] {
    strokes.map { Stroke(points: $0.points.map { InkPoint(x: $0.x * scale + x, y: $0.y * scale + y) }) }
  }

  /// The digits, minus signs and points of `text` side by side, their boxes `gap` apart.
  static func number(_ text: String, gap: Double = 18) -> [Stroke] {
    var (strokes, x) = ([Stroke](), 0.0)
    for sign in text {
      let drawn: [Stroke] =
        switch sign {
        case "-": [Stroke(points: [InkPoint(x: 0, y: 52), InkPoint(x: 25, y: 50), InkPoint(x: 45, y: 51)])]
        case ".": [Stroke(points: [InkPoint(x: 0, y: 97), InkPoint(x: 2, y: 99)])]
        default: Self.strokes(sign.wholeNumberValue ?? 0)
        }
      let places = drawn.flatMap(\.points).map(\.x)
      let left = places.min() ?? 0
      strokes += moved(drawn, x: x - left)
      x += (places.max() ?? 0) - left + gap
    }
    return strokes
  }

  /// Places along an ellipse; angles in degrees, clockwise from the right.
  private static func arc(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, from start: Double, to end: Double
  ) -> [(Double, Double)] {
    (0...24).map { step in
      let angle = (start + (end - start) * Double(step) / 24) * .pi / 180
      return (x + width * cos(angle), y + height * sin(angle))
    }
  }
}
