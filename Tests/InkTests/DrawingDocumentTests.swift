import Ink
import Testing

@Suite struct DrawingDocumentTests {
  /// A change with a name, for the tables below.
  struct Change: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let make: @Sendable (inout DrawingDocument) -> Void

    init(_ name: String, _ make: @escaping @Sendable (inout DrawingDocument) -> Void) {
      testDescription = name
      self.make = make
    }
  }

  private static func stroke(_ x: Double, count: Int = 3) -> Stroke {
    Stroke(points: (0..<count).map { InkPoint(x: x, y: Double($0)) })
  }

  private static let box = PlacedImage.Box(x: 1, y: 2, width: 3, height: 4)

  /// Five strokes, a picture and all that a line can say.
  private static func document() throws -> DrawingDocument {
    var drawing = try Drawing(line: #"{"label":"5","writer":"w","width":2,"strokes":[],"note":[1]}"#)
    drawing.strokes = (0..<5).map { stroke(Double($0)) }
    drawing.image = PlacedImage(png: [1, 2, 3], box: box)
    return DrawingDocument(drawing)
  }

  static let changes = [
    Change("a whole stroke") { $0.addStroke(stroke(9)) },
    Change("a live stroke") {
      $0.beginStroke(at: InkPoint(x: 9, y: 0))
      $0.extendStroke(through: [InkPoint(x: 9, y: 1), InkPoint(x: 9, y: 2)])
      $0.extendStroke(through: [InkPoint(x: 9, y: 3)])
      $0.endStroke()
    },
    Change("a stroke that is not ended") { $0.beginStroke(at: InkPoint(x: 9, y: 0)) },
    Change("the first stroke erased") { $0.eraseStrokes([0]) },
    Change("the last stroke erased") { $0.eraseStrokes([4]) },
    Change("some strokes erased") { $0.eraseStrokes([3, 0, 1]) },
    Change("all strokes erased") { $0.eraseStrokes([4, 3, 2, 1, 0]) },
    Change("everything cleared") { $0.clear() },
    Change("another drawing loaded") { $0.load(Drawing(strokes: [stroke(7)], label: "7")) },
    Change("another picture") { $0.placeImage(PlacedImage(png: [9], box: box)) },
    Change("no picture") { $0.placeImage(nil) },
    Change("the picture elsewhere") { $0.moveImage(to: .init(x: 0, y: 0, width: 1, height: 1)) },
    Change("another label") { $0.setLabel("8") },
    Change("no label") { $0.setLabel(nil) },
    Change("another width") { $0.setWidth(5) },
  ]

  @Test(arguments: changes)
  func everyChangeIsTakenBackAndMadeAgain(change: Change) throws {
    var document = try Self.document()
    let before = document
    change.make(&document)
    let after = document
    #expect(document.drawing != before.drawing)
    #expect(document.revision > before.revision)
    #expect(document.pointCount == document.drawing.pointCount)
    let undone = document.undo()
    #expect(undone && document.drawing == before.drawing)
    #expect(document.pointCount == before.pointCount)
    #expect(document.revision > after.revision)
    #expect(!document.canUndo && document.canRedo && !document.isDrawing)
    let redone = document.redo()
    #expect(redone && document.drawing == after.drawing)
    #expect(document.pointCount == after.pointCount)
    #expect(document.canUndo && !document.canRedo)
  }

  @Test func aLongWalkThroughTheHistoryFindsEveryState() throws {
    var document = try Self.document()
    var states = [document.drawing]
    for round in 0..<40 {
      let change = Self.changes[round * 7 % Self.changes.count]
      if change.testDescription.contains("erased"), document.strokeCount < 5 {
        document.load(states[0])
        states.append(document.drawing)
      }
      let revision = document.revision
      change.make(&document)
      if document.revision > revision { states.append(document.drawing) }
    }
    #expect(states.count > 30)
    for _ in 0..<2 {
      for state in states.dropLast().reversed() {
        document.undo()
        #expect(document.drawing == state)
      }
      #expect(!document.canUndo)
      for state in states.dropFirst() {
        document.redo()
        #expect(document.drawing == state)
      }
      #expect(!document.canRedo)
    }
  }

  @Test func aNewChangeForgetsWhatWasTakenBack() throws {
    var document = try Self.document()
    document.setLabel("1")
    document.undo()
    document.addStroke(Self.stroke(1))
    #expect(!document.canRedo)
  }

  @Test(arguments: [
    Change("no strokes erased") { $0.eraseStrokes([]) }, Change("the same label") { $0.setLabel("5") },
    Change("the same width") { $0.setWidth(2) }, Change("the same box") { $0.moveImage(to: box) },
    Change("points without a stroke") { $0.extendStroke(through: [InkPoint(x: 1, y: 1)]) },
    Change("nothing taken back") { $0.undo() }, Change("nothing made again") { $0.redo() },
    Change("no stroke ended") { $0.endStroke() },
  ])
  func whatChangesNothingIsNoChange(change: Change) throws {
    var document = try Self.document()
    let before = document
    change.make(&document)
    #expect(document == before)
    #expect(document.revision == 0 && !document.canUndo)
  }

  @Test func aBlankDocumentIsNotClearedAgain() {
    var document = DrawingDocument()
    document.clear()
    document.placeImage(nil)
    document.moveImage(to: Self.box)
    #expect(document.isBlank && !document.canUndo && document.revision == 0)
  }

  @Test func clearingKeepsWriterAndPen() throws {
    var document = try Self.document()
    document.clear()
    #expect(document.drawing == Drawing(writer: "w", width: 2))
    #expect(document.isBlank)
  }

  @Test func everyOtherChangeEndsTheStroke() {
    var document = DrawingDocument()
    document.beginStroke(at: InkPoint(x: 0, y: 0))
    document.setLabel("1")
    document.extendStroke(through: [InkPoint(x: 1, y: 1)])
    #expect(document.pointCount == 1 && !document.isDrawing)
    document.beginStroke(at: InkPoint(x: 0, y: 0))
    document.undo()
    document.extendStroke(through: [InkPoint(x: 1, y: 1)])
    #expect(document.pointCount == 1)
  }

  @Test func joinedChangesAreOneStep() throws {
    var document = try Self.document()
    let before = document.drawing
    document.eraseStrokes([4])
    document.eraseStrokes([0], joined: true)
    document.eraseStrokes([1, 2], joined: true)
    #expect(document.drawing.strokes.map { $0.points[0].x } == [1])
    let erased = document.drawing
    document.moveImage(to: .init(x: 0, y: 0, width: 1, height: 1))
    for step in 1...100 {
      document.moveImage(to: .init(x: Double(step), y: 0, width: 1, height: 1), joined: true)
    }
    document.undo()
    #expect(document.drawing == erased)
    document.undo()
    #expect(document.drawing == before)
    document.redo()
    #expect(document.drawing == erased)
    document.redo()
    #expect(document.drawing.image?.box.x == 100)
  }

  @Test func equalMeansUnchangedAndNotTheSameInk() {
    var document = DrawingDocument()
    let copy = document
    #expect(document == copy)
    document.setLabel("1")
    var other = copy
    other.setLabel("1")
    #expect(document != copy && document != other && document.revision == other.revision)
    #expect(DrawingDocument() != DrawingDocument())
  }

  @Test func theHistoryIsBounded() {
    var document = DrawingDocument(longestHistory: 10)
    for label in 0..<30 { document.setLabel("\(label)") }
    var steps = 0
    while document.undo() { steps += 1 }
    #expect(steps == 10 && document.drawing.label == "19")

    var large = DrawingDocument(largestHistory: 100_000)
    for round in 0..<10 {
      large.load(Drawing(strokes: [Self.stroke(Double(round), count: 1_000)]))
    }
    steps = 0
    while large.undo() { steps += 1 }
    #expect(steps == 2)
    // Even what is too large can be taken back once.
    large.load(Drawing(strokes: [Self.stroke(1, count: 10_000)]))
    large.clear()
    large.undo()
    #expect(large.pointCount == 10_000)
  }

  @Test func aChangeCostsTheSameWhateverIsThere() {
    let empty = Self.cost(of: 20), full = Self.cost(of: 200_000)
    // Copying 200,000 points takes 500 times as long as appending one.
    #expect(full < empty * 20 + .milliseconds(5), "\(full) with 200,000 points, \(empty) with 20")
  }

  /// The time for a thousand strokes of live ink, erasing and undo, where `count` points are already.
  private static func cost(of count: Int) -> Duration {
    let strokes = (0..<count / 20).map { stroke(Double($0), count: 20) }
    var document = DrawingDocument(Drawing(strokes: strokes + [stroke(0, count: count)]))
    return ContinuousClock().measure {
      for _ in 0..<1_000 {
        document.beginStroke(at: InkPoint(x: 0, y: 0))
        for step in 0..<20 { document.extendStroke(through: CollectionOfOne(InkPoint(x: 1, y: Double(step)))) }
        document.endStroke()
        document.eraseStrokes([document.strokeCount - 1])
        document.undo()
        document.undo()
      }
    }
  }

  @Test func aLongStrokeGrowsInPlace() {
    var document = DrawingDocument()
    document.beginStroke(at: InkPoint(x: 0, y: 0))
    let time = ContinuousClock().measure {
      for step in 0..<200_000 { document.extendStroke(through: CollectionOfOne(InkPoint(x: 1, y: Double(step)))) }
    }
    #expect(document.pointCount == 200_001 && document.revision == 200_001)
    // A copy for each point would move a terabyte.
    #expect(time < .seconds(2), "\(time)")
  }
}
