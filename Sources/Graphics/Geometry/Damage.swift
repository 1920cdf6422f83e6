/// The parts of a surface that have to be drawn again: a few rectangles, merged where that costs little.
public struct Damage: Equatable, Sendable {
  /// The parts; none is empty.
  public private(set) var rects: [PixelRect] = []
  /// More parts than these are merged: every part costs a clip and a request.
  private static let mostRects = 12

  /// No damage.
  public init() { rects.reserveCapacity(Damage.mostRects + 1) }

  /// Whether nothing has to be drawn.
  public var isEmpty: Bool { rects.isEmpty }

  /// Adds a part.
  public mutating func add(_ rect: PixelRect) {
    guard !rect.isEmpty else { return }
    var rect = rect
    var index = 0
    while index < rects.count {
      let merged = rects[index].union(rect)
      if merged.area <= rects[index].area + rect.area {
        rect = merged
        rects.swapAt(index, rects.count - 1)
        rects.removeLast()
        index = 0
      } else {
        index += 1
      }
    }
    rects.append(rect)
    if rects.count > Damage.mostRects { mergeCheapest() }
  }

  /// Forgets everything, keeping the memory.
  public mutating func removeAll() { rects.removeAll(keepingCapacity: true) }

  private mutating func mergeCheapest() {
    var best = (first: 0, second: 1, waste: Int.max)
    for first in rects.indices {
      for second in first + 1..<rects.count {
        let waste = rects[first].union(rects[second]).area - rects[first].area - rects[second].area
        if waste < best.waste { best = (first, second, waste) }
      }
    }
    rects[best.first] = rects[best.first].union(rects[best.second])
    rects.remove(at: best.second)
  }
}

extension PixelRect {
  fileprivate var area: Int { width * height }
}
