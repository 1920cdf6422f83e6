import Ink
import Testing

@Suite struct StrokeTests {
  @Test func pointsKeepTheirOrder() {
    let stroke = Stroke(points: [InkPoint(x: 2, y: 1), InkPoint(x: 1, y: 2, pressure: 0.5)])
    #expect(stroke.points.map(\.x) == [2, 1])
  }
}
