public import Graphics

/// Ten level bars with percentages; the order 0–9 never changes.
public struct ProbabilityBars: Chart, Equatable {
  /// What the bars say together.
  public enum Verdict: Equatable, Sendable {
    case sure(Int)
    case unsure(Int, Int)
    case none
  }

  private static let winnerFont = Font(size: 16, weight: .bold)
  /// The room for the widest number and its sign.
  private static let numberWidth = (winnerFont.width(of: "> 99.9") + 18 + 10).rounded(.up)

  /// Ten values 0…1.
  public var probabilities: [Double]
  public var verdict: Verdict
  /// The share from which an answer is sure; shown as a dotted line.
  public var threshold: Double?

  /// Takes all three as they are.
  public init(probabilities: [Double], verdict: Verdict, threshold: Double? = nil) {
    self.probabilities = probabilities
    self.verdict = verdict
    self.threshold = threshold
  }

  /// The empty length of each row's bar.
  public func tracks(in rect: Rect) -> [Rect] {
    let top = rect.y + (threshold == nil ? 0 : 20)
    let row = rowHeight(in: rect)
    let height = min(18, (row * 0.6).rounded())
    return probabilities.indices.map {
      let y = top + row * Double($0) + ((row - height) / 2).rounded()
      return Rect(x: rect.x + 42, y: y, width: max(0, rect.width - 42 - ProbabilityBars.numberWidth), height: height)
    }
  }

  /// Digit, bar, number and sign, each in its own column.
  public func drawing(in rect: Rect, theme: Theme) -> Drawing {
    var drawing = Drawing()
    let tracks = tracks(in: rect)
    for (digit, track) in tracks.enumerated() { addRow(digit, track, to: &drawing, rect: rect, theme: theme) }
    addThreshold(to: &drawing, tracks: tracks, rect: rect, theme: theme)
    return drawing
  }

  private func rowHeight(in rect: Rect) -> Double {
    let height = rect.height - (threshold == nil ? 0 : 20)
    return min(32, max(4, (height / Double(max(1, probabilities.count))).rounded(.down)))
  }

  /// The winner stands out by its size where rows are high enough.
  private static func fonts(row: Double) -> (plain: Font, winner: Font) {
    row >= 20 ? (.body, winnerFont) : row >= 17 ? (.body, .bodyBold) : (.caption, .captionBold)
  }

  private func addRow(_ digit: Int, _ track: Rect, to drawing: inout Drawing, rect: Rect, theme: Theme) {
    let color = winnerColor(of: digit, theme: theme)
    let share = min(1, max(0, probabilities[digit].isFinite ? probabilities[digit] : 0))
    let bar = Rect(x: track.x, y: track.y, width: max(2, track.width * share), height: track.height)
    drawing.fill(track, theme.track, radius: 3)
    drawing.fill(bar, color ?? theme.bar, radius: 3)
    if let color {
      let (x, y) = (rect.x, track.midY)
      let triangle = [Point(x: x, y: y - 6), Point(x: x + 10, y: y), Point(x: x, y: y + 6)]
      drawing.add(.filled(Path(polygon: triangle), color))
    }
    let fonts = ProbabilityBars.fonts(row: rowHeight(in: rect))
    let (font, ink) = color == nil ? (fonts.plain, theme.muted) : (fonts.winner, theme.text)
    drawing.add(Label(String(digit), font: font, color: ink, x: track.x - 12, middle: track.midY, anchor: .end))
    let number = NumberText.answered(share)
    drawing.add(Label(number, font: font, color: ink, x: rect.maxX - 18, middle: track.midY, anchor: .end))
    drawing.add(
      Label(
        "%", font: fonts.plain == .body ? .secondary : .caption, color: theme.muted, x: rect.maxX, middle: track.midY,
        anchor: .end))
  }

  private func addThreshold(to drawing: inout Drawing, tracks: [Rect], rect: Rect, theme: Theme) {
    guard let threshold, let first = tracks.first, let last = tracks.last else { return }
    let x = (first.x + first.width * threshold).rounded() + 0.5
    let line = Path(through: [Point(x: x, y: first.y - 6), Point(x: x, y: last.maxY + 6)])
    drawing.add(.stroked(line, Stroke(theme.text, width: 1, dash: [2, 3])))
    let text = "sure from \(NumberText.percent(threshold, 0)) %"
    let width = Font.caption.width(of: text)
    let left = min(max(first.x, x - width / 2), rect.maxX - width)
    drawing.add(Label(text, font: .caption, color: theme.muted, at: Point(x: left, y: rect.y + 11)))
  }

  private func winnerColor(of digit: Int, theme: Theme) -> Color? {
    switch verdict {
    case .sure(let winner): digit == winner ? theme.accent : nil
    case .unsure(let first, let second): digit == first || digit == second ? theme.warn : nil
    case .none: nil
    }
  }
}
