/// What can be taken back, and what was taken back and can be made again.
struct DrawingHistory: Sendable {
  /// Edits that are made together, from the last to the first.
  struct Step: Sendable {
    var edits: [DrawingEdit]
    var size: Int

    init(_ edits: [DrawingEdit]) {
      self.edits = edits
      size = edits.reduce(0) { $0 + $1.size }
    }
  }

  /// The most steps that are kept.
  let longest: Int
  /// About how many bytes they may keep alive; the last step is kept whatever its size.
  let largest: Int
  private(set) var undoable: [Step] = []
  private(set) var redoable: [Step] = []
  private var size = 0

  init(longest: Int, largest: Int) {
    self.longest = longest
    self.largest = largest
  }

  /// Remembers how to take back a change that was just made, by itself or together with the one before.
  mutating func record(_ opposite: DrawingEdit, joined: Bool) {
    redoable = []
    if joined, let last = undoable.indices.last {
      // A drag moves the picture hundreds of times, and only where it was before counts.
      if opposite.isBox, undoable[last].edits.last?.isBox == true { return }
      undoable[last].edits.append(opposite)
      undoable[last].size += opposite.size
      size += opposite.size
    } else {
      push(Step([opposite]))
    }
    trim()
  }

  /// Takes the step that undoes the last change.
  mutating func popUndo() -> Step? {
    guard let step = undoable.popLast() else { return nil }
    size -= step.size
    return step
  }

  /// Takes the step that makes again what was undone last.
  mutating func popRedo() -> Step? { redoable.popLast() }

  /// Remembers what was undone.
  mutating func pushRedo(_ step: Step) { redoable.append(step) }

  /// Remembers what was made again.
  mutating func pushUndo(_ step: Step) {
    push(step)
    trim()
  }

  private mutating func push(_ step: Step) {
    undoable.append(step)
    size += step.size
  }

  private mutating func trim() {
    while undoable.count > longest || size > largest, undoable.count > 1 { size -= undoable.removeFirst().size }
  }
}
