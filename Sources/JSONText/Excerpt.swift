/// Strange text, made fit for a message.
package enum Excerpt {
  /// The beginning of `text` as it may stand in a one-line message: short, without control characters.
  package static func of(_ text: some StringProtocol) -> String {
    let line = String(
      text.unicodeScalars.prefix(60).map {
        $0.properties.isDefaultIgnorableCodePoint || $0.value < 32 || (127..<160).contains($0.value)
          ? "?" : Character($0)
      })
    return text.unicodeScalars.count > 60 ? line + "…" : line
  }
}
