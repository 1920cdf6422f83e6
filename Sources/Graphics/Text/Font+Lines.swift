extension Font {
  /// `text` broken into lines of a width; a word that is longer than a line is cut where the line ends.
  public func lines(of text: String, width: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace).flatMap({ pieces(of: String($0), width: width) }) {
      let longer = line.isEmpty ? word : line + " " + word
      if line.isEmpty || self.width(of: longer) <= width {
        line = longer
      } else {
        lines.append(line)
        line = word
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// As above, at most `most` lines: the last one ends with "…" where there is more.
  public func lines(of text: String, width: Double, most: Int) -> [String] {
    let lines = lines(of: text, width: width)
    guard lines.count > most, most > 0 else { return lines }
    // Longer than the line, so that it is shortened.
    return lines.prefix(most - 1) + [fitted(lines[most - 1] + " " + lines[most], width: width)]
  }

  /// `text` with "…" in its middle where it is longer than `width`: names that begin alike differ at their ends.
  public func fitted(_ text: String, width: Double, keepsEnd: Bool) -> String {
    guard keepsEnd, self.width(of: text) > width else { return fitted(text, width: width) }
    // The longest that fits, by halves; more letters are never narrower.
    var (least, most) = (0, text.count)
    while least < most {
      let count = (least + most + 1) / 2
      if self.width(of: Font.shortened(text, to: count)) <= width { least = count } else { most = count - 1 }
    }
    return least == 0 ? "" : Font.shortened(text, to: least)
  }

  private static func shortened(_ text: String, to count: Int) -> String {
    "\(text.prefix((count + 1) / 2))…\(text.suffix(count / 2))"
  }

  private func pieces(of word: String, width: Double) -> [String] {
    var (pieces, rest) = ([String](), Substring(word))
    while self.width(of: String(rest)) > width, rest.count > 1 {
      var count = max(1, Int(Double(rest.count) * width / self.width(of: String(rest))))
      while count > 1, self.width(of: String(rest.prefix(count))) > width { count -= 1 }
      pieces.append(String(rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
    return pieces + [String(rest)]
  }
}
