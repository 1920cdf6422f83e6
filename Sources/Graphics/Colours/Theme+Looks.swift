extension Theme {
  /// Light marks on a dark page.
  public static let dark = Theme(
    name: .dark, background: Color(0x14171C), surface: Color(0x1B1F26),
    control: Color(0x262C36), controlHover: Color(0x303845), controlPressed: Color(0x3A4453),
    canvas: Color(0x0C0E12), ink: Color(0xF6F2E7),
    text: Color(0xE9ECF1), muted: Color(0xA9B3C0), disabled: Color(0x6F7B8A),
    accent: Color(0x6CB0FF), accentHover: Color(0x85BEFF), accentPressed: Color(0x579CEB), onAccent: Color(0x07131F),
    quietAccent: Color(0x1D3350), bar: Color(0x76839A), track: Color(0x262C36),
    edge: Color(0x73808F), line: Color(0x2E3540),
    good: Color(0x5FCFA2), warn: Color(0xF2B84B), bad: Color(0xFF8F7A), focus: Color(0xFFE08A),
    series: SeriesStyle.ordered([0x6CB0FF, 0xE89111, 0x468B6F, 0xAA599F, 0xFEE1A5, 0xC9CFD7]),
    ramp: ColorRamp(
      [0x1B1F26, 0x213651, 0x284B77, 0x3164A3, 0x4283CB, 0x6CACF1, 0xB9DCFE],
      numbers: [0xE9ECF1, 0xE9ECF1, 0xE9ECF1, 0xE9ECF1, 0x07131F, 0x07131F, 0x07131F]),
    diverging: DivergingRamp([0x6CB0FF, 0x3A79BF, 0x1F4A7D, 0x262C36, 0x7A4A14, 0xB87024, 0xF0A35C]))

  /// Dark marks on a light page.
  public static let light = Theme(
    name: .light, background: Color(0xF2F3F5), surface: Color(0xFFFFFF),
    control: Color(0xE4E8ED), controlHover: Color(0xD6DCE4), controlPressed: Color(0xC6CED9),
    canvas: Color(0xFFFFFF), ink: Color(0x14171C),
    text: Color(0x161A20), muted: Color(0x4C5664), disabled: Color(0x7C8591),
    accent: Color(0x1B62C4), accentHover: Color(0x1753A8), accentPressed: Color(0x13458C), onAccent: Color(0xFFFFFF),
    quietAccent: Color(0xDCE8F8), bar: Color(0x6F7B8D), track: Color(0xE2E6EB),
    edge: Color(0x717C8A), line: Color(0xD9DDE3),
    good: Color(0x0B6B4A), warn: Color(0x8A5600), bad: Color(0xB3261E), focus: Color(0x0B3F8A),
    series: SeriesStyle.ordered([0x1B62C4, 0xBC660F, 0x02976D, 0x873272, 0x534A07, 0x292A2C]),
    ramp: ColorRamp(
      [0xFFFFFF, 0xD9EAFD, 0xB1D3F9, 0x83B7F1, 0x5395E3, 0x2368BD, 0x0F3B78],
      numbers: [0x161A20, 0x161A20, 0x161A20, 0x161A20, 0x161A20, 0xFFFFFF, 0xFFFFFF]),
    diverging: DivergingRamp([0x1B62C4, 0x5C94DA, 0xBBD3F2, 0xF2F3F5, 0xF3CFA4, 0xDD8F35, 0xA85208]))
}
