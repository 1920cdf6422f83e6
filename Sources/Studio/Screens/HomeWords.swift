/// The text of the first screen.
enum HomeWords {
  static let introduction =
    "A small neural network on this computer looks at your ink and says which digit it is, how sure it is, "
    + "and when it is not sure. Nothing leaves this computer, and nothing you draw is lost."

  static let tips = [
    "One digit, or with N a whole number",
    "Any size, any place: it is centred for you",
    "Right button or pen’s other end erases",
    "Drop or paste a photograph of a digit",
    "“Not sure” means it: look at the bars",
    "F1 shows every key",
  ]
}
