package import Graphics

/// Where the parts of the learn screen are; none depends on what is learned.
package struct LearnLayout: Equatable {
  /// The buttons that drive the training, and how far it is.
  package let bar: Rect
  /// The row of segments in a small window.
  package let pages: Rect?
  /// A small window shows one of these three at a time.
  package let settings: Rect?
  package let curves: Rect?
  /// The paper, what stands beside it, the ten bars, the filters.
  package private(set) var canvas: Rect?
  package private(set) var beside: Rect?
  package private(set) var guess: Rect?
  package private(set) var filters: Rect?
  let isCompact: Bool

  /// The height of a section's title.
  static let head = 26.0

  /// The parts of a window; a small one shows `page`.
  package init(_ layout: WindowLayout, page: LearnState.Page) {
    isCompact = layout.room == .compact
    let isWide = layout.room == .wide
    let margin: Double = isCompact ? 12 : isWide ? 24 : 16
    let body = layout.body.inset(left: margin, top: isCompact ? 8 : 12, right: margin, bottom: margin)
    bar = Rect(x: body.x, y: body.y, width: body.width, height: 44)
    let top = bar.maxY + (isCompact ? 8 : 16)
    guard !isCompact else {
      let pages = Rect(x: body.x, y: top, width: body.width, height: 32)
      let content = Rect(x: body.x, y: pages.maxY + 12, width: body.width, height: body.maxY - pages.maxY - 12)
      self.pages = pages
      settings = page == .settings ? content : nil
      curves = page == .curves ? content : nil
      if page == .guess { placeGuess(in: content, beside: true, isWide: false) }
      return
    }
    pages = nil
    let content = Rect(x: body.x, y: top, width: body.width, height: body.maxY - top)
    let (left, right, gap): (Double, Double, Double) = isWide ? (400, 540, 40) : (300, 304, 28)
    settings = Rect(x: content.x, y: content.y, width: left, height: content.height)
    curves = Rect(
      x: content.x + left + gap, y: content.y, width: content.width - left - right - 2 * gap, height: content.height)
    placeGuess(
      in: Rect(x: content.maxX - right, y: content.y, width: right, height: content.height), beside: false,
      isWide: isWide)
  }

  /// Paper and bars below each other, or beside each other where there is more width than height.
  private mutating func placeGuess(in rect: Rect, beside isBeside: Bool, isWide: Bool) {
    let strip: Double = isWide ? 112 : 68
    let row: Double = isWide ? 28 : 18
    // Bars and filters need width where the height is not enough for both.
    let isLow = isBeside && rect.height < LearnLayout.head + 10 * row + 84
    let side = (isBeside ? min(rect.height, rect.width * (isLow ? 0.32 : 0.44)) : rect.width - strip).rounded(.down)
    let canvas = Rect(x: rect.x, y: rect.y, width: side, height: side)
    self.canvas = canvas
    beside = Rect(x: canvas.maxX + 12, y: canvas.y, width: strip - 12, height: side)
    if isLow, placeBoth(in: rect.inset(left: side + strip + 8), row: row) { return }
    let column =
      isBeside
      ? rect.inset(left: side + strip + 8) : rect.inset(top: side + (isWide ? 24 : 12))
    let guess = Rect(x: column.x, y: column.y, width: column.width, height: LearnLayout.head + 10 * row)
    self.guess = guess
    let filters = column.inset(top: guess.height + (isWide ? 24 : 12))
    self.filters = filters.height >= 72 ? filters : nil
  }

  /// Bars and filters beside each other, where one below the other there is no room for the filters.
  private mutating func placeBoth(in column: Rect, row: Double) -> Bool {
    guard column.width >= 320 else { return false }
    let half = ((column.width - 24) / 2).rounded(.down)
    guess = Rect(x: column.x, y: column.y, width: half, height: min(column.height, LearnLayout.head + 10 * row + 40))
    filters = Rect(x: column.x + half + 24, y: column.y, width: half, height: column.height)
    return true
  }

  /// Where the filters themselves are.
  package var tiles: Rect? { filters?.inset(top: LearnLayout.head + 2) }
}
