/// A drawing that is being made, every change of which can be taken back.
///
/// The cost of a change depends on the change and not on the ink that is there already: points are appended in place as
/// long as nobody keeps a copy of the drawing, and the history keeps what a change took away, never a copy of the rest.
public struct DrawingDocument: Equatable, Sendable {
  /// Exists once for each state of each document.
  private final class State: Sendable {}

  /// Grows with every change, undo and redo included. Whoever must know whether there is new ink looks here.
  public private(set) var revision = 0
  /// Since this revision nothing has happened but that the last stroke has grown.
  public private(set) var grownSince = 0
  /// Whether a stroke is being drawn: it was begun and not ended.
  public private(set) var isDrawing = false
  private var contents: DrawingContents
  private var history: DrawingHistory
  private var state = State()

  /// A document that begins with `drawing`; undo goes back at most `longestHistory` steps, which keep alive about
  /// `largestHistory` bytes beyond what the last one needs.
  public init(_ drawing: Drawing = Drawing(), longestHistory: Int = 1_000, largestHistory: Int = 64 << 20) {
    contents = DrawingContents(drawing)
    history = DrawingHistory(longest: longestHistory, largest: largestHistory)
  }

  /// Whether one is a copy of the other and neither was changed since; ink is not compared.
  public static func == (one: DrawingDocument, other: DrawingDocument) -> Bool { one.state === other.state }

  /// What is drawn.
  public var drawing: Drawing { contents.drawing }

  /// How many strokes there are.
  public var strokeCount: Int { contents.drawing.strokes.count }

  /// How many points all strokes have together; not counted anew.
  public var pointCount: Int { contents.pointCount }

  /// Whether there is neither ink nor a picture.
  public var isBlank: Bool { contents.drawing.strokes.isEmpty && contents.drawing.image == nil }

  /// Whether there is a picture beneath the ink.
  public var hasImage: Bool { contents.drawing.image != nil }

  /// Whether there is something to take back.
  public var canUndo: Bool { !history.undoable.isEmpty }

  /// Whether there is something to make again.
  public var canRedo: Bool { !history.redoable.isEmpty }

  /// Begins a stroke at `point`. It is one step for undo, however long it grows.
  public mutating func beginStroke(at point: InkPoint) {
    addStroke(Stroke(points: [point]))
    isDrawing = true
  }

  /// Draws the begun stroke on through `points`; nothing happens when there is none, as after an undo in mid-stroke.
  public mutating func extendStroke(through points: some Collection<InkPoint>) {
    guard isDrawing, !points.isEmpty else { return }
    contents.drawing.strokes[contents.drawing.strokes.count - 1].points.append(contentsOf: points)
    contents.pointCount += points.count
    touch()
  }

  /// Ends the begun stroke. The ink stays as it is and so does the revision; any other change ends it too.
  public mutating func endStroke() { isDrawing = false }

  /// Adds a whole stroke above the others.
  public mutating func addStroke(_ stroke: Stroke) {
    change(.insert([PlacedStroke(index: strokeCount, stroke: stroke)]))
  }

  /// Removes the strokes with these indices, which must exist; those behind move up.
  ///
  /// With `joined` one undo takes this back together with the change before it: a sweep of the eraser is one step.
  public mutating func eraseStrokes(_ indices: Set<Int>, joined: Bool = false) {
    guard !indices.isEmpty else { return }
    precondition(
      indices.allSatisfy { 0..<strokeCount ~= $0 }, "strokes \(indices.sorted()) of \(strokeCount) are not there")
    change(.remove(indices.sorted()), joined: joined)
  }

  /// Removes ink, picture, label and all unknown members; the writer and the width of the pen stay.
  public mutating func clear() {
    let blank = Drawing(writer: drawing.writer, width: drawing.width)
    guard !isBlank || drawing.label != nil || !drawing.otherMembers.isEmpty else { return }
    load(blank)
  }

  /// Replaces everything by `drawing`.
  public mutating func load(_ drawing: Drawing) { change(.replace(DrawingContents(drawing))) }

  /// Puts a picture beneath the ink in place of the one that is there; nothing removes it.
  public mutating func placeImage(_ image: PlacedImage?) {
    guard image != nil || drawing.image != nil else { return }
    change(.image(image))
  }

  /// Moves and scales the picture, if there is one; `joined` makes it one step with the change before, as in a drag.
  public mutating func moveImage(to box: PlacedImage.Box, joined: Bool = false) {
    guard let image = contents.drawing.image, image.box != box else { return }
    change(.box(box), joined: joined)
  }

  /// Says what the drawing shows.
  public mutating func setLabel(_ label: String?) {
    if label != drawing.label { change(.label(label)) }
  }

  /// Says how wide the pen is, in the unit of the strokes.
  public mutating func setWidth(_ width: Double?) {
    if width != drawing.width { change(.width(width)) }
  }

  /// Takes the place of a document that came to `revision`: whoever looks at revisions sees that there is other ink.
  public mutating func goOn(after revision: Int) {
    self.revision = max(self.revision, revision)
    endStroke()
    touch()
    grownSince = self.revision
  }

  /// Takes the last change back and says whether there was one.
  @discardableResult
  public mutating func undo() -> Bool {
    guard let step = history.popUndo() else { return false }
    history.pushRedo(make(step))
    return true
  }

  /// Makes again what was taken back last and says whether there was something.
  @discardableResult
  public mutating func redo() -> Bool {
    guard let step = history.popRedo() else { return false }
    history.pushUndo(make(step))
    return true
  }

  private mutating func change(_ edit: DrawingEdit, joined: Bool = false) {
    history.record(edit.make(in: &contents), joined: joined)
    endStroke()
    touch()
    grownSince = revision
  }

  /// Makes all edits of a step and gives the step that takes them back.
  private mutating func make(_ step: DrawingHistory.Step) -> DrawingHistory.Step {
    var opposites: [DrawingEdit] = []
    for edit in step.edits.reversed() { opposites.append(edit.make(in: &contents)) }
    endStroke()
    touch()
    grownSince = revision
    return DrawingHistory.Step(opposites)
  }

  private mutating func touch() {
    revision += 1
    state = State()
  }
}
