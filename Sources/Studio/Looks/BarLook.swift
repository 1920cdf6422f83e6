import Charts
import Graphics
import Toolkit

/// One row of the ten: a digit, its bar, its number.
struct BarLook: Look {
  /// How the row stands among the others.
  enum Mark: Equatable {
    case none, winner, doubtful
  }

  var digit: Int
  /// What the number says; nil: nothing was read.
  var probability: Float?
  /// How long the bar is, 0…1.
  var length: Float
  var mark: Mark

  /// Where the bar begins and ends in the row.
  static func track(in frame: Rect) -> Rect {
    Rect(x: frame.x + 44, y: frame.y, width: frame.width - 44 - 72, height: frame.height)
  }

  var text: String {
    "\(digit) \(probability.map { NumberText.percent(Double($0)) } ?? NumberText.none)" + (mark == .none ? "" : " *")
  }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    let color = mark == .winner ? theme.accent : mark == .doubtful ? theme.warn : theme.bar
    if mark != .none { drawTriangle(on: context, in: frame, color) }
    let font = mark == .none ? Font.body : Font(size: 16, weight: .bold)
    let textColor = mark == .none ? theme.muted : theme.text
    let baseline = frame.midY + font.digitHeight / 2
    let name = "\(digit)"
    context.draw(
      name, at: Point(x: frame.x + 33 - font.width(of: name), y: baseline), font: font, color: textColor)
    drawBar(on: context, in: BarLook.track(in: frame), color, state)
    drawNumber(on: context, in: frame, baseline: baseline, font: font, color: textColor, muted: theme.muted)
  }

  private func drawTriangle(on context: Context, in frame: Rect, _ color: Color) {
    let (x, y) = (frame.x + 2, frame.midY)
    context.fill(
      Path(polygon: [Point(x: x, y: y - 6), Point(x: x + 10, y: y), Point(x: x, y: y + 6)]), with: color)
  }

  private func drawBar(on context: Context, in track: Rect, _ color: Color, _ state: ElementState) {
    let height = min(18, track.height - 8)
    let bar = Rect(x: track.x, y: state.snapped(track.midY - height / 2), width: track.width, height: height)
    context.fill(Path(bar, radius: 3), with: state.theme.track)
    guard probability != nil else { return }
    let width = max(1.5, bar.width * Double(length))
    context.fill(Path(Rect(x: bar.x, y: bar.y, width: width, height: height), radius: 3), with: color)
  }

  private func drawNumber(
    on context: Context, in frame: Rect, baseline: Double, font: Font, color: Color, muted: Color
  ) {
    guard let probability else { return }
    let number = NumberText.percent(Double(min(probability, 0.999)))
    context.draw(
      number, at: Point(x: frame.maxX - 20 - font.width(of: number), y: baseline), font: font, color: color)
    context.draw("%", at: Point(x: frame.maxX - 12, y: baseline), font: .secondary, color: muted)
  }
}
