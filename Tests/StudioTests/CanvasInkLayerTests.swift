import Graphics
import Ink
import Studio
import Testing

@Suite struct CanvasInkLayerTests {
  private func layer(side: Int = 300, _ pressure: PressureWidth = .full) throws -> InkLayer {
    try InkLayer(side: side, pen: InkPen(width: 30, pressure: pressure))
  }

  /// How many pixels differ; a list of all would take a failing test minutes to describe.
  private func differences(_ one: InkLayer, _ other: InkLayer) -> Int {
    zip(one.mask.pixels(), other.mask.pixels()).count { $0 != $1 }
  }

  private func draw(_ stroke: Ink.Stroke, on layer: InkLayer, burst: Int = 1) {
    guard let first = stroke.points.first else { return }
    _ = layer.begin(at: first)
    for start in stride(from: 1, to: stroke.points.count, by: burst) {
      _ = layer.extend(through: stroke.points[start..<min(start + burst, stroke.points.count)])
    }
    layer.end()
  }

  @Test(arguments: PressureWidth.allCases, [1, 3])
  func inkDrawnPointByPointIsTheInkDrawnAtOnce(pressure: PressureWidth, burst: Int) throws {
    for side in [300, 620] {
      let (live, whole) = (try layer(side: side, pressure), try layer(side: side, pressure))
      for (count, stroke) in CanvasSamples.all.enumerated() {
        draw(stroke, on: live, burst: burst)
        whole.redraw(Array(CanvasSamples.all[...count]))
        #expect(differences(live, whole) == 0, "stroke \(count) at \(side) pixels")
      }
    }
  }

  @Test func aHalfDrawnStrokeEndsAtItsNewestPoint() throws {
    let (live, whole) = (try layer(), try layer())
    for stroke in CanvasSamples.all where stroke.points.count > 1 {
      live.redraw([])
      _ = live.begin(at: stroke.points[0])
      for count in 2...min(40, stroke.points.count) {
        _ = live.extend(through: CollectionOfOne(stroke.points[count - 1]))
        whole.redraw([Ink.Stroke(points: Array(stroke.points[..<count]))])
        #expect(differences(live, whole) == 0, "after \(count) points")
      }
      live.end()
    }
  }

  @Test func aPressLeavesADotAtOnce() throws {
    let layer = try layer(side: 500)
    let damage = layer.begin(at: InkPoint(x: 500, y: 400))
    let pixels = layer.mask.pixels()
    #expect(pixels[200 * 500 + 250] == 255)
    #expect(pixels[200 * 500 + 256] == 255)
    #expect(pixels[200 * 500 + 259] == 0)
    #expect(damage.contains(Rect(x: 485, y: 385, width: 30, height: 30)))
    #expect(damage.width < 40)
  }

  @Test func nothingChangesOutsideOfTheDamage() throws {
    let layer = try layer()
    var before = layer.mask.pixels()
    func check(_ damage: Rect) {
      let after = layer.mask.pixels()
      let rect = PixelRect(covering: damage.inset(by: 1e-6), scale: 0.3)
      let outside = after.indices.count { index in
        let (x, y) = (index % 300, index / 300)
        let isInside = x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height
        return after[index] != before[index] && !isInside
      }
      #expect(outside == 0)
      before = after
    }
    for stroke in CanvasSamples.all where stroke.points.count < 50 && !stroke.points.isEmpty {
      check(layer.begin(at: stroke.points[0]))
      for point in stroke.points.dropFirst() { check(layer.extend(through: CollectionOfOne(point))) }
      layer.end()
    }
    let rest = Array(CanvasSamples.all.dropFirst(4))
    check(layer.redraw(rest, inside: Rect(x: 100, y: 200, width: 300, height: 321)))
    check(layer.redraw(rest))
  }

  @Test func theDamageOfAPointDoesNotGrowWithTheInk() throws {
    let layer = try layer()
    layer.redraw(CanvasSamples.all)
    _ = layer.begin(at: InkPoint(x: 100, y: 500))
    for step in 1...100 {
      let damage = layer.extend(through: CollectionOfOne(InkPoint(x: 100 + Double(step) * 5, y: 500)))
      #expect(damage.width < 80)
      #expect(damage.height < 80)
    }
  }

  @Test func erasedStrokesLeaveWhatTheyCrossed() throws {
    let (part, whole) = (try layer(), try layer())
    var strokes = CanvasSamples.all
    part.redraw(strokes)
    while strokes.count > 1 {
      let erased = strokes.remove(at: strokes.count / 2)
      part.redraw(strokes, inside: part.bounds(of: [erased]))
      whole.redraw(strokes)
      #expect(differences(part, whole) == 0, "\(strokes.count) strokes left")
      #expect(part.revision == 1)
    }
    strokes.insert(contentsOf: CanvasSamples.all[3...6], at: 0)
    part.redraw(strokes, inside: part.bounds(of: CanvasSamples.all[3...6]))
    whole.redraw(strokes)
    #expect(differences(part, whole) == 0)
  }

  @Test func aLongStrokeIsFoundInParts() throws {
    let long = CanvasSamples.stroke(1_000) { t in (50 + 900 * t, 500 + 400 * t * (1 - t), nil) }
    let (part, whole) = (try layer(), try layer())
    whole.redraw([long])
    for x in stride(from: 0.0, to: 1000, by: 37) {
      part.redraw([long], inside: Rect(x: x, y: 400, width: 37, height: 300))
    }
    #expect(differences(part, whole) == 0)
  }

  @Test func aLineHasNeitherGapsNorBumps() throws {
    let layer = try layer(side: 1000, .off)
    for step in [0.7, 3, 20, 150] {
      layer.redraw([CanvasSamples.stroke(Int(800 / step)) { t in (100 + 800 * t, 500, nil) }])
      let pixels = layer.mask.pixels()
      for x in 100..<900 {
        let column = (0..<1000).filter { pixels[$0 * 1000 + x] > 127 }
        #expect(column.count == 30, "column \(x), points \(step) apart")
      }
    }
  }

  @Test func aPenThatReportsNoPressureHasItsOwnWidth() throws {
    let layer = try layer(side: 1000)
    func height(of pressure: @escaping (Double) -> Double?) -> Int {
      layer.redraw([CanvasSamples.stroke(50) { t in (100 + 800 * t, 500, pressure(t)) }])
      let pixels = layer.mask.pixels()
      return (0..<1000).count { pixels[$0 * 1000 + 500] > 127 }
    }
    #expect(height { _ in nil } == 30)
    #expect(height { _ in 0 } == 30)
    #expect(height { _ in 0.5 } == 30)
    #expect(height { _ in 1 } == 54)
    // The pressure of the middle is real when the beginning had one.
    #expect(height { $0 == 0 ? 0.2 : 0 } == 6)
  }

  @Test func aNewSizeShowsTheSameInk() throws {
    let (resized, fresh) = (try layer(), try layer(side: 450))
    resized.redraw(CanvasSamples.all)
    let revision = resized.revision
    try resized.resize(side: 450)
    #expect(resized.revision > revision)
    resized.redraw(CanvasSamples.all)
    fresh.redraw(CanvasSamples.all)
    #expect(differences(resized, fresh) == 0)
  }

  @Test func aSizeInMidStrokeLosesNothing() throws {
    let (resized, fresh) = (try layer(), try layer(side: 450))
    let points = CanvasSamples.all[3].points
    draw(CanvasSamples.all[0], on: resized)
    _ = resized.begin(at: points[0])
    _ = resized.extend(through: points[1..<50])
    try resized.resize(side: 450)
    resized.redraw([CanvasSamples.all[0], Ink.Stroke(points: Array(points[..<50]))])
    _ = resized.extend(through: points[50...])
    resized.end()
    fresh.redraw([CanvasSamples.all[0], CanvasSamples.all[3]])
    #expect(differences(resized, fresh) == 0)
  }

  @Test func aStrokeThatWasNotBegunIsNotDrawn() throws {
    let layer = try layer()
    #expect(layer.extend(through: [InkPoint(x: 1, y: 1)]).width == 0)
    #expect(!layer.isDrawing)
    #expect(layer.mask.pixels().count { $0 > 0 } == 0)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 1e308, -1e308])
  func placesThatAreNoneDoNoHarm(value: Double) throws {
    let layer = try layer()
    let strokes = [
      CanvasSamples.stroke(9) { t in (t == 0.5 ? value : 100 * t, 100 * t, 0.5) },
      CanvasSamples.stroke(9) { t in (100 * t, t < 0.5 ? value : 50, value) },
    ]
    for stroke in strokes { draw(stroke, on: layer) }
    layer.redraw(strokes, inside: layer.bounds(of: strokes))
    layer.pen = InkPen(width: value, pressure: .full)
    layer.redraw(strokes)
    var eraser = StrokeEraser(radius: 10, pen: layer.pen)
    _ = eraser.touched(from: Point(x: value, y: 0), to: Point(x: 3, y: value), in: strokes)
  }
}
