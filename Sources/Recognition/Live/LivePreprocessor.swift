package import Ink

/// A preprocessor that follows one drawing while it grows: a new sample costs what its own stroke costs, whatever else
/// is on the canvas.
///
/// The pictures are those of `Preprocessor`, byte by byte. Any change is allowed from one call to the next. Strokes are
/// the same when they have the same memory: all but the last are held here, and so nobody changes them in place. Where
/// the box around the ink changes, the lines are followed anew, from their places alone. Belongs to one thread.
package final class LivePreprocessor {
  /// What is done to the ink.
  package let steps: Preprocessor.Steps
  private var strokes: [FollowedStroke] = []
  /// The box and the length of all strokes but the last.
  private var finished = (bounds: InkBounds(), length: 0.0)
  private var path = LivePath()
  private var field = LiveField()
  private var coverage = InkCoverage()

  /// A preprocessor that does `steps`.
  package init(steps: Preprocessor.Steps = .all) { self.steps = steps }

  /// The picture of `strokes` with everything on the way to it, or nil where there is no ink.
  ///
  /// `penWidth` is the pen's width on screen and `canvas` the whole paper, both in the unit of the strokes.
  package func framing(of strokes: [Stroke], penWidth: Double? = nil, canvas: InkBounds? = nil) -> Framing? {
    follow(strokes)
    var bounds = finished.bounds
    if let last = self.strokes.last { bounds.include(last.bounds) }
    guard let view = InkView(of: bounds, steps: steps, penWidth: penWidth, canvas: canvas) else { return nil }
    draw(view)
    return coverage.framing(view, steps)
  }

  /// Brings what is known in line with `new`.
  private func follow(_ new: [Stroke]) {
    var same = 0
    while same < min(strokes.count, new.count), strokes[same].isFinished(new[same]) { same += 1 }
    // The last stroke that is known may have grown, and others may have come behind it.
    if same == strokes.count - 1, same < new.count, strokes[same].grow(to: new[same]) { same += 1 }
    if same < strokes.count || same < new.count { replace(from: same, by: new) }
  }

  private func replace(from first: Int, by new: [Stroke]) {
    if first < strokes.count {
      strokes.removeLast(strokes.count - first)
      field.cut(toStrokes: first, of: path)
      path.cut(toStrokes: first)
    }
    for stroke in new[first...] { strokes.append(FollowedStroke(stroke)) }
    for index in max(first - 1, 0)..<max(new.count - 1, 0) { strokes[index].finish(new[index]) }
    finished = (InkBounds(), 0)
    for stroke in strokes.dropLast() {
      finished.bounds.include(stroke.bounds)
      finished.length += stroke.length
    }
  }

  private func draw(_ view: InkView) {
    let length = finished.length + (strokes.last?.length ?? 0)
    let spacing = InkPath.spacing(length: length * view.scale)
    if path.use(origin: view.box.center, scale: view.scale, spacing: spacing) { field.clear() }
    if !path.ends.isEmpty { path.extend(strokes[path.ends.count - 1].places) }
    while path.ends.count < strokes.count { path.begin(strokes[path.ends.count].places) }
    let softness: Float = 1
    field.follow(path, fit: view.fit(path.box), reach: (view.pen + softness) / 2)
    coverage.draw(field.field, pen: view.pen, softness: softness)
  }
}
