import Ink
import Recognition
import Testing

/// Strokes through places, for tests.
func strokes(_ lines: [[(Double, Double)]]) -> [Stroke] {
  lines.map { Stroke(points: $0.map { InkPoint(x: $0.0, y: $0.1) }) }
}

@Suite struct PreprocessorTests {
  /// A seven with a bar.
  private let seven = strokes([[(10, 12), (90, 10), (40, 140)], [(40, 70), (85, 72)]])

  private func frame(
    _ strokes: [Stroke], steps: Preprocessor.Steps = .all, pen: Double? = nil, canvas: InkBounds? = nil
  ) throws -> GrayImage {
    try #require(Preprocessor(steps: steps).framing(of: strokes, penWidth: pen, canvas: canvas)).image
  }

  /// First and last column and row with ink.
  private func extent(of image: GrayImage) throws -> (columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
    let inked = image.pixels.indices.filter { image.pixels[$0] > 25 }
    let (columns, rows) = (inked.map { $0 % 28 }, inked.map { $0 / 28 })
    let (left, top) = (try #require(columns.min()), try #require(rows.min()))
    return (left...(columns.max() ?? left), top...(rows.max() ?? top))
  }

  private func centerOfMass(_ image: GrayImage) -> (x: Double, y: Double) {
    let mass = image.pixels.reduce(0.0) { $0 + Double($1) }
    let x = image.pixels.enumerated().reduce(0.0) { $0 + Double($1.offset % 28) * Double($1.element) }
    let y = image.pixels.enumerated().reduce(0.0) { $0 + Double($1.offset / 28) * Double($1.element) }
    return (x / mass, y / mass)
  }

  @Test func theLongerSideIsTwentyPixelsAndTheCenterOfMassIsInTheMiddle() throws {
    let image = try frame(seven)
    let extent = try extent(of: image)
    #expect(19...20 ~= extent.rows.count)
    let center = centerOfMass(image)
    #expect(13.49..<14.51 ~= center.x && 13.49..<14.51 ~= center.y)
  }

  @Test(arguments: [(1.0, 0.0, 0.0), (0.001, 5.0, -3.0), (1000.0, 1e6, 1e6), (1e20, 0.0, 0.0), (1e-20, 0.0, 0.0)])
  func neitherSizeNorPlaceMatters(scale: Double, dx: Double, dy: Double) throws {
    let moved = seven.map { stroke in
      Stroke(points: stroke.points.map { InkPoint(x: $0.x * scale + dx, y: $0.y * scale + dy) })
    }
    let (expected, found) = (try frame(seven), try frame(moved))
    for (a, b) in zip(expected.pixels, found.pixels) { #expect(abs(Int(a) - Int(b)) <= 1) }
  }

  @Test func thePenOnScreenDoesNotMatterUnlessTheStepIsLeftOut() throws {
    let (thin, thick) = (try frame(seven, pen: 2), try frame(seven, pen: 20))
    #expect(thin == thick)
    let (kept, bold) = (
      try frame(seven, steps: [.box, .margin, .center], pen: 2),
      try frame(seven, steps: [.box, .margin, .center], pen: 30)
    )
    let ink = { (image: GrayImage) in image.pixels.reduce(0) { $0 + Int($1) } }
    #expect(ink(bold) > 2 * ink(kept))
  }

  @Test func moreMeasurementsOfTheSameLineMakeTheSamePicture() throws {
    let dense = seven.map { stroke in
      let places = zip(stroke.points, stroke.points.dropFirst()).flatMap { from, to in
        (0..<50).map { step in
          let share = Double(step) / 50
          return InkPoint(x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share)
        }
      }
      return Stroke(points: places + stroke.points.suffix(1))
    }
    let (expected, found) = (try frame(seven), try frame(dense))
    let difference = zip(expected.pixels, found.pixels).map { abs(Int($0) - Int($1)) }.max() ?? 0
    #expect(difference < 30)
  }

  @Test func noInkIsBlank() {
    #expect(Preprocessor().framing(of: []) == nil)
    #expect(Preprocessor().framing(of: [Stroke(points: [])]) == nil)
    let nowhere = [InkPoint(x: .nan, y: 1), InkPoint(x: .infinity, y: 1), InkPoint(x: 0, y: -.infinity)]
    #expect(Preprocessor().framing(of: [Stroke(points: nowhere)]) == nil)
  }

  @Test func placesThatAreNoneAreLeftOut() throws {
    var broken = seven
    broken[0].points.insert(InkPoint(x: .nan, y: 4), at: 1)
    broken[1].points.append(InkPoint(x: 1e200, y: .infinity))
    #expect(try frame(broken) == frame(seven))
  }

  @Test(arguments: [[(5.0, 5.0)], [(5.0, 5.0), (5.0, 5.0), (5.0, 5.0)]])
  func aTapStaysADot(points: [(Double, Double)]) throws {
    let extent = try extent(of: try frame(strokes([points])))
    #expect(extent.columns.count <= 4 && extent.rows.count <= 4)
  }

  @Test func aMarkNoLargerThanThePenIsNotEnlarged() throws {
    let small = strokes([[(5, 5), (6, 6), (7, 5)]])
    let extent = try extent(of: try frame(small, pen: 6))
    #expect(extent.columns.count < 8 && extent.rows.count < 8)
  }

  @Test func everyStepCanBeLeftOut() throws {
    let corner = strokes([[(10, 10), (30, 10), (10, 90), (60, 90)]])
    let canvas = InkBounds(low: SIMD2(0, 0), high: SIMD2(280, 280))
    let small = try extent(of: try frame(corner, steps: [.pen, .center, .margin], canvas: canvas))
    #expect(small.rows.count < 13, "without the box the drawing stays small")
    let large = try extent(of: try frame(corner, steps: [.pen, .box]))
    #expect(large.rows == 0...27, "without the margin it fills the picture")
    let middle = try extent(of: try frame(corner, steps: [.pen, .box, .margin]))
    #expect(middle.rows == 4...23, "without the center of mass the box is in the middle")
  }

  @Test func theFramingShowsTheWay() throws {
    let framing = try #require(Preprocessor().framing(of: seven))
    #expect(framing.box.low == SIMD2(10, 10) && framing.box.high == SIMD2(90, 140))
    #expect(framing.boxed.width == 20 && framing.boxed.height == 20)
    #expect(try framing.image == frame(seven))
    var moved = GrayImage(width: 28, height: 28)
    for y in 0..<20 {
      for x in 0..<20 { moved[x + 4 + framing.shift.x, y + 4 + framing.shift.y] = framing.boxed[x, y] }
    }
    #expect(moved == framing.image)
  }

  @Test func aMillionPointsAreAPicture() throws {
    let points = (0..<1_000_000).map { InkPoint(x: Double($0 * 7919 % 1000), y: Double($0 * 104_729 % 1000)) }
    let image = try frame([Stroke(points: points)])
    #expect(image.pixels.reduce(0) { $0 + Int($1) } > 200 * 255)
  }
}
