import Charts
import Graphics
import Toolkit

/// What one model, or all of them together, makes of the ink: name, answer, ten bars.
struct CompareBarsLook: Look {
  var name: String
  /// The place of its colour; nil for all models together.
  var slot: Int?
  /// Ten shares; nil where nothing was read.
  var shares: [Double]?
  var verdict = Reading.Verdict.blank
  /// How long the bars are at this moment; nil: as long as the shares.
  var lengths: [Float]?

  /// The height of the name and the answer in a column of a width.
  static func head(_ width: Double) -> Double { isNarrow(width) ? 80 : 62 }

  /// Whether the percentage stands below the figure.
  private static func isNarrow(_ width: Double) -> Bool { width < 112 }

  var text: String {
    guard let shares, let top else { return "\(name): \(NumberText.none)" }
    return "\(name): \(figure), \(NumberText.answered(shares[top])) %\(verdict == .sure ? "" : ", not sure")"
  }

  private var top: Int? { shares.flatMap { shares in shares.indices.max { shares[$0] < shares[$1] } } }
  private var figure: String { verdict == .notDigit ? "?" : top.map { "\($0)" } ?? "" }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    let color = slot.map { theme.series[$0].color } ?? theme.text
    drawName(on: context, in: frame, state)
    drawAnswer(on: context, in: frame, state)
    let head = CompareBarsLook.head(frame.width)
    let row = (frame.height - head) / 10
    for digit in 0..<10 {
      let place = Rect(
        x: frame.x, y: frame.y + head + Double(digit) * row, width: frame.width, height: row)
      draw(digit, on: context, in: place, color, state)
    }
  }

  /// The name beside its marker, in smaller letters before it is shortened.
  private func drawName(on context: Context, in frame: Rect, _ state: ElementState) {
    let theme = state.theme
    var x = frame.x
    if let slot {
      CompareRowLook.drawMarker(theme.series[slot], at: Point(x: x + 6, y: frame.y + 10), on: context, theme.background)
      x += CompareBarsLook.isNarrow(frame.width) ? 16 : 20
    }
    let words = SafeName.text(name)
    let fonts = [14.0, 13, 12, 11].map { Font(size: $0, weight: .bold) }
    let font = fonts.first { $0.width(of: words) <= frame.maxX - x } ?? .captionBold
    let title = font.fitted(words, width: frame.maxX - x, keepsEnd: true)
    context.draw(title, at: Point(x: x, y: frame.y + 10 + font.digitHeight / 2), font: font, color: theme.text)
  }

  private func drawAnswer(on context: Context, in frame: Rect, _ state: ElementState) {
    let theme = state.theme
    guard let shares, let top else { return }
    let baseline = frame.y + 52
    let large = Font(size: 28, weight: .bold)
    let isSure = verdict == .sure
    context.draw(figure, at: Point(x: frame.x, y: baseline), font: large, color: isSure ? theme.text : theme.warn)
    let icon: Icon = isSure ? .check : .help
    let x = frame.x + large.width(of: "0") + 8
    icon.draw(
      on: context, at: Point(x: x + 8, y: baseline - large.digitHeight / 2), size: 16,
      color: isSure ? theme.good : theme.warn, scale: state.scale)
    let number = NumberText.answered(shares[top]) + " %"
    let isNarrow = CompareBarsLook.isNarrow(frame.width)
    let left = isNarrow ? frame.x : x + 20
    let shown = Font.secondary.fitted(number, width: frame.maxX - left)
    let middle = isNarrow ? baseline + 18 : baseline - large.digitHeight / 2 + Font.secondary.digitHeight / 2
    context.draw(shown, at: Point(x: left, y: middle), font: .secondary, color: theme.muted)
  }

  private func draw(_ digit: Int, on context: Context, in row: Rect, _ color: Color, _ state: ElementState) {
    let theme = state.theme
    let isWinner = shares != nil && digit == top && verdict == .sure
    let font = isWinner ? Font.secondaryBold : row.height < 17 ? Font.caption : .secondary
    let tone = isWinner ? theme.text : theme.muted
    let baseline = row.midY + font.digitHeight / 2
    if isWinner {
      let y = row.midY
      context.fill(
        Path(polygon: [
          Point(x: row.x, y: y - 4.5), Point(x: row.x + 7, y: y), Point(x: row.x, y: y + 4.5),
        ]), with: color)
    }
    context.draw("\(digit)", at: Point(x: row.x + 12, y: baseline), font: font, color: tone)
    let numbers = row.width < 100 ? 0.0 : 38
    let height = max(4, min(row.height > 44 ? 24 : 16, row.height - 8))
    let track = Rect(
      x: row.x + 26, y: state.snapped(row.midY - height / 2), width: max(8, row.width - 26 - numbers), height: height)
    context.fill(Path(track, radius: 2), with: theme.track)
    let share = lengths.map { digit < $0.count ? Double($0[digit]) : 0 } ?? shares?[digit] ?? 0
    guard shares != nil || share > 0 else { return }
    let length = max(1.5, track.width * min(1, max(0, share)))
    context.fill(
      Path(Rect(x: track.x, y: track.y, width: length, height: height), radius: 2),
      with: isWinner ? color : theme.bar)
    guard numbers > 0, let shares else { return }
    let number = NumberText.percent(min(shares[digit], 0.999))
    context.draw(number, at: Point(x: row.maxX - font.width(of: number), y: baseline), font: font, color: tone)
  }
}
