import Recognition
import Training

/// How many inputs came to what.
struct AnswerTally: Equatable {
  private(set) var count = 0
  private(set) var errors = 0
  private var ok = 0
  private var unsure = 0
  private var blank = 0
  private var labelled = 0
  private var correct = 0

  /// Takes an answer; `isCorrect` is nil where nobody knows.
  mutating func add(_ status: Answer.Status, isCorrect: Bool?) {
    count += 1
    switch status {
    case .ok: ok += 1
    case .unsure: unsure += 1
    case .blank: blank += 1
    }
    guard let isCorrect else { return }
    labelled += 1
    correct += isCorrect ? 1 : 0
  }

  /// Takes an input that could not be read.
  mutating func addError() {
    count += 1
    errors += 1
  }

  /// The exit status that tells whether everything could be read.
  var status: ExitStatus { errors == 0 ? .done : .data }

  /// How many there are of each status, such as `12 ok, 1 unsure`.
  var statuses: String {
    let named = [(ok, "ok"), (unsure, "unsure"), (blank, "blank"), (errors, errors == 1 ? "error" : "errors")]
    return named.filter { $0.0 > 0 }.map { "\(DecimalText.grouped($0.0)) \($0.1)" }.joined(separator: ", ")
  }

  /// How many of the labelled inputs were read right; nil when none was labelled.
  var accuracy: String? {
    guard labelled > 0 else { return nil }
    let share = DecimalText.percent(Double(correct) / Double(labelled))
    return "accuracy \(share) % (\(DecimalText.grouped(correct)) of \(DecimalText.grouped(labelled)) with a label)"
  }
}
