import Ink

/// The drawing as it came into being: its times, what was read at them, and which of them is shown.
package struct TimeMachine: Equatable {
  package private(set) var timeline = InkTimeline()
  package private(set) var ribbon = ProbabilityRibbon()
  /// What the ribbon shows: while a line grows all that was read, afterwards evenly spaced moments.
  package private(set) var shown: [Moment] = []
  /// The moment on the canvas in milliseconds; nil: now.
  package var position: Double?
  package var isPlaying = false
  /// Whether it is shown; nil: where the window has room.
  package var isShown: Bool?
  /// The state of the drawing that is known.
  private var revision: Int?
  private var isDrawing = false
  private var hasImage = false
  /// The points of the evenly spaced moments.
  private var grid: [Int] = []

  /// How many moments are read where nothing was read live.
  static let momentCount = 64

  /// No ink.
  package init() {}

  /// Back to now.
  mutating func leave() { (position, isPlaying) = (nil, false) }

  /// Goes to a time; the end is now.
  mutating func move(to time: Double) {
    let isInside = time < timeline.duration
    position = isInside ? max(0, time) : nil
    if !isInside { isPlaying = false }
  }

  /// How many points are on the canvas; nil: all.
  package var shownCount: Int? { position.map { max(1, timeline.count(at: $0)) } }

  // MARK: The ribbon

  /// Follows the drawing, which somebody may be drawing on.
  mutating func follow(_ document: DrawingDocument, isDrawing: Bool) {
    let isSame = revision == document.revision && timeline.pointCount == document.pointCount
    guard !isSame || isDrawing != self.isDrawing else { return }
    let steps = document.revision - (revision ?? 0)
    // Each point that a pen adds is a revision.
    let hasOnlyGrown = isDrawing && revision != nil && steps == document.pointCount - timeline.pointCount && !hasImage
    (revision, self.isDrawing) = (document.revision, isDrawing)
    if hasOnlyGrown {
      timeline.grow(to: document.drawing.strokes)
    } else if !isSame {
      replace(by: InkTimeline(document.drawing.strokes), hasImage: document.drawing.image != nil)
    }
    choose()
  }

  private mutating func replace(by new: InkTimeline, hasImage: Bool) {
    // What is read of a picture does not follow from the ink.
    let common = hasImage || self.hasImage ? 0 : timeline.commonCount(with: new)
    ribbon.drop(beyond: common)
    (timeline, self.hasImage) = (new, hasImage)
  }

  /// Keeps what was just read of all ink.
  mutating func keep(_ reading: Reading) {
    guard reading.revision == revision, timeline.pointCount > 0 else { return }
    ribbon.keep(Moment(points: timeline.pointCount, reading))
    choose()
  }

  /// Keeps what was read later, unless the ink is another one by now.
  mutating func fill(_ moments: [Moment], lineage: Int) {
    guard lineage == ribbon.lineage else { return }
    for moment in moments { ribbon.insert(moment) }
    choose()
  }

  /// Another network reads from now on.
  mutating func forgetReadings() {
    ribbon.drop(beyond: 0)
    choose()
  }

  private mutating func choose() {
    guard !isDrawing else {
      shown = ribbon.moments
      return
    }
    let steps = TimeMachine.momentCount
    let even = (1...steps).map { timeline.count(at: timeline.duration * Double($0) / Double(steps)) }
    let strokes = timeline.ends.count <= steps ? timeline.ends : []
    grid = Set(even + strokes).filter { $0 > 0 }.sorted()
    shown = grid.compactMap { ribbon[$0] }
  }

  /// The moments that nobody has read.
  var missing: [Int] { isDrawing ? [] : grid.filter { ribbon[$0] == nil } }

  // MARK: The answer

  /// When the answer changed, and stayed so for a while.
  package var turns: [Turn] {
    var turns: [Turn] = []
    let read = shown.filter { $0.digit != nil }
    for (index, moment) in read.enumerated() {
      guard let digit = moment.digit, digit != turns.last?.new else { continue }
      let end =
        index + 1 < read.count ? read[index...].first { $0.digit != digit }.map { timeline.time(of: $0.points) } : nil
      let time = timeline.time(of: moment.points)
      // What flickers for an instant is no change of mind; the last answer is one in any case.
      guard (end ?? .infinity) - time >= max(TimeMachine.flicker, timeline.duration / 40) else { continue }
      turns.append(Turn(time: time, old: turns.last?.new, new: digit))
    }
    return turns
  }

  /// Shorter changes are not told, in milliseconds.
  private static let flicker = 30.0

  /// What was read at a time, as far as that is known.
  package func moment(at time: Double) -> Moment? {
    let count = timeline.count(at: time)
    return shown.last { $0.points <= count } ?? shown.first
  }
}
