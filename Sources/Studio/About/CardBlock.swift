/// A piece of a text such as the card of a model.
package enum CardBlock: Equatable, Sendable {
  case heading(level: Int, String)
  case paragraph(String)
  case item(String)
  case code([String])
  /// Rows of cells; the first is the head.
  case table([[String]])
}
