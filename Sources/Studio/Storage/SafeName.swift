import Training

/// Names of files fit to be shown: whoever named them may have been hostile.
package enum SafeName {
  /// `text` in one line, without characters that hide, turn or break what stands around them.
  package static func text(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isStrange) else { return text }
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { safe.append(isStrange(scalar) ? "\u{FFFD}" : scalar) }
    return String(safe)
  }

  /// The last part of `path`, fit to be shown.
  package static func last(of path: String) -> String {
    let name = FilePath(path).lastName
    return text(name.isEmpty ? path : name)
  }

  private static func isStrange(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Control characters, separators of lines, and marks that change the direction of the text behind them.
    case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF, 0xFFF9...0xFFFB: true
    default: false
    }
  }
}
