package import Toolkit

/// What the desktop's sources say, and what follows from them.
package struct DesktopWishes: Equatable, Sendable {
  /// What the settings daemon says; empty where there is none.
  package var settings = SettingsBlob()
  /// The resources that `xrdb` keeps, one `name: value` in each line.
  package var resources = ""

  /// Nothing is asked for.
  package init() {}

  /// What it comes to; `scale` stands above what the desktop says.
  package func hostSettings(scale: Double?) -> HostSettings {
    HostSettings(
      scale: DesktopWishes.bounded(scale) ?? desktopScale ?? 1,
      isDark: settings.text("Net/ThemeName").flatMap { $0.lowercased().hasSuffix("-dark") ? true : nil },
      reducesMotion: settings.number("Gtk/EnableAnimations") == 0)
  }

  /// A scale that somebody asked for by hand need not be a quarter.
  private static func bounded(_ scale: Double?) -> Double? {
    guard let scale, scale.isFinite, scale > 0 else { return nil }
    return min(3, max(1, scale))
  }

  private var desktopScale: Double? {
    daemonScale ?? DesktopWishes.scale(dotsPerInch: resourceDots)
  }

  /// The daemon's dots per inch hold the factor on some desktops and not on others.
  private var daemonScale: Double? {
    let factor = settings.number("Gdk/WindowScalingFactor").flatMap { (1...8).contains($0) ? Double($0) : nil }
    let dots = settings.number("Xft/DPI").map { Double($0) / 1024 }
    let scales = [factor.flatMap(DesktopWishes.quarters), DesktopWishes.scale(dotsPerInch: dots)]
    return scales.compactMap { $0 }.max()
  }

  private var resourceDots: Double? {
    for line in resources.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0].filter({ !$0.isWhitespace }) == "Xft.dpi" else { continue }
      return Double(parts[1].filter { !$0.isWhitespace })
    }
    return nil
  }

  private static func scale(dotsPerInch: Double?) -> Double? {
    // Screens that say 0 or 10,000 have not been measured.
    guard let dotsPerInch, (48...768).contains(dotsPerInch) else { return nil }
    return quarters(dotsPerInch / 96)
  }

  private static func quarters(_ scale: Double) -> Double { min(3, max(1, (scale * 4).rounded() / 4)) }
}
