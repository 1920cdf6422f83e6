/// Strange text made fit for one line of a terminal.
enum OneLine {
  /// `text` without line ends and other control characters: an argument or a file name may hold any.
  static func text(_ text: String) -> String {
    String(text.unicodeScalars.map { $0.value < 32 || (127..<160).contains($0.value) ? "?" : Character($0) })
  }
}
