/// A number that was read, sign by sign.
public struct NumberReading: Equatable, Sendable {
  /// The lines from top to bottom, each from left to right.
  public let lines: [[NumberSymbol]]
  /// Whether there is more ink than any number has, so that nothing was read.
  public var isTooMuch = false

  /// Nothing on the paper.
  static let blank = NumberReading(lines: [])

  /// The same, made of no strokes.
  var withoutStrokes: NumberReading {
    NumberReading(
      lines: lines.map {
        $0.map { NumberSymbol(kind: $0.kind, answer: $0.answer, frame: $0.frame, box: $0.box, strokes: []) }
      }, isTooMuch: isTooMuch)
  }

  /// All signs in the order of reading.
  public var symbols: [NumberSymbol] { lines.flatMap { $0 } }

  /// The digits alone, in the order of reading.
  public var digits: [NumberSymbol] { symbols.filter { $0.digit != nil } }

  /// The number as text; several lines have line breaks between them.
  public var text: String { lines.map { $0.map(\.text).joined() }.joined(separator: "\n") }

  /// Whether all of it is to be relied on: `blank` without ink, `unsure` where there is ink but no digit.
  public var status: Answer.Status {
    guard isTooMuch || !symbols.isEmpty else { return .blank }
    let answers = digits.compactMap(\.answer)
    return !answers.isEmpty && answers.allSatisfy { $0.status == .ok } ? .ok : .unsure
  }
}
