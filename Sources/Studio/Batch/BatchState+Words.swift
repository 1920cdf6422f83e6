import Charts

extension BatchState {
  /// Whether the run stopped before its end.
  var isStopped: Bool {
    switch phase {
    case .cancelled, .failed: true
    case .empty, .waiting, .running, .done: false
    }
  }

  /// How many rows a filter lists, whatever digit is chosen.
  func count(of kind: BatchFilter.Kind) -> Int {
    switch kind {
    case .all: tally.count
    case .wrong: tally.wrong
    case .unsure: tally.unsure
    case .bad: tally.bad
    }
  }

  /// How far it is, or what it came to.
  var progressWords: String {
    let count = NumberText.grouped(tally.count)
    switch phase {
    case .empty: return ""
    case .waiting: return "Waiting for the model"
    case .running:
      return tally.count == 0 ? "Opening" : "\(count) of \(hasFiles ? "" : "about ")\(NumberText.grouped(estimate))"
    case .done: return "\(count) done"
    case .cancelled: return "Cancelled after \(count)"
    case .failed: return tally.count == 0 ? "Could not be opened" : "Failed after \(count)"
    }
  }

  /// How long it goes on, or took.
  var timeWords: String {
    guard tally.count > 0 else { return "" }
    if phase == .running {
      guard share > 0, seconds > 0.5 else { return "" }
      return BatchState.time(seconds * (1 - share) / share) + " left"
    }
    return BatchState.time(seconds)
  }

  /// Such as "0.4 s", "12 s", "3 min 20 s".
  static func time(_ seconds: Double) -> String {
    if seconds < 9.95 { return NumberText.fixed(seconds, 1) + " s" }
    let whole = Int(min(seconds, 1e6).rounded())
    return whole < 100 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
  }

  /// Rows each second, two digits that mean something.
  var rateWords: String {
    guard rate > 0 else { return NumberText.none }
    let unit = rate >= 1_000 ? 100 : rate >= 100 ? 10 : 1
    return NumberText.grouped(Int((rate / Double(unit)).rounded()) * unit) + (hasFiles ? " files/s" : " rows/s")
  }

  /// The rows that can be seen, by their place in the list.
  func visible(rowsOnPage: Double) -> [(position: Int, row: Int)] {
    let first = max(0, Int(firstRow))
    let end = min(listed, Int((firstRow + rowsOnPage).rounded(.up)))
    return (first..<max(first, end)).compactMap { position in row(at: position).map { (position, $0) } }
  }

  /// Why a row counts as unsure.
  func reason(of row: BatchRow) -> String? {
    guard row.status == .unsure, let digit = row.digit else { return nil }
    if let sureFrom, row.confidence < sureFrom {
      return "Unsure: \(NumberText.probability(row.confidence)) is below \(NumberText.percent(sureFrom, 0)) %"
    }
    return row.isNotDigit
      ? "Unsure: it looks little like any digit, closest \(digit)" : "Unsure: the models do not agree"
  }
}

extension BatchFilter.Kind {
  /// What stands on its segment.
  var title: String {
    switch self {
    case .all: "All"
    case .wrong: "Wrong"
    case .unsure: "Unsure"
    case .bad: "Bad rows"
    }
  }
}

extension BatchFilter.Part {
  /// What stands on the button.
  var words: String {
    switch self {
    case .any: "any"
    case .digit(let digit): "\(digit)"
    case .cell(let written, let read): "\(written) as \(read)"
    }
  }
}
