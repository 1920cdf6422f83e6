import Graphics
import Recognition
import Toolkit

/// A drawing of the user's own as the network sees it, and what is read in it where that is wrong.
struct DrawingCellLook: Look {
  var image: GrayImage
  var digit: Int
  /// What the model reads; nil while it has not been asked.
  var read: Int?
  var isHeldBack: Bool
  var isChosen: Bool

  /// Room around the picture for the outline of the chosen one.
  static let margin = 4.0

  private var isWrong: Bool { read.map { $0 != digit } ?? false }

  var text: String {
    let verdict = read.map { isWrong ? ", wrong: read as \($0)" : ", right" } ?? ""
    return "\(digit)\(verdict)\(isHeldBack ? ", held back" : "")\(isChosen ? " (chosen)" : "")"
  }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    let side = frame.width - 2 * DrawingCellLook.margin
    let picture = state.snapped(
      Rect(x: frame.x + DrawingCellLook.margin, y: frame.y + DrawingCellLook.margin, width: side, height: side))
    context.draw(
      PixelImage(gray: image.pixels, width: image.width, height: image.height, paper: theme.canvas, ink: theme.ink),
      in: picture)
    context.stroke(
      Path(picture.inset(by: -state.hairline / 2)), with: Graphics.Stroke(theme.line, width: state.hairline))
    if isChosen {
      context.stroke(Path(picture.inset(by: -3), radius: 3), with: Graphics.Stroke(theme.accent, width: 2))
    }
    drawCaption(on: context, below: picture, state)
  }

  private func drawCaption(on context: Context, below picture: Rect, _ state: ElementState) {
    let theme = state.theme
    let baseline = picture.maxY + 17
    guard isWrong, let read else {
      guard isHeldBack else { return }
      let words = Font.caption.fitted("held back", width: picture.width + 12)
      return context.draw(words, at: Point(x: picture.x, y: baseline), font: .caption, color: theme.muted)
    }
    Icon.close.draw(
      on: context, at: Point(x: picture.x + 6, y: baseline - 4), size: 12, color: theme.bad, scale: state.scale)
    context.draw("reads \(read)", at: Point(x: picture.x + 15, y: baseline), font: .captionBold, color: theme.bad)
  }
}
