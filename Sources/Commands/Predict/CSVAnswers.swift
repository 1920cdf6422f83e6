import DigitData
import NeuralNet
import Recognition
import Training

/// Reads a CSV file of any length and writes what comes of each row.
struct CSVAnswers {
  /// Rows that go through the networks of a thread at once.
  private static let batch = 128
  private static let mostToldRows = 20

  private let job: PredictOptions.CSVJob
  private let console: Console
  private let isJSON: Bool

  /// Does `job`; what is not a result goes to the errors of `console`.
  init(_ job: PredictOptions.CSVJob, _ console: Console, isJSON: Bool) {
    self.job = job
    self.console = console
    self.isJSON = isJSON
  }

  /// Reads to the end, to the limit or until somebody wants it to stop; the rows done so far are kept then.
  func run(_ models: [Model], _ interruption: Interruption) throws -> ExitStatus {
    let recognizers = try (0..<Team.everyCore.threads).map { _ in
      try Recognizer(models, batch: CSVAnswers.batch, team: Team(threads: 1))
    }
    let source = try CSVRecognizer(path: job.path, recognizers: recognizers)
    let results = try CSVResults(job.output, console, isJSON: isJSON)
    var tally = AnswerTally()
    var progress = CSVProgress(console, limit: job.limit)
    var isInterrupted = false
    while results.hasReader {
      let rows = source.next(atMost: job.limit - tally.count)
      if rows.isEmpty { break }
      count(rows, in: &tally, tellsErrors: !results.explainsErrors)
      try results.write(rows)
      progress.show(tally.count)
      isInterrupted = interruption.isRequested()
      if isInterrupted { break }
    }
    try results.finish()
    progress.finish(tally, isInterrupted: isInterrupted)
    return isInterrupted ? .interrupted : tally.status
  }

  /// Counts `rows`; bad ones are told one by one up to a limit, since a damaged file may have millions.
  private func count(_ rows: [RecognizedRow], in tally: inout AnswerTally, tellsErrors: Bool) {
    for row in rows {
      switch row.result {
      case .success(let answer): tally.add(answer, isCorrect: row.isCorrect)
      case .failure(let error):
        tally.addError()
        guard tellsErrors, tally.errors <= CSVAnswers.mostToldRows else { continue }
        let last = tally.errors == CSVAnswers.mostToldRows ? "; further bad rows are only counted" : ""
        console.note("\(Program.predict.name): \(OneLine.text("\(error)"))\(last)")
      }
    }
  }
}
