package import Recognition

/// What the network made of the drawing as a number.
package struct ReadNumber: Equatable, Sendable {
  /// What a reading follows from.
  package struct Source: Equatable, Sendable {
    /// The state of the drawing.
    package var revision: Int
    /// The directory of the model.
    package var model: String
    package var penWidth: Double
  }

  /// What was read.
  package var source: Source
  package var reading: NumberReading
  /// Units of the canvas in one of the reading's boxes: they are pixels where there is a picture.
  package var unit = 1.0
  /// From ink to number.
  package var time = Duration.zero

  /// The digits, minus signs and points in the order of reading.
  package var signs: [NumberSymbol] { reading.symbols }

  /// The number as other programs take it.
  package var text: String { reading.text }

  /// The number as it is shown: on one line, with a true minus sign.
  package var shownText: String { reading.lines.map { $0.map(\.shownText).joined() }.joined(separator: "  ") }

  /// What was read of one of its digits; nothing where there is none.
  func digit(_ index: Int?) -> Reading {
    let digits = reading.digits
    var reading = Reading.blank(revision: source.revision)
    (reading.number, reading.time) = (self, time)
    guard let index, digits.indices.contains(index), let answer = digits[index].answer else { return reading }
    (reading.answer, reading.verdict) = (answer, Reading.Verdict(answer))
    guard let image = digits[index].frame else { return reading }
    (reading.image, reading.inkBox, reading.centerOfMass) = (image, image.inkBox, image.centerOfMass)
    return reading
  }
}

extension NumberSymbol {
  /// The sign as it is shown.
  var shownText: String { kind == .minus ? "−" : text }

  /// Whether somebody should look at it again.
  var isUnsure: Bool { answer.map { $0.status != .ok } ?? false }
}
