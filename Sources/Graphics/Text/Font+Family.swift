import CCairo

extension Font {
  /// The family of everything that names none; what is drawn away from the window has the one of exports.
  @TaskLocal private static var currentFamily = Font.exportFamily

  /// The family that texts are measured and drawn in now.
  public static var familyNow: String { currentFamily }

  var shownFamily: String { family ?? Font.currentFamily }

  /// Runs `body` with another family for everything that names none; work on other threads keeps that of exports.
  public static func withFamily<Result>(_ family: String, _ body: () throws -> Result) rethrows -> Result {
    try $currentFamily.withValue(family, operation: body)
  }

  /// The typeface without serifs that the user's desktop prefers, where numbers stand still in it; else that of exports.
  public static var interfaceFamily: String { isUsable("sans-serif") ? "sans-serif" : exportFamily }

  /// Whether both weights of a family have digits of one width and every sign that the window writes.
  package static func isUsable(_ family: String) -> Bool {
    [Weight.regular, .bold].allSatisfy { weight in
      let font = Font(size: 100, weight: weight, family: family)
      return isEven("0123456789".map { font.width(of: String($0)) }) && font.hasGlyphs(for: "–−×·…“”%")
    }
  }

  /// Whether widths differ by less than anybody can see.
  package static func isEven(_ widths: [Double]) -> Bool {
    guard let least = widths.min(), let most = widths.max() else { return false }
    return least > 0 && most - least < least * 0.001
  }

  private func hasGlyphs(for text: String) -> Bool {
    var hasAll = false
    withScaledFont { font in
      var glyphs: UnsafeMutablePointer<cairo_glyph_t>?
      var count: Int32 = 0
      let status = cairo_scaled_font_text_to_glyphs(
        font, 0, 0, text, Int32(text.utf8.count), &glyphs, &count, nil, nil, nil)
      defer { cairo_glyph_free(glyphs) }
      guard status == CAIRO_STATUS_SUCCESS, let glyphs else { return }
      // The glyph without a number stands for everything that the typeface has not got.
      hasAll = UnsafeBufferPointer(start: glyphs, count: Int(count)).allSatisfy { $0.index != 0 }
    }
    return hasAll
  }
}
