import Ink
import NeuralNet
import Recognition
import Testing

@Suite struct LivePreprocessorTests {
  /// Somebody who draws, takes back and erases at random.
  private struct Hand {
    var document = DrawingDocument(longestHistory: 40)
    var generator: SeededGenerator
    var place = SIMD2<Double>(500, 500)

    init(seed: UInt64) { generator = SeededGenerator(seed: seed, stream: .augmentation, index: 0) }

    mutating func number(in range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &generator) }

    mutating func point() -> InkPoint {
      let reach = number(in: 0...1) < 0.05 ? 400.0 : 12
      place += SIMD2(number(in: -reach...reach), number(in: -reach...reach))
      place = place.clamped(lowerBound: SIMD2(0, 0), upperBound: SIMD2(1000, 1000))
      // Some devices tell only where a cell of their grid begins, and some tell nonsense.
      if number(in: 0...1) < 0.2 { place = SIMD2(place.x.rounded(), place.y.rounded()) }
      if number(in: 0...1) < 0.01 { return InkPoint(x: .nan, y: place.y) }
      return InkPoint(x: place.x, y: place.y, pressure: 0.5)
    }

    mutating func points(_ count: Int) -> [InkPoint] { (0..<count).map { _ in point() } }

    mutating func act() {
      switch Int(number(in: 0...100)) {
      case 0..<14: document.beginStroke(at: point())
      case 14..<70: document.extendStroke(through: points(Int(number(in: 1...4))))
      case 70..<74: document.endStroke()
      case 74..<80: document.undo()
      case 80..<85: document.redo()
      case 85..<90 where document.strokeCount > 0:
        let chosen = (0..<3).map { _ in Int(number(in: 0...Double(document.strokeCount) - 0.001)) }
        document.eraseStrokes(Set(chosen), joined: number(in: 0...1) < 0.3)
      case 90..<93: document.addStroke(Stroke(points: points(Int(number(in: 0...30)))))
      case 93: document.clear()
      case 94: document.load(Drawing(strokes: (0..<3).map { _ in Stroke(points: points(Int(number(in: 0...9)))) }))
      case 95: place = SIMD2(number(in: 0...1000), number(in: 0...1000))
      default: break
      }
    }
  }

  @Test(arguments: 0..<12) func whateverHappensThePictureIsThatOfTheWholeDrawing(seed: Int) {
    var hand = Hand(seed: UInt64(seed))
    let steps: Preprocessor.Steps = [.all, [.pen, .margin, .center], [.box, .center, .margin], [.pen, .box]][seed % 4]
    let canvas = InkBounds(low: .zero, high: SIMD2(1000, 1000))
    let (live, whole) = (LivePreprocessor(steps: steps), Preprocessor(steps: steps))
    for step in 0..<600 {
      hand.act()
      // What has happened is not looked at each time.
      guard hand.number(in: 0...1) < 0.7 else { continue }
      let strokes = hand.document.drawing.strokes
      let found = live.framing(of: strokes, penWidth: 12, canvas: canvas)
      let expected = whole.framing(of: strokes, penWidth: 12, canvas: canvas)
      #expect(found == expected, "seed \(seed), step \(step)")
      if found != expected { return }
    }
  }

  @Test func aScribbleThatGoesOnIsThatScribble() {
    var hand = Hand(seed: 99)
    let (live, whole) = (LivePreprocessor(), Preprocessor())
    hand.document.addStroke(Stroke(points: [InkPoint(x: 0, y: 0), InkPoint(x: 1000, y: 1000)]))
    hand.document.beginStroke(at: hand.point())
    // Longer and longer lines: points are left further and further apart.
    for step in 0..<60 {
      hand.document.extendStroke(
        through: (0..<200).map { _ in
          InkPoint(x: hand.number(in: 0...1000), y: hand.number(in: 0...1000))
        })
      let strokes = hand.document.drawing.strokes
      #expect(live.framing(of: strokes) == whole.framing(of: strokes), "step \(step)")
    }
  }

  @Test func anotherDrawingOfTheSameSizeIsAnotherDrawing() {
    let live = LivePreprocessor()
    for seed in 0..<20 {
      var hand = Hand(seed: UInt64(seed))
      // Memory that is given back is used again for the next drawing.
      let strokes = (0..<3).map { _ in Stroke(points: hand.points(40)) }
      #expect(live.framing(of: strokes) == Preprocessor().framing(of: strokes))
    }
  }

  @Test func noInkIsNoPicture() {
    let live = LivePreprocessor()
    #expect(live.framing(of: []) == nil)
    #expect(live.framing(of: [Stroke(points: [])]) == nil)
    #expect(live.framing(of: [Stroke(points: [InkPoint(x: .nan, y: 0)])]) == nil)
    let line = [Stroke(points: [InkPoint(x: .nan, y: 0), InkPoint(x: 1, y: 1), InkPoint(x: 5, y: 90)])]
    #expect(live.framing(of: line) == Preprocessor().framing(of: line))
    #expect(live.framing(of: []) == nil)
  }
}
