import Graphics

/// Where the parts of the bar are that leads through a lesson.
struct LessonBarLayout: Equatable {
  let icon: Rect
  let text: Rect
  let count: Rect
  let back: Rect
  let next: Rect
  let present: Rect
  let end: Rect

  /// The parts of the bar that covers `bar`.
  init(_ bar: Rect, isCompact: Bool) {
    let margin: Double = isCompact ? 12 : 16
    let y = bar.y + ((bar.height - 44) / 2).rounded()
    var right = bar.maxX - margin
    func place(_ width: Double, gap: Double = 8) -> Rect {
      right -= width
      defer { right -= gap }
      return Rect(x: right, y: y, width: width, height: 44)
    }
    end = place(44)
    present = place(44)
    next = place(isCompact ? 76 : 96)
    back = place(isCompact ? 64 : 80)
    count = place(64, gap: 12)
    icon = Rect(x: bar.x + margin, y: y, width: isCompact ? 0 : 36, height: 44)
    let x = icon.maxX
    text = Rect(x: x, y: bar.y, width: max(40, right - x), height: bar.height)
  }
}
