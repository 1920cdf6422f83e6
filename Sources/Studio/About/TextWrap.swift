import Graphics

/// Breaks texts into lines; every character is measured once.
struct TextWrap {
  private var widths: [Font: [Character: Double]] = [:]

  /// How long `text` is in `font`.
  mutating func width(of text: some StringProtocol, _ font: Font) -> Double {
    text.reduce(0) { $0 + width(of: $1, font) }
  }

  private mutating func width(of character: Character, _ font: Font) -> Double {
    if let width = widths[font]?[character] { return width }
    // A letter under a tower of accents is as wide as the letter.
    let width = font.width(of: String(String.UnicodeScalarView(character.unicodeScalars.prefix(4))))
    widths[font, default: [:]][character] = width
    return width
  }

  /// The lines of `text` that are no longer than `room`; words that are longer are cut.
  mutating func lines(of text: String, _ font: Font, room: Double) -> [String] {
    var lines: [String] = []
    var (line, length) = ("", 0.0)
    let space = width(of: " ", font)
    for word in text.split(separator: " ") {
      let width = width(of: word, font)
      if !line.isEmpty, length + space + width > room {
        lines.append(line)
        (line, length) = ("", 0)
      }
      if !line.isEmpty {
        line += " "
        length += space
      }
      guard width > room else {
        line += word
        length += width
        continue
      }
      for character in word {
        let step = self.width(of: character, font)
        if length + step > room, !line.isEmpty {
          lines.append(line)
          (line, length) = ("", 0)
        }
        line.append(character)
        length += step
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
