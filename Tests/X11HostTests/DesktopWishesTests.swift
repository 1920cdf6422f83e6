import Testing
import Toolkit
import X11Host

@Suite struct DesktopWishesTests {
  private func scale(
    _ numbers: [String: Int32] = [:], resources: String = "", asked: Double? = nil
  ) throws -> Double {
    try wishes(numbers, resources: resources).hostSettings(scale: asked).scale
  }

  private func wishes(
    _ numbers: [String: Int32] = [:], theme: String? = nil, resources: String = ""
  ) throws -> DesktopWishes {
    var bytes = SettingsBytes(isBigEndian: false, count: UInt32(numbers.count + (theme == nil ? 0 : 1)))
    for (name, number) in numbers { bytes.add(name, number: number) }
    if let theme { bytes.add("Net/ThemeName", text: theme) }
    var wishes = DesktopWishes()
    wishes.settings = try #require(SettingsBlob(bytes.bytes))
    wishes.resources = resources
    return wishes
  }

  @Test func withoutADesktopEverythingIsPlain() {
    #expect(DesktopWishes().hostSettings(scale: nil) == HostSettings(scale: 1, isDark: nil, reducesMotion: false))
  }

  @Test(arguments: [(96, 1), (120, 1.25), (144, 1.5), (150, 1.5), (192, 2), (480, 3), (72, 1)])
  func dotsPerInchBecomeQuarters(dots: Int, expected: Double) throws {
    #expect(try scale(resources: "Xcursor.size:\t24\nXft.dpi:\t\(dots)\n") == expected)
    #expect(try scale(["Xft/DPI": Int32(dots * 1024)]) == expected)
  }

  @Test(arguments: ["0", "-96", "10000", "1e308", "inf", "nan", "", "ninety", "96 96x"])
  func absurdResourcesAreIgnored(text: String) throws {
    #expect(try scale(resources: "Xft.dpi: \(text)") == 1)
  }

  @Test(arguments: [0, -1, Int32.min, .max, 1024]) func absurdSettingsAreIgnored(number: Int32) throws {
    #expect(try scale(["Xft/DPI": number, "Gdk/WindowScalingFactor": number], resources: "Xft.dpi: 144") == 1.5)
  }

  @Test func theDaemonStandsAboveResourcesAndTheUserAboveBoth() throws {
    let daemon: [String: Int32] = ["Gdk/WindowScalingFactor": 2, "Xft/DPI": 98304]
    #expect(try scale(daemon, resources: "Xft.dpi: 120") == 2)
    #expect(try scale(daemon, resources: "Xft.dpi: 120", asked: 1.1) == 1.1)
  }

  @Test(arguments: [(0.2, 1), (7, 3), (.infinity, 1), (.nan, 1), (-2, 1)])
  func whatTheUserAsksForIsBounded(asked: Double, expected: Double) throws {
    #expect(try scale(asked: asked) == expected)
  }

  @Test func darkThemesAreKnownByTheirEnding() throws {
    #expect(try wishes(theme: "Adwaita-Dark").hostSettings(scale: nil).isDark == true)
    #expect(try wishes(theme: "Darkish").hostSettings(scale: nil).isDark == nil)
  }

  @Test func animationsThatAreSwitchedOffReduceMotion() throws {
    #expect(try wishes(["Gtk/EnableAnimations": 0]).hostSettings(scale: nil).reducesMotion)
    #expect(try !wishes(["Gtk/EnableAnimations": 1]).hostSettings(scale: nil).reducesMotion)
  }
}
