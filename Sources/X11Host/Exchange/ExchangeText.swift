/// Text of other programs made fit to stand in a notice.
package enum ExchangeText {
  /// At most 80 characters without anything that moves the pen or turns the writing round.
  package static func short(_ text: String) -> String {
    let visible = text.unicodeScalars.lazy.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: false
      default: true
      }
    }
    var cut = String.UnicodeScalarView(visible.prefix(81))
    guard cut.count == 81 else { return String(cut) }
    cut.removeLast(2)
    return String(cut) + "…"
  }

  /// The first names of `total` things in one line.
  package static func list(_ names: [String], total: Int) -> String {
    names.map(short).joined(separator: ", ") + (total > names.count ? " and \(total - names.count) more" : "")
  }
}
