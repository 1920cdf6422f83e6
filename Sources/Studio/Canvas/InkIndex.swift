import Ink

/// Where the strokes of a drawing are, so that only those near a place are looked at.
///
/// Strokes that it knows are told by where their points lie in memory: it keeps them alive, and so nothing else can be
/// there. Bringing it up to date costs a glance at each stroke, and a look at the points of those that are new.
struct InkIndex: Sendable {
  /// A stroke, its box and the boxes of its runs.
  private struct Entry: Sendable {
    let points: [InkPoint]
    let box: InkBox
    let runs: [InkBox]
  }

  /// How many points a run has: a stroke of any length is looked at in parts.
  static let runLength = 64
  private var entries: [Entry] = []

  /// Takes over `strokes`; while one grows, its points are copied if it is here.
  mutating func update(to strokes: [Ink.Stroke]) {
    var same = 0
    while same < min(entries.count, strokes.count),
      InkIndex.isSame(entries[same].points, strokes[same].points)
    {
      same += 1
    }
    guard same < max(entries.count, strokes.count) else { return }
    let rest = entries[same...]
    let known = Dictionary(
      rest.map { (InkIndex.place(of: $0.points), $0) }, uniquingKeysWith: { first, _ in first })
    entries.removeSubrange(same...)
    entries.reserveCapacity(strokes.count)
    for stroke in strokes[same...] {
      if let entry = known[InkIndex.place(of: stroke.points)], entry.points.count == stroke.points.count {
        entries.append(entry)
      } else {
        entries.append(InkIndex.entry(of: stroke.points))
      }
    }
  }

  /// Calls `body` with every stroke and the places of its points, run by run, whose boxes are near.
  ///
  /// The box of a run holds the points before and behind it, too. `body` says whether it wants to see more of the stroke.
  func forEachRun(
    where isNear: (InkBox) -> Bool, _ body: (_ stroke: Int, _ points: [InkPoint], _ run: Range<Int>) -> Bool
  ) {
    for (index, entry) in entries.enumerated() where isNear(entry.box) {
      for (number, run) in entry.runs.enumerated() where isNear(run) {
        let first = number * InkIndex.runLength
        let range = first..<min(first + InkIndex.runLength, entry.points.count)
        guard body(index, entry.points, range) else { break }
      }
    }
  }

  private static func isSame(_ one: [InkPoint], _ other: [InkPoint]) -> Bool {
    one.count == other.count && place(of: one) == place(of: other)
  }

  private static func place(of points: [InkPoint]) -> UnsafeRawPointer? {
    points.withUnsafeBufferPointer { UnsafeRawPointer($0.baseAddress) }
  }

  private static func entry(of points: [InkPoint]) -> Entry {
    var (box, runs) = (InkBox(), [InkBox]())
    for first in stride(from: 0, to: points.count, by: runLength) {
      var run = InkBox()
      // The curves of a run reach from the point before it to the point behind it.
      for index in max(0, first - 1)..<min(first + runLength + 1, points.count) { run.add(points[index]) }
      box.add(run)
      runs.append(run)
    }
    return Entry(points: points, box: box, runs: runs)
  }
}
