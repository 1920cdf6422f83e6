extension Font {
  /// The title of a screen, a panel or a figure; on lines of 26.
  public static let title = Font(size: 18, weight: .bold)
  /// The title of a section or a chart; on lines of 22.
  public static let section = Font(size: 15, weight: .bold)
  /// Running text, tables; on lines of 20.
  public static let body = Font(size: 14)
  /// Running text that stands out; on lines of 20.
  public static let bodyBold = Font(size: 14, weight: .bold)
  /// Second lines, heads, status; on lines of 18.
  public static let secondary = Font(size: 13)
  /// Second lines that stand out; on lines of 18.
  public static let secondaryBold = Font(size: 13, weight: .bold)
  /// Ticks and captions, the smallest size there is; on lines of 16.
  public static let caption = Font(size: 12)
  /// Captions that stand out; on lines of 16.
  public static let captionBold = Font(size: 12, weight: .bold)

  /// The longest beginning of `text` that fits `width`, with "…" where something was left out.
  public func fitted(_ text: String, width: Double) -> String {
    guard self.width(of: text) > width else { return text }
    var kept = text
    while !kept.isEmpty, self.width(of: kept + "…") > width { kept.removeLast() }
    return kept.isEmpty ? "" : kept + "…"
  }
}
