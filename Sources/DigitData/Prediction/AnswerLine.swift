import JSONText
package import Recognition

/// What came of one input as a line of JSON, written into bytes.
package enum AnswerLine {
  /// Adds the line of an answer with its line end; what there is not without ink is left out.
  package static func append(_ answer: Answer, index: Int, to text: inout [UInt8]) {
    start(index, answer.status.rawValue, &text)
    if let digit = answer.digit, let second = answer.second {
      text += ",\"digit\":".utf8
      ShareText.append(digit, to: &text)
      text += ",\"confidence\":".utf8
      ShareText.append(answer.confidence, to: &text)
      text += ",\"probabilities\":[".utf8
      for (place, share) in answer.probabilities.enumerated() {
        if place > 0 { text.append(UInt8(ascii: ",")) }
        ShareText.append(share, to: &text)
      }
      text += "],\"second\":".utf8
      ShareText.append(second, to: &text)
    }
    text += "}\n".utf8
  }

  /// Adds the line of a number with its line end.
  package static func append(_ number: NumberReading, index: Int, to text: inout [UInt8]) {
    start(index, number.status.rawValue, &text)
    text += ",\"text\":".utf8
    text += JSONWriter.string(number.text).utf8
    text += ",\"digits\":[".utf8
    for (place, symbol) in number.digits.enumerated() {
      text += (place > 0 ? ",{\"digit\":" : "{\"digit\":").utf8
      ShareText.append(symbol.digit ?? 0, to: &text)
      text += ",\"confidence\":".utf8
      ShareText.append(symbol.confidence, to: &text)
      let (low, size) = (symbol.box.low, symbol.box.size)
      text += ",\"box\":[".utf8
      text += [low.x, low.y, size.x, size.y].map(JSONWriter.number).joined(separator: ",").utf8
      text += "]}".utf8
    }
    text += "]}\n".utf8
  }

  /// Adds the line of an input that cannot be read, with its line end.
  package static func append(error message: String, index: Int, to text: inout [UInt8]) {
    start(index, "error", &text)
    text += ",\"message\":".utf8
    text += JSONWriter.string(message).utf8
    text += "}\n".utf8
  }

  private static func start(_ index: Int, _ status: String, _ text: inout [UInt8]) {
    text += "{\"index\":".utf8
    ShareText.append(index, to: &text)
    text += ",\"status\":\"".utf8
    text += status.utf8
    text.append(UInt8(ascii: "\""))
  }
}
