import Graphics

/// A few words about the element under the pointer, after a moment.
struct Tooltip {
  private static let patience = Duration.milliseconds(600)
  private static let padding = 8.0
  private static let height = 28.0

  /// When it is to appear.
  private(set) var deadline: Duration?
  /// Where it is; of no size while there is none.
  private(set) var frame = Rect(x: 0, y: 0, width: 0, height: 0)
  private var text = ""

  /// Whether it is on the screen.
  var isVisible: Bool { !text.isEmpty }

  /// The pointer has come to an element with a hint, or to one without.
  mutating func expect(_ hint: String, at now: Duration) {
    // Moving on from one to the next shows it at once.
    deadline = hint.isEmpty ? nil : isVisible ? now : now + Tooltip.patience
    hide()
  }

  /// Goes away.
  mutating func hide() {
    text = ""
    frame = Rect(x: 0, y: 0, width: 0, height: 0)
  }

  /// Goes away and does not come back by itself.
  mutating func cancel() {
    deadline = nil
    hide()
  }

  /// Comes, below the element or above it where there is no room.
  mutating func appear(for element: Element?, in size: Size) {
    deadline = nil
    guard let element, !element.hint.isEmpty else { return hide() }
    text = element.hint
    let width = Font.secondary.width(of: text).rounded(.up) + 2 * Tooltip.padding
    let below = element.frame.maxY + 6
    let y = below + Tooltip.height < size.height ? below : element.frame.y - 6 - Tooltip.height
    let x = min(max(4, element.frame.midX - width / 2), max(4, size.width - width - 4))
    frame = Rect(x: x, y: max(0, y), width: width, height: Tooltip.height)
  }

  func draw(on context: Context, theme: Theme, scale: Double) {
    guard isVisible else { return }
    context.fill(Path(frame, radius: 6), with: theme.text)
    let baseline = frame.midY + Font.secondary.digitHeight / 2
    context.draw(text, at: Point(x: frame.x + Tooltip.padding, y: baseline), font: .secondary, color: theme.background)
  }
}
