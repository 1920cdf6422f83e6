import Graphics

/// A few words about the element under the pointer, after a moment.
struct Tooltip {
  private static let patience = Duration.milliseconds(600)
  /// Between two elements there may be a gap: for this long the next one still shows its words at once.
  private static let grace = Duration.milliseconds(300)
  private static let padding = 8.0
  private static let lineHeight = 18.0
  private static let margin = 4.0
  /// More than these letters, or lines in a narrow window, is too much to read.
  private static let mostLetters = 400
  private static let mostLines = 6

  /// The element that the pointer came to last.
  private(set) var owner: ControlName?
  /// When it is to appear.
  private(set) var deadline: Duration?
  /// Where it is; of no size while there is none.
  private(set) var frame = Rect(x: 0, y: 0, width: 0, height: 0)
  private var lines: [String] = []
  private var warmUntil = Duration.zero

  /// Whether it is on the screen.
  var isVisible: Bool { !lines.isEmpty }

  /// The pointer has come to an element with a hint, to one without, or to nothing.
  mutating func expect(_ hint: String, of name: ControlName?, at now: Duration) {
    // Moving on from one to the next shows it at once.
    if isVisible { warmUntil = now + Tooltip.grace }
    hide()
    owner = name
    guard !hint.isEmpty else { return }
    deadline = now < warmUntil ? now : now + Tooltip.patience
  }

  /// Goes away; comes back when the pointer moves over another element than `owner`.
  mutating func hide() {
    deadline = nil
    lines = []
    frame = Rect(x: 0, y: 0, width: 0, height: 0)
  }

  /// Goes away and does not come back before the pointer has left the element `name`.
  mutating func cancel(over name: ControlName?) {
    hide()
    (owner, warmUntil) = (name, .zero)
  }

  /// Comes, below the element or above it where there is no room.
  mutating func appear(for element: Element, in size: Size) {
    let place = element.visibleFrame
    guard !element.hint.isEmpty, place.isFinite else { return hide() }
    deadline = nil
    let room = size.width - 2 * (Tooltip.margin + Tooltip.padding)
    let hint = String(element.hint.prefix(Tooltip.mostLetters))
    lines = Font.secondary.lines(of: hint, width: room, most: Tooltip.mostLines)
    guard isVisible else { return hide() }
    let width = (lines.map { Font.secondary.width(of: $0) }.max() ?? 0).rounded(.up) + 2 * Tooltip.padding
    let height = Double(lines.count) * Tooltip.lineHeight + 10
    let below = place.maxY + 6
    let y = below + height < size.height ? below : place.y - 6 - height
    let x = min((place.midX - width / 2).rounded(), size.width - width - Tooltip.margin)
    frame = Rect(x: max(Tooltip.margin, x), y: max(0, y), width: width, height: height)
  }

  /// Draws the words, if there are any.
  func draw(on context: Context, theme: Theme) {
    guard isVisible else { return }
    context.fill(Path(frame, radius: 6), with: theme.text)
    for (index, line) in lines.enumerated() {
      let middle = frame.y + 5 + (Double(index) + 0.5) * Tooltip.lineHeight
      let place = Point(x: frame.x + Tooltip.padding, y: middle + Font.secondary.digitHeight / 2)
      context.draw(line, at: place, font: .secondary, color: theme.background)
    }
  }
}
