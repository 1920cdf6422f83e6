import Graphics
import Testing

@Suite struct ThemeTests {
  /// The measured contrasts of the design on background, surface, control, quiet accent and canvas.
  static let dark: [(@Sendable (Theme) -> Color, [Double])] = [
    (\.text, [15.2, 14.0, 11.9, 10.8, 16.3]), (\.muted, [8.5, 7.8, 6.6, 6.0, 9.1]),
    (\.accent, [7.9, 7.3, 6.2, 5.7, 8.5]), (\.good, [9.4, 8.6, 7.3, 6.7, 10.1]),
    (\.warn, [10.0, 9.2, 7.8, 7.1, 10.8]), (\.bad, [8.1, 7.4, 6.3, 5.8, 8.7]),
    (\.focus, [13.9, 12.8, 10.9, 9.9, 15.0]), (\.edge, [4.5, 4.1, 3.5, 3.2, 4.8]),
    (\.bar, [4.7, 4.3, 3.7, 3.3, 5.0]), (\.disabled, [4.2, 3.8, 3.3, 3.0, 4.5]),
  ]
  static let light: [(@Sendable (Theme) -> Color, [Double])] = [
    (\.text, [15.7, 17.5, 14.2, 14.1, 17.5]), (\.muted, [6.7, 7.4, 6.0, 6.0, 7.4]),
    (\.accent, [5.3, 5.8, 4.8, 4.7, 5.8]), (\.good, [5.9, 6.5, 5.3, 5.3, 6.5]),
    (\.warn, [5.5, 6.2, 5.0, 5.0, 6.2]), (\.bad, [5.9, 6.5, 5.3, 5.3, 6.5]),
    (\.focus, [9.0, 10.0, 8.2, 8.1, 10.0]), (\.edge, [3.8, 4.2, 3.4, 3.4, 4.2]),
    (\.bar, [3.9, 4.3, 3.5, 3.5, 4.3]), (\.disabled, [3.4, 3.7, 3.0, 3.0, 3.7]),
  ]

  @Test(arguments: [(Theme.dark, dark), (Theme.light, light)])
  func contrastsAreThoseOfTheDesign(theme: Theme, table: [(@Sendable (Theme) -> Color, [Double])]) {
    let grounds = [theme.background, theme.surface, theme.control, theme.quietAccent, theme.canvas]
    for (token, expected) in table {
      for (ground, value) in zip(grounds, expected) {
        #expect(abs(token(theme).contrast(with: ground) - value) < 0.051, "\(theme.name): \(value)")
      }
    }
  }

  @Test(arguments: [Theme.dark, Theme.light])
  func textReadsOnEveryGround(theme: Theme) {
    let grounds = [theme.background, theme.surface, theme.control, theme.quietAccent, theme.canvas]
    for ground in grounds {
      for ink in [theme.text, theme.muted, theme.accent, theme.good, theme.warn, theme.bad] {
        #expect(ink.contrast(with: ground) >= 4.5)
      }
      for mark in [theme.edge, theme.bar, theme.focus] { #expect(mark.contrast(with: ground) >= 3) }
    }
    for accent in [theme.accent, theme.accentHover, theme.accentPressed] {
      #expect(theme.onAccent.contrast(with: accent) >= 4.5)
    }
    #expect(theme.accent.contrast(with: theme.track) >= 3)
  }

  @Test(arguments: [(Theme.dark, 3.7), (Theme.light, 3.3)])
  func seriesStandOut(theme: Theme, lowest: Double) {
    let contrasts = theme.series.map {
      min($0.color.contrast(with: theme.background), $0.color.contrast(with: theme.surface))
    }
    #expect(theme.series.count == 6)
    #expect(contrasts.allSatisfy { $0 >= 3 })
    #expect(Set(theme.series.map(\.marker)).count == 6)
    #expect(theme.series[4].dash == [6, 3])
    #expect(theme.series[5].dash == [2, 3])
    #expect(abs((contrasts.min() ?? 0) - lowest) < 0.06)
  }

  @Test(arguments: [
    (Theme.dark, [14.0, 10.4, 7.5, 5.1, 4.8, 7.9, 13.1]), (Theme.light, [17.5, 14.2, 11.3, 8.3, 5.6, 5.5, 11.0]),
  ])
  func numbersReadOnTheRamp(theme: Theme, expected: [Double]) {
    for (step, value) in zip(theme.ramp.steps, expected) {
      #expect(abs(step.number.contrast(with: step.color) - value) < 0.051)
    }
  }

  @Test(arguments: [
    (0, 0), (1, 1), (2, 2), (3, 2), (4, 3), (7, 3), (8, 4), (15, 4), (16, 5), (99, 5), (100, 6), (60000, 6),
  ])
  func countsFallIntoFixedBins(count: Int, step: Int) {
    #expect(Theme.dark.ramp.step(forCount: count) == step)
  }

  @Test(arguments: [
    (0.0, 0), (0.1, 1), (0.2, 2), (0.49, 2), (0.5, 3), (0.99, 3), (1, 4), (1.99, 4), (2, 5), (49.9, 5), (50, 6),
    (100, 6),
  ])
  func percentagesFallIntoFixedBins(percent: Double, step: Int) {
    #expect(Theme.light.ramp.step(forPercent: percent) == step)
  }

  @Test func rampsMeetTheirStops() {
    let theme = Theme.dark
    #expect(theme.ramp.color(at: 0) == theme.ramp.steps[0].color)
    #expect(theme.ramp.color(at: 1).hex == 0xB9DCFE)
    #expect(theme.ramp.color(at: .nan) == theme.ramp.steps[0].color)
    #expect(theme.diverging.color(at: -1).hex == 0x6CB0FF)
    #expect(theme.diverging.color(at: 0).hex == 0x262C36)
    #expect(theme.diverging.color(at: 2).hex == 0xF0A35C)
  }

  @Test func colorsKeepTheirBytes() {
    #expect(Color(0x1B62C4).hex == 0x1B62C4)
    #expect(Color(0xFFFFFF).withAlpha(0.5).pixel == 0x8080_8080)
    #expect(abs(Color(0xFFFFFF).contrast(with: Color(0x000000)) - 21) < 1e-9)
  }
}
