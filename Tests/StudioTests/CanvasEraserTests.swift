import Graphics
import Ink
import Studio
import Testing

@Suite struct CanvasEraserTests {
  private let lines = (0..<10).map { line in
    CanvasSamples.stroke(20) { t in (100 + 800 * t, 50 + 100 * Double(line), nil) }
  }

  private func eraser() -> StrokeEraser { StrokeEraser(radius: 10, pen: InkPen(width: 20, pressure: .off)) }

  private func touched(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> Set<Int> {
    var eraser = eraser()
    return eraser.touched(from: Point(x: x1, y: y1), to: Point(x: x2, y: y2), in: lines)
  }

  @Test func theEdgeOfTheInkIsWhatCounts() {
    #expect(touched(500, 100, 500, 100) == [])
    #expect(touched(500, 131, 500, 131) == [1])
    #expect(touched(500, 129, 500, 129) == [])
    #expect(touched(81, 150, 81, 150) == [1])
    #expect(touched(79, 150, 79, 150) == [])
  }

  @Test func aFastSweepMissesNothing() {
    #expect(touched(500, 10, 505, 990) == Set(0..<10))
    #expect(touched(95, 140, 905, 360) == [1, 2, 3])
  }

  @Test func aWideLineIsTouchedFurtherOut() {
    let heavy = [CanvasSamples.stroke(20) { t in (100 + 800 * t, 500, 0.9) }]
    var eraser = StrokeEraser(radius: 10, pen: InkPen(width: 20, pressure: .full))
    let place = Point(x: 500, y: 525)
    #expect(eraser.touched(from: place, to: place, in: heavy) == [0])
    eraser.pen.pressure = .off
    #expect(eraser.touched(from: place, to: place, in: heavy) == [])
  }

  @Test func strokesKeepTheirNumbersAsOthersComeAndGo() {
    var eraser = eraser()
    var strokes = lines
    func hit(_ y: Double) -> Set<Int> {
      eraser.touched(from: Point(x: 500, y: y), to: Point(x: 501, y: y), in: strokes)
    }
    #expect(hit(550) == [5])
    strokes.remove(at: 2)
    #expect(hit(550) == [4])
    #expect(hit(250) == [])
    strokes.insert(lines[2], at: 0)
    #expect(hit(250) == [0])
    #expect(hit(550) == [5])
    strokes[5].points.append(InkPoint(x: 500, y: 999))
    #expect(hit(999) == [5])
    strokes[5].points[0].y = 1
    #expect(hit(550) == [5])
    strokes = []
    #expect(hit(550) == [])
  }

  @Test func longStrokesAreTouchedWhereTheyAre() {
    let long = [CanvasSamples.spiral(5_000, x: 500, y: 500, size: 400), CanvasSamples.all[0]]
    var eraser = eraser()
    for step in 0..<200 {
      let start = Point(x: Double(step * 37 % 1000), y: Double(step * 61 % 1000))
      let end = Point(x: start.x + Double(step % 7) * 20 - 60, y: start.y + Double(step % 5) * 20 - 40)
      let found = eraser.touched(from: start, to: end, in: long)
      // Along the way, in steps that are small against the eraser.
      let isNear = long.map { stroke in
        (0...40).contains { part in
          let place = Point(
            x: start.x + (end.x - start.x) * Double(part) / 40, y: start.y + (end.y - start.y) * Double(part) / 40)
          return stroke.points.contains { point in
            let (x, y) = (point.x - place.x, point.y - place.y)
            return x * x + y * y < 19 * 19
          }
        }
      }
      for index in 0..<2 where isNear[index] { #expect(found.contains(index), "sweep \(step)") }
    }
  }
}
