public import Ink

extension InkSet {
  /// Letters and signs that somebody writes as another writes a digit: neither digits nor good examples of what is none.
  public static let lookAlikes = Set("OoIil|ZzSsBbGgqQD".map(String.init))
  /// Signs that are drawn like a digit or like part of one; letters among them would be missed.
  private static let ambiguousSigns = Set("/\\()[]!'`,.{}~".map(String.init))

  /// Takes `drawing` in by its label: a digit, or a mark that is none. Returns false where it has no label.
  public mutating func add(_ drawing: Drawing) -> Bool {
    guard let label = drawing.label, !label.isEmpty else { return false }
    let digit = Int(label).flatMap { label.count == 1 && 0...9 ~= $0 ? $0 : nil }
    if digit == nil, InkSet.lookAlikes.contains(label) || InkSet.ambiguousSigns.contains(label) { return true }
    items.append(Item(strokes: drawing.strokes, digit: digit, writer: drawing.writer ?? "", label: label))
    return true
  }
}
