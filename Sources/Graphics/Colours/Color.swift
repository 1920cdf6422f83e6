import Glibc

/// A colour of the sRGB space, each part 0…1, not premultiplied.
public struct Color: Equatable, Hashable, Sendable {
  public var red: Double
  public var green: Double
  public var blue: Double
  public var alpha: Double

  /// Takes the four parts as they are.
  public init(red: Double, green: Double, blue: Double, alpha: Double = 1) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// The opaque colour `0xRRGGBB`.
  public init(_ hex: UInt32) {
    func part(_ shift: UInt32) -> Double { Double((hex >> shift) & 0xFF) / 255 }
    self.init(red: part(16), green: part(8), blue: part(0))
  }

  /// The colour as `0xRRGGBB`, without its alpha.
  public var hex: UInt32 { Color.byte(red) << 16 | Color.byte(green) << 8 | Color.byte(blue) }

  /// The same colour, more or less see-through.
  public func withAlpha(_ alpha: Double) -> Color { Color(red: red, green: green, blue: blue, alpha: alpha) }

  /// A mix in sRGB: this colour at 0, `other` at 1.
  public func interpolated(to other: Color, fraction: Double) -> Color {
    let share = min(1, max(0, fraction))
    func mix(_ from: Double, _ to: Double) -> Double { from + (to - from) * share }
    return Color(
      red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue),
      alpha: mix(alpha, other.alpha))
  }

  /// The relative luminance of WCAG 2, 0…1.
  public var relativeLuminance: Double {
    func linear(_ part: Double) -> Double { part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The contrast ratio of WCAG 2, 1…21; the same in both directions.
  public func contrast(with other: Color) -> Double {
    let (one, two) = (relativeLuminance, other.relativeLuminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// The colour as a premultiplied pixel `0xAARRGGBB`.
  public var pixel: UInt32 {
    Color.byte(alpha) << 24 | Color.byte(red * alpha) << 16 | Color.byte(green * alpha) << 8 | Color.byte(blue * alpha)
  }

  private static func byte(_ part: Double) -> UInt32 { UInt32((min(1, max(0, part)) * 255).rounded()) }
}
