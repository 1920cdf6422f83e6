import Graphics
import Toolkit

/// One map, each of its values several pixels of the screen, with a mark around one of them.
struct EnlargedLook: Look {
  var sheet: MapSheet?
  /// Changes whenever what is on the sheet does.
  var revision: Int
  /// Where the marked value is, in units of the window.
  var cell: Rect

  static func == (one: EnlargedLook, other: EnlargedLook) -> Bool {
    one.sheet === other.sheet && one.revision == other.revision && one.cell == other.cell
  }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    if let sheet { context.draw(sheet.image, in: frame, isSmooth: false) }
    context.stroke(
      Path(frame.inset(by: state.hairline / 2)), with: Graphics.Stroke(theme.edge, width: state.hairline))
    context.stroke(Path(cell.inset(by: -2)), with: Graphics.Stroke(theme.background, width: 4))
    context.stroke(Path(cell.inset(by: -1)), with: Graphics.Stroke(theme.accent, width: 2))
  }
}
