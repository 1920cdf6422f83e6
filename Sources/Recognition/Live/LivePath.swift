/// The centre lines of a drawing whose last stroke grows: what is in them already is not computed again.
///
/// They have the very points that `InkPath` gives for the same strokes.
struct LivePath {
  /// The points of all strokes, one stroke after the other.
  private(set) var points: [SIMD2<Float>] = []
  /// Where each stroke ends in `points`.
  private(set) var ends: [Int] = []
  /// The first so many points stay as they are when the last stroke grows.
  private(set) var settled = 0

  private var origin = SIMD2<Double>.zero
  private var scale = 1.0
  private var spacing = InkPath.spacing
  /// The walk along the last stroke, the points that it has left, not smoothed, and how many places it has been to.
  private var walk = InkWalk(from: .zero, scale: 1, spacing: InkPath.spacing)
  private var raw: [SIMD2<Float>] = []
  private var placeCount = 0
  /// Whether the walk has been along the last stroke; not so where strokes behind it are gone.
  private var isWalking = false
  private var tail: [SIMD2<Float>] = []
  /// The box around all strokes but the last.
  private var finishedBox = InkBounds()

  /// Where the last stroke begins in `points`.
  var lastStart: Int { ends.count > 1 ? ends[ends.count - 2] : 0 }

  /// The box around all points.
  var box: InkBounds {
    var box = finishedBox
    for point in points[lastStart...] { box.include(SIMD2<Double>(point)) }
    return box
  }

  /// Forgets all strokes and goes on in another unit; returns false where it is the one that it was.
  mutating func use(origin: SIMD2<Double>, scale: Double, spacing: Float) -> Bool {
    guard origin != self.origin || scale != self.scale || spacing != self.spacing else { return false }
    (self.origin, self.scale, self.spacing) = (origin, scale, spacing)
    cut(toStrokes: 0)
    return true
  }

  /// Forgets all strokes but the first `count`, none of which grows any more.
  mutating func cut(toStrokes count: Int) {
    guard count < ends.count else { return }
    ends.removeLast(ends.count - count)
    points.removeLast(points.count - (ends.last ?? 0))
    (settled, isWalking) = (points.count, false)
    finishedBox = InkBounds()
    for point in points[..<lastStart] { finishedBox.include(SIMD2<Double>(point)) }
  }

  /// Adds a stroke through `places`; the one before it has come to its end.
  mutating func begin(_ places: [SIMD2<Double>]) {
    for point in points[lastStart...] { finishedBox.include(SIMD2<Double>(point)) }
    walk = InkWalk(from: origin, scale: scale, spacing: spacing)
    raw.removeAll(keepingCapacity: true)
    (placeCount, settled, isWalking) = (0, points.count, true)
    ends.append(points.count)
    extend(places)
  }

  /// Follows the last stroke, which began with places that are known, to its new end.
  mutating func extend(_ places: [SIMD2<Double>]) {
    guard isWalking else { return }
    for place in places[placeCount...] { walk.go(to: place, leaving: &raw) }
    placeCount = places.count
    let start = lastStart
    let kept = settled - start
    // A smoothed point depends on so many to either side: the first ones of a tail are there only for the others.
    let first = max(kept - InkPath.smoothingPasses, 0)
    tail.removeAll(keepingCapacity: true)
    tail += raw[first...]
    walk.end(leaving: &tail)
    let isSmoothed = InkPath.isSmoothed(spacing: spacing)
    if isSmoothed { InkPath.smooth(&tail, from: 0) }
    points.removeLast(points.count - settled)
    points += tail[(kept - first)...]
    ends[ends.count - 1] = points.count
    settled = start + max(raw.count - (isSmoothed ? InkPath.smoothingPasses : 0), kept)
  }
}
