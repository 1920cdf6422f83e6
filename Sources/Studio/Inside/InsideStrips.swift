package import Graphics

/// Where the strips of a network stand: as large as they fit below each other, the answer at the bottom.
package struct InsideStrips: Equatable {
  /// The strips that are shown, from the first layer to the last.
  package private(set) var grids: [MapGrid] = []
  /// The row of the ten probabilities; of no size without a network.
  package private(set) var answer = Rect(x: 0, y: 0, width: 0, height: 0)
  /// Whether there is room for a title above it.
  package private(set) var hasAnswerTitle = true
  /// The first strip that scrolls, and how many of them there are.
  package let first: Int
  package let scrollable: Int

  /// The height of the line above a strip.
  static let title = 22.0
  private static let gap = 6.0
  private static let answerWidth = 304.0

  /// Strips in `rect`, beginning with the strip `first`; `largest` is the longest side of a map in units. For a class
  /// fewer strips are shown, so that something can be seen in each map from afar.
  package init(
    _ stages: [InsideStage], in rect: Rect, first: Int, largest: Double, scale: Double, isForClass: Bool = false
  ) {
    let hidden = max(0, stages.count - 1)
    // Where it fits, the last values stand beside the answer that is made of them.
    let isShared = hidden > 0 && stages[hidden - 1].isVector && rect.width >= 640
    scrollable = isShared ? hidden - 1 : hidden
    self.first = min(max(first, 0), max(0, scrollable - 1))
    guard !stages.isEmpty else { return }
    let fit = Fit(stages: stages, width: rect.width, largest: largest, scale: scale, isForClass: isForClass)
    hasAnswerTitle = isShared || !isForClass
    let answerHeight: Double = hasAnswerTitle ? 70 : 48
    let bottom = rect.maxY - answerHeight
    let room = Rect(x: rect.x, y: rect.y, width: rect.width, height: bottom - InsideStrips.gap - rect.y)
    grids = fit.strips(self.first..<scrollable, in: room)
    let width = min(rect.width, InsideStrips.answerWidth)
    answer = Rect(
      x: isShared ? rect.maxX - width : rect.x, y: bottom, width: width, height: answerHeight)
    guard isShared else { return }
    let beside = Rect(
      x: rect.x, y: bottom + InsideStrips.title, width: rect.width - width - 32,
      height: answerHeight - InsideStrips.title)
    grids.append(fit.values(hidden - 1, in: beside))
  }

  /// How large the maps of each strip can be.
  private struct Fit {
    let stages: [InsideStage]
    let width: Double
    let largest: Double
    let scale: Double
    /// Whether each map has to be seen from afar.
    let isForClass: Bool

    private func pixels(_ units: Double) -> Int { Int((units * scale).rounded()) }

    /// The largest size of a value of a stage.
    private func most(_ stage: InsideStage) -> Int {
      let side = max(stage.rows, stage.columns)
      return stage.isVector ? pixels(12) : max(1, pixels(largest) / side)
    }

    /// The smallest size at which something can still be seen.
    private func least(_ stage: InsideStage) -> Int {
      let side = max(stage.rows, stage.columns)
      guard isForClass, !stage.isVector else {
        return min(most(stage), max(1, pixels(stage.isVector ? 5 : 10) / side))
      }
      return min(most(stage), (pixels(26) + side - 1) / side)
    }

    private func height(_ stage: Int, pixel: Int) -> Int {
      MapGrid.height(of: stages[stage], width: pixels(width), pixel: pixel, scale: scale)
        + pixels(InsideStrips.title + InsideStrips.gap)
    }

    /// As many strips of `range` as have room, none smaller than it has to be.
    func strips(_ range: Range<Int>, in rect: Rect) -> [MapGrid] {
      var room = pixels(rect.height)
      var shown: [Int] = []
      for stage in range {
        let height = height(stage, pixel: least(stages[stage]))
        guard shown.isEmpty || height <= room else { break }
        shown.append(stage)
        room -= height
      }
      var sizes = shown.map { least(stages[$0]) }
      let rest = grow(&sizes, of: shown, in: pixels(rect.height))
      // What is left over goes between the strips.
      let gap = min(pixels(10), max(0, rest) / max(1, shown.count))
      return grids(shown, sizes, in: rect, gap: gap)
    }

    /// Makes strips larger as long as there is room, and first those in which least can be seen; returns what is left.
    private func grow(_ sizes: inout [Int], of shown: [Int], in room: Int) -> Int {
      var heights = zip(shown, sizes).map { height($0, pixel: $1) }
      var growing = Set(shown.indices)
      while let next = growing.min(by: { visibility(shown[$0], sizes[$0]) < visibility(shown[$1], sizes[$1]) }) {
        let larger = height(shown[next], pixel: sizes[next] + 1)
        let fits = heights.reduce(0, +) - heights[next] + larger <= room
        guard fits, sizes[next] < most(stages[shown[next]]) else {
          growing.remove(next)
          continue
        }
        (sizes[next], heights[next]) = (sizes[next] + 1, larger)
      }
      return room - heights.reduce(0, +)
    }

    /// How well something can be seen: large values matter more than large maps.
    private func visibility(_ stage: Int, _ pixel: Int) -> Double {
      Double(pixel * pixel * max(stages[stage].rows, stages[stage].columns))
    }

    private func grids(_ shown: [Int], _ sizes: [Int], in rect: Rect, gap: Int) -> [MapGrid] {
      var y = pixels(rect.y)
      return zip(shown, sizes).map { stage, pixel in
        y += pixels(InsideStrips.title)
        let size = PixelSize(width: pixels(width), height: max(1, pixels(rect.maxY) - y))
        let grid = MapGrid(
          stages[stage], number: stage, at: (pixels(rect.x), y), size: size, pixel: pixel, scale: scale)
        y += grid.size.height + pixels(InsideStrips.gap) + gap
        return grid
      }
    }

    /// The values of a stage in a place of their own.
    func values(_ stage: Int, in rect: Rect) -> MapGrid {
      let size = PixelSize(width: pixels(rect.width), height: pixels(rect.height))
      var pixel = pixels(12)
      while pixel > 1,
        MapGrid.height(of: stages[stage], width: size.width, pixel: pixel, scale: scale) > size.height
      {
        pixel -= 1
      }
      return MapGrid(
        stages[stage], number: stage, at: (pixels(rect.x), pixels(rect.y)), size: size, pixel: pixel, scale: scale)
    }
  }
}
