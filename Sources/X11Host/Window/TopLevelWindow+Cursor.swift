import CX11
import Toolkit

extension TopLevelWindow {
  /// The shape of the pointer from now on.
  func setCursor(_ cursor: Toolkit.Cursor) { XDefineCursor(display, id, shape(of: cursor)) }

  private func shape(of cursor: Toolkit.Cursor) -> CX11.Cursor {
    if let known = cursors[cursor] { return known }
    let made = cursor.glyph.map { XCreateFontCursor(display, $0) } ?? makeEmptyCursor()
    cursors[cursor] = made
    return made
  }

  private func makeEmptyCursor() -> CX11.Cursor {
    var nothing: CChar = 0
    var (front, back) = (XColor(), XColor())
    let dots = XCreateBitmapFromData(display, id, &nothing, 1, 1)
    defer { XFreePixmap(display, dots) }
    return XCreatePixmapCursor(display, dots, dots, &front, &back, 0, 0)
  }
}

extension Toolkit.Cursor {
  /// The shape in the server's font of pointers; nil for none.
  fileprivate var glyph: UInt32? {
    switch self {
    case .arrow: UInt32(XC_left_ptr)
    case .crosshair: UInt32(XC_tcross)
    case .hand: UInt32(XC_hand2)
    case .text: UInt32(XC_xterm)
    case .wait: UInt32(XC_watch)
    case .hidden: nil
    }
  }
}
