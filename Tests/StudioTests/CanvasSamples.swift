import Graphics
import Ink
import Studio

/// Strokes to try the canvas with.
enum CanvasSamples {
  static func stroke(_ count: Int, _ point: (Double) -> (Double, Double, Double?)) -> Ink.Stroke {
    Ink.Stroke(
      points: (0..<count).map { index in
        let (x, y, pressure) = point(Double(index) / Double(max(1, count - 1)))
        return InkPoint(x: x, y: y, pressure: pressure)
      })
  }

  /// Turns that grow, with a pressure that comes and goes.
  static func spiral(_ count: Int, x: Double, y: Double, size: Double) -> Ink.Stroke {
    stroke(count) { t in
      (x + size * t * fastCosine(t * 3), y + size * t * fastCosine(t * 3 - 0.25), min(1, 3 * t, 4 * (1 - t)))
    }
  }

  /// A wave with a period of 1, made of parabolas.
  private static func fastCosine(_ turns: Double) -> Double {
    let share = (turns - turns.rounded(.down)) * 4 - 2
    return share * (2 - abs(share)) * -1
  }

  static let all: [Ink.Stroke] = [
    stroke(300) { t in (100 + 400 * t, 100 + 90 * t, nil) },
    stroke(5) { t in (100 + 700 * t, 300 + 300 * t * t, nil) },
    stroke(9) { t in (500 + 300 * t, (t * 8).rounded().truncatingRemainder(dividingBy: 2) == 0 ? 60 : 200, 0.5) },
    spiral(200, x: 300, y: 600, size: 180), spiral(30, x: 700, y: 600, size: 150),
    stroke(1) { _ in (900, 100, nil) }, stroke(1) { _ in (900, 200, 0.1) }, stroke(2) { t in (850 + t, 250, 0.8) },
    // A pen that knows no pressure, one that reports it late, one that loses it.
    stroke(40) { t in (100 + 800 * t, 850, 0) },
    stroke(40) { t in (100 + 800 * t, 900, t < 0.05 ? 0 : 0.7) },
    stroke(3) { t in (100 + 20 * t, 940, 0) },
    stroke(40) { t in (100 + 800 * t, 950, t < 0.5 ? 0.7 : 0) },
    // Beyond the canvas and back.
    stroke(20) { t in (900 + 300 * t, 500 - 900 * t, nil) },
    // There and back again.
    stroke(21) { t in (600 + (t < 0.5 ? 200 * t : 200 - 200 * t), 980, 0.9 - t * 0.8) },
    Ink.Stroke(points: []),
  ]
}
