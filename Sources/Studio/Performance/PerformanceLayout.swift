package import Graphics

/// Where the parts of the performance screen are; none depends on the model.
package struct PerformanceLayout: Equatable {
  /// The row of sub-tabs.
  package let tabs: Rect
  /// Everything below.
  package let content: Rect
  /// The chart, and what stands beside it; a small window shows one of them at a time, over all of the content.
  package let left: Rect
  package let right: Rect
  /// Whether the window is small.
  package let isSingle: Bool
  /// Whether only one of the two is shown: a threshold is of no use without what it changes.
  let hasOnePane: Bool

  /// The height of the title and the line below it.
  static let head = 48.0

  /// The parts of a window; `page` says how the room is shared.
  package init(_ layout: WindowLayout, page: PerformancePage) {
    isSingle = layout.room == .compact
    let margin: Double = isSingle ? 12 : layout.room == .wide ? 24 : 16
    let top: Double = isSingle ? 4 : 8
    tabs = Rect(x: margin, y: layout.body.y + top, width: layout.body.width - 2 * margin, height: 32)
    content = Rect(
      x: margin, y: tabs.maxY + (isSingle ? 8 : 16), width: tabs.width,
      height: layout.body.maxY - margin - tabs.maxY - (isSingle ? 8 : 16))
    hasOnePane = isSingle && page != .calibration
    guard !hasOnePane, page.hasDetails else {
      (left, right) = (content, content)
      return
    }
    let gap: Double = isSingle ? 20 : 32
    let side =
      page == .curves ? min(400, max(300, content.width * 0.24)).rounded() : ((content.width - gap) / 2).rounded()
    left = Rect(x: content.x, y: content.y, width: content.width - gap - side, height: content.height)
    right = Rect(x: content.maxX - side, y: content.y, width: side, height: content.height)
  }
}
