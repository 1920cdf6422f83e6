import Recognition

/// Recognised rows as rows of a CSV file, written into bytes: a hundred thousand must not take longer than reading them.
public enum RowText {
  /// The names of the columns, with a line end.
  public static let header =
    "index,label,prediction,confidence," + (0..<Probabilities.count).map { "p\($0)," }.joined() + "status,correct\n"

  /// Adds a row with its line end; what is not known is left empty.
  public static func append(_ row: RecognizedRow, to text: inout [UInt8]) {
    ShareText.append(row.index, to: &text)
    text.append(comma)
    if let label = row.label { ShareText.append(label, to: &text) }
    text.append(comma)
    append(row.result, to: &text)
    text.append(comma)
    if let isCorrect = row.isCorrect { text += (isCorrect ? "true" : "false").utf8 }
    text.append(UInt8(ascii: "\n"))
  }

  private static let comma = UInt8(ascii: ",")

  /// Digit, confidence, probabilities and status.
  private static func append(_ result: Result<Answer, RowError>, to text: inout [UInt8]) {
    guard case .success(let answer) = result, let digit = answer.digit else {
      for _ in 0..<Probabilities.count + 2 { text.append(comma) }
      if case .success(let answer) = result { text += answer.status.rawValue.utf8 } else { text += "error".utf8 }
      return
    }
    ShareText.append(digit, to: &text)
    text.append(comma)
    ShareText.append(answer.confidence, to: &text)
    text.append(comma)
    for share in answer.probabilities {
      ShareText.append(share, to: &text)
      text.append(comma)
    }
    text += answer.status.rawValue.utf8
  }
}
