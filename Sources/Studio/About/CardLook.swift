import Graphics
import Toolkit

/// The part of a text that is seen, and a bar beside it that says which part that is.
struct CardLook: Look {
  var page: CardPage
  var scroll: Double

  /// Room for the bar.
  static let margin = 20.0

  var text: String { "\(page.texts.count) lines" }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    context.clipped(to: frame) {
      let top = frame.y - scroll
      for band in page.bands where top + band.y + band.height >= frame.y && top + band.y <= frame.maxY {
        let place = Rect(x: frame.x, y: top + band.y, width: page.width, height: band.height)
        if band.isGround {
          context.fill(Path(state.snapped(place), radius: 6), with: theme.control)
        } else {
          context.fill(
            Rect(x: place.x, y: state.snapped(place.y), width: place.width, height: state.hairline), with: theme.line)
        }
      }
      for line in page.lines where top + line.baseline >= frame.y - 4 && top + line.baseline <= frame.maxY + 24 {
        let origin = Point(x: frame.x + line.x, y: state.snapped(top + line.baseline))
        context.draw(line.text, at: origin, font: line.font, color: line.ink == .text ? theme.text : theme.muted)
      }
    }
    drawBar(on: context, in: frame, state)
  }

  private func drawBar(on context: Context, in frame: Rect, _ state: ElementState) {
    guard page.height > frame.height else { return }
    let track = Rect(x: frame.maxX - 8, y: frame.y, width: 8, height: frame.height)
    let height = max(24, track.height * frame.height / page.height)
    let share = scroll / (page.height - frame.height)
    let thumb = Rect(x: track.x, y: track.y + (track.height - height) * min(1, share), width: 8, height: height)
    context.fill(Path(track, radius: 4), with: state.theme.track)
    context.fill(Path(thumb, radius: 4), with: state.theme.bar)
  }
}
