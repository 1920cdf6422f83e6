import DigitData
import NeuralNet
import Recognition

/// Reads a CSV file of any length and writes what comes of each row.
final class CSVAnswers {
  /// Rows that go through the networks at once.
  static let batch = 1024
  private static let mostToldRows = 20

  private let source: RowRecognizer
  private let output: PredictOptions.Output?
  private let limit: Int
  private let console: Console
  private var results: CSVResults
  private var tally = AnswerTally()
  private var isInterrupted = false

  /// Opens the file of `job`; what is not a result goes to the errors of `console`.
  init(
    _ job: PredictOptions.CSVJob, _ recognizer: Recognizer, _ console: Console, isJSON: Bool
  ) throws(CSVError) {
    source = RowRecognizer(try CSVDigitReader(path: job.path), recognizer: recognizer)
    output = job.output
    limit = job.limit
    self.console = console
    results = CSVResults(file: job.output?.form, console, isJSON: isJSON)
  }

  /// Reads to the end, to the limit or until somebody wants it to stop; the rows done so far are kept then.
  func run(_ interruption: Interruption) throws(FileError) -> ExitStatus {
    var progress = CSVProgress(console, limit: limit)
    if let output {
      try AtomicFile.write(to: output.path) { (append) throws(FileError) in
        try answer(interruption, &progress, append)
        return true
      }
    } else {
      try answer(interruption, &progress) { (_) throws(FileError) in }
    }
    if results.hasReader { progress.finish(tally, isInterrupted: isInterrupted) }
    return isInterrupted ? .interrupted : tally.status
  }

  private func answer(
    _ interruption: Interruption, _ progress: inout CSVProgress, _ append: CSVResults.Append
  ) throws(FileError) {
    try results.writeHeading(append)
    while results.hasReader, !isInterrupted {
      let rows = source.next(atMost: limit - tally.count)
      if rows.isEmpty { return }
      count(rows)
      try results.write(rows, append)
      progress.show(tally.count)
      isInterrupted = interruption.isRequested()
    }
  }

  /// Counts `rows`; bad ones are told one by one up to a limit, since a damaged file may have millions.
  private func count(_ rows: [RecognizedRow]) {
    for row in rows {
      switch row.result {
      case .success(let answer): tally.add(answer.status, isCorrect: row.isCorrect)
      case .failure(let error):
        tally.addError()
        guard !results.explainsErrors, tally.errors <= CSVAnswers.mostToldRows else { continue }
        let last = tally.errors == CSVAnswers.mostToldRows ? "; further bad rows are only counted" : ""
        console.note("\(Program.predict.name): \(OneLine.text("\(error)"))\(last)")
      }
    }
  }
}
