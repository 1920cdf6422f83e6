import Recognition

/// What was found in one input.
enum Finding {
  case digit(Answer)
  case number(NumberReading)
}
