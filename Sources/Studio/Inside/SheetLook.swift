import Graphics
import Toolkit

/// All maps of a strip: a picture whose pixels are those of the screen.
struct SheetLook: Look {
  var sheet: MapSheet?
  /// Changes whenever what is on the sheet does.
  var revision: Int

  static func == (one: SheetLook, other: SheetLook) -> Bool {
    one.sheet === other.sheet && one.revision == other.revision
  }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    guard let sheet else { return }
    context.draw(sheet.image, in: frame, isSmooth: false)
  }
}
