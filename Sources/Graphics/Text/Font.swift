import CCairo

/// A typeface at a size, and how long texts become in it; widths grow in step with the size.
public struct Font: Equatable, Hashable, Sendable {
  /// The two weights in use.
  public enum Weight: Sendable {
    case regular, bold
  }

  /// The typeface where it is another than that of everything around.
  public var family: String?
  public var weight: Weight
  /// The height of the em square, in user units.
  public var size: Double

  /// The family of exports and tests; fontconfig finds the nearest where it is missing.
  public static let exportFamily = "DejaVu Sans"

  /// A font of the family of the moment unless one is named.
  public init(size: Double, weight: Weight = .regular, family: String? = nil) {
    self.size = size
    self.weight = weight
    self.family = family
  }

  /// How far the pen moves while writing `text`.
  public func width(of text: String) -> Double {
    var extents = cairo_text_extents_t()
    withScaledFont { cairo_scaled_font_text_extents($0, text, &extents) }
    return extents.x_advance
  }

  /// The room above the baseline.
  public var ascent: Double { extents.ascent }

  /// The room below the baseline.
  public var descent: Double { extents.descent }

  /// How high a digit stands above the baseline.
  public var digitHeight: Double {
    var extents = cairo_text_extents_t()
    withScaledFont { cairo_scaled_font_text_extents($0, "0", &extents) }
    return extents.height
  }

  private var extents: cairo_font_extents_t {
    var extents = cairo_font_extents_t()
    withScaledFont { cairo_scaled_font_extents($0, &extents) }
    return extents
  }

  /// Cairo keeps recently used scaled fonts, so that making one again is cheap.
  func withScaledFont(_ body: (OpaquePointer) -> Void) {
    let face = cairo_toy_font_face_create(shownFamily, CAIRO_FONT_SLANT_NORMAL, weight.raw)
    defer { cairo_font_face_destroy(face) }
    var (scale, identity) = (cairo_matrix_t(), cairo_matrix_t())
    cairo_matrix_init_scale(&scale, size, size)
    cairo_matrix_init_identity(&identity)
    let options = Font.makeOptions()
    defer { cairo_font_options_destroy(options) }
    guard let font = cairo_scaled_font_create(face, &scale, &identity, options) else { return }
    defer { cairo_scaled_font_destroy(font) }
    body(font)
  }

  /// Unhinted advances, so that a layout holds at every scale; the caller owns the result.
  static func makeOptions() -> OpaquePointer? {
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_SLIGHT)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    return options
  }
}

extension Font.Weight {
  var raw: cairo_font_weight_t { self == .bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL }
}
