/// A connected piece of ink.
struct InkMark {
  /// The places of its pixels in the plane.
  var pixels: [Int32] = []
  var box: PixelBox
  /// The sum of its ink.
  var mass: Float = 0
  /// The largest value in it.
  var peak: Float = 0
}

/// All connected pieces of ink in a map.
enum InkMarks {
  /// Pieces of pixels above `low` that touch each other, also at corners, and have one pixel above `high`.
  static func find(in ink: Plane, low: Float, high: Float) -> [InkMark] {
    var isNew = ink.values.map { $0 > low }
    var marks: [InkMark] = []
    for start in isNew.indices where isNew[start] {
      let mark = grow(from: start, in: ink, isNew: &isNew)
      if mark.peak > high { marks.append(mark) }
    }
    return marks
  }

  private static func grow(from start: Int, in ink: Plane, isNew: inout [Bool]) -> InkMark {
    let (x, y) = (start % ink.width, start / ink.width)
    var mark = InkMark(box: PixelBox(left: x, top: y, right: x + 1, bottom: y + 1))
    var waiting = [Int32(start)]
    isNew[start] = false
    while let place = waiting.popLast() {
      let (x, y) = (Int(place) % ink.width, Int(place) / ink.width)
      mark.pixels.append(place)
      mark.mass += ink.values[Int(place)]
      mark.peak = max(mark.peak, ink.values[Int(place)])
      mark.box = mark.box.union(PixelBox(left: x, top: y, right: x + 1, bottom: y + 1))
      for near in max(y - 1, 0)...min(y + 1, ink.height - 1) {
        for next in max(x - 1, 0)...min(x + 1, ink.width - 1) where isNew[near * ink.width + next] {
          isNew[near * ink.width + next] = false
          waiting.append(Int32(near * ink.width + next))
        }
      }
    }
    return mark
  }
}
