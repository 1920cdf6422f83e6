/// A drawing and what is known about it without looking at all of it.
struct DrawingContents: Sendable {
  var drawing: Drawing
  var pointCount: Int

  /// `drawing`, counted.
  init(_ drawing: Drawing) {
    self.drawing = drawing
    pointCount = drawing.pointCount
  }

  /// Puts strokes where they belong; the places count in the result and rise.
  mutating func insert(_ placed: [PlacedStroke]) {
    pointCount += placed.reduce(0) { $0 + $1.stroke.points.count }
    let firstBehind = drawing.strokes.count
    if placed.first?.index == firstBehind {
      drawing.strokes += placed.map(\.stroke)
      return
    }
    // One walk, however many there are.
    var strokes: [Stroke] = []
    strokes.reserveCapacity(firstBehind + placed.count)
    var rest = drawing.strokes[...]
    for item in placed {
      let gap = item.index - strokes.count
      strokes += rest.prefix(gap)
      rest = rest.dropFirst(gap)
      strokes.append(item.stroke)
    }
    drawing.strokes = strokes + rest
  }

  /// Takes strokes away and gives them back with their places; the places rise.
  mutating func remove(_ indices: [Int]) -> [PlacedStroke] {
    let removed = indices.map { PlacedStroke(index: $0, stroke: drawing.strokes[$0]) }
    pointCount -= removed.reduce(0) { $0 + $1.stroke.points.count }
    guard var target = indices.first else { return [] }
    var next = indices[...]
    for index in target..<drawing.strokes.count {
      if index == next.first {
        next.removeFirst()
      } else {
        drawing.strokes.swapAt(target, index)
        target += 1
      }
    }
    drawing.strokes.removeLast(drawing.strokes.count - target)
    return removed
  }
}

/// A stroke and its place among the strokes of a drawing.
struct PlacedStroke: Sendable {
  let index: Int
  let stroke: Stroke
}
