import CX11

/// How the screen holds pixels: always 32 bits with 8 each for blue, green and red, as the drawing library has them.
struct PixelFormat {
  let visual: UnsafeMutablePointer<Visual>
  let depth: Int32
  /// Whether windows have it without being asked.
  let isDefault: Bool
  /// Whether the fourth byte means nothing; otherwise it is alpha and the desktop may look at it.
  var isOpaque: Bool { depth == 24 }

  /// The screen's own format if it will do, another of 24 or 32 bits otherwise: screens of 16 or 30 often have that.
  static func find(on connection: Connection) throws(X11Error) -> PixelFormat {
    let depth = XDefaultDepth(connection.display, connection.screen)
    if let visual = XDefaultVisual(connection.display, connection.screen) {
      let format = PixelFormat(visual: visual, depth: depth, isDefault: true)
      if format.isUsable(on: connection.display) { return format }
    }
    for depth: Int32 in [24, 32] {
      var info = XVisualInfo()
      guard XMatchVisualInfo(connection.display, connection.screen, depth, TrueColor, &info) != 0,
        let visual = info.visual
      else { continue }
      let format = PixelFormat(visual: visual, depth: depth, isDefault: false)
      if format.isUsable(on: connection.display) { return format }
    }
    throw .unusable(reason: "its screen has \(depth) bits per pixel; set it to 24-bit colour (TrueColor, 8 bits each)")
  }

  private func isUsable(on display: OpaquePointer) -> Bool {
    guard depth == 24 || depth == 32, visual.pointee.class == TrueColor else { return false }
    let masks = (visual.pointee.red_mask, visual.pointee.green_mask, visual.pointee.blue_mask)
    return masks == (0xFF0000, 0xFF00, 0xFF) && bitsPerPixel(on: display) == 32
  }

  private func bitsPerPixel(on display: OpaquePointer) -> Int32? {
    var count: Int32 = 0
    guard let formats = XListPixmapFormats(display, &count) else { return nil }
    defer { XFree(formats) }
    return UnsafeBufferPointer(start: formats, count: Int(count)).first { $0.depth == depth }?.bits_per_pixel
  }
}
