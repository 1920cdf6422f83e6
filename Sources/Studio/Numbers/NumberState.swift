import Recognition

/// The number on the canvas: what was read of it, and which of its digits is looked at.
package struct NumberState: Equatable {
  /// The last reading, perhaps of older ink.
  package internal(set) var read: ReadNumber?
  /// What was asked for last.
  var asked: ReadNumber.Source?
  /// The digit that somebody has chosen, and the state of the drawing then.
  private var choice: Choice?

  private struct Choice: Equatable {
    var digit: Int
    var revision: Int
  }

  /// No number.
  package init() {}

  /// The digit whose bars are shown: the chosen one, otherwise the one with the newest ink; nil where there is none.
  package var chosen: Int? {
    guard let read else { return nil }
    let digits = read.reading.digits
    if let choice, choice.revision == read.source.revision, digits.indices.contains(choice.digit) {
      return choice.digit
    }
    // In a picture nothing is newer than the rest.
    let newest = digits.map { $0.strokes.last ?? -1 }.max()
    return digits.firstIndex { ($0.strokes.last ?? -1) == newest }
  }

  /// Chooses the digit at a place, the first or the last where there is none.
  mutating func choose(_ place: Int) {
    guard let read, !read.reading.digits.isEmpty else { return }
    let digit = min(read.reading.digits.count - 1, max(0, place))
    choice = Choice(digit: digit, revision: read.source.revision)
  }
}
