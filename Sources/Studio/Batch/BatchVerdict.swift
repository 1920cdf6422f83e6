import Toolkit

/// What is said of a row: whether it is right, and whether it is sure.
struct BatchVerdict: Equatable {
  var words: String
  var icon: Icon?
  var tone: Tone
  /// Whether there is nothing to look at.
  var isQuiet: Bool
}

extension BatchRow {
  /// What is said of the row.
  var verdict: BatchVerdict {
    switch (status, isCorrect) {
    case (.bad, _): BatchVerdict(words: "Not read", icon: .warning, tone: .bad, isQuiet: false)
    case (.blank, false): BatchVerdict(words: "Wrong, no ink", icon: .close, tone: .bad, isQuiet: false)
    case (.blank, _): BatchVerdict(words: "No ink", icon: nil, tone: .muted, isQuiet: true)
    case (.unsure, false): BatchVerdict(words: "Wrong, unsure", icon: .close, tone: .bad, isQuiet: false)
    case (.unsure, true): BatchVerdict(words: "Right, unsure", icon: .check, tone: .warn, isQuiet: false)
    case (.unsure, _): BatchVerdict(words: "Unsure", icon: .warning, tone: .warn, isQuiet: false)
    case (.sure, true): BatchVerdict(words: "Right", icon: .check, tone: .good, isQuiet: true)
    case (.sure, false): BatchVerdict(words: "Wrong", icon: .close, tone: .bad, isQuiet: false)
    case (.sure, _): BatchVerdict(words: "Sure", icon: .check, tone: .good, isQuiet: true)
    }
  }
}
