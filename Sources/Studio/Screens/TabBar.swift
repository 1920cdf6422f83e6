package import Graphics

/// Which tabs the bar along the top has room for, and where they stand; the others go to a menu.
package struct TabBar {
  /// A tab that is shown, and where.
  package struct Place {
    package var tab: Tab
    package var frame: Rect
  }

  package let places: [Place]
  /// What there is no room for, in order.
  package let hidden: [Tab]
  let font: Font

  /// Lays out as many tabs as fit into `width` units, the current one always among them.
  package init(current: Tab, width: Double, height: Double, isCompact: Bool) {
    let font = Font(size: isCompact ? 13 : 15)
    let margin: Double = isCompact ? 4 : 8
    let widths = Dictionary(
      uniqueKeysWithValues: Tab.inBar.map { ($0, (font.width(of: $0.title) + (isCompact ? 20 : 32)).rounded(.up)) })
    func length(_ tabs: [Tab]) -> Double { tabs.reduce(margin) { $0 + (widths[$1] ?? 0) } }
    var shown = Tab.inBar
    // From the end, but never the one that is shown.
    while length(shown) > width, let last = shown.lastIndex(where: { $0 != current }) { shown.remove(at: last) }
    var x = margin
    places = shown.map { tab in
      let frame = Rect(x: x, y: 0, width: widths[tab] ?? 0, height: height)
      x = frame.maxX
      return Place(tab: tab, frame: frame)
    }
    hidden = Tab.inBar.filter { !shown.contains($0) }
    self.font = font
  }
}
