import DigitData
import NeuralNet
import Recognition
import Synchronization

/// Reads and recognises all rows of a source on a quiet thread, and tells now and then how far it is.
final class BatchRun: Sendable {
  /// What it tells, in this order: what was opened, how far it is, the end.
  enum Report: Sendable {
    case opened(BatchInput)
    case progressed(BatchProgress)
    /// What a file has become since it was opened comes with the end.
    case ended(BatchEnd, CSVFile.Fate)
  }

  typealias Tell = @Sendable (Report) -> Void

  /// More rows would not have room in memory beside the rest.
  static let mostRows = 10_000_000
  private static let betweenReports = Duration.milliseconds(100)

  private let paths: [String]
  private let limit: Int
  private let model: Model
  private let isCancelled = Atomic(false)

  /// Asks `model` about at most `limit` rows of what the paths lead to.
  init(_ paths: [String], limit: Int, model: Model) {
    (self.paths, self.limit, self.model) = (paths, min(limit, BatchRun.mostRows), model)
  }

  /// Begins.
  func start(_ tell: @escaping Tell) { QuietThread.start { self.run(tell) } }

  /// Ends soon.
  func cancel() { isCancelled.store(true, ordering: .relaxed) }

  private func run(_ tell: Tell) {
    do {
      let input = try BatchInput.open(paths) { [self] in !isCancelled.load(ordering: .relaxed) }
      tell(.opened(input))
      try read(input, tell)
    } catch {
      tell(.ended(.failed("\(error)"), .same))
    }
  }

  private func read(_ input: BatchInput, _ tell: Tell) throws {
    let team = Team.everyCore
    let recognizer = try Recognizer([model], batch: input.portion, team: team)
    let source: any DigitRows
    let position: () -> Double
    switch input {
    case .table(let file):
      let reader = try file.reader()
      source = reader
      position = { Double(reader.position) / Double(max(1, file.size)) }
    case .pictures(let list):
      source = PictureRows(list.files, team: team)
      position = { 0 }
    }
    let rows = RowRecognizer(source, recognizer: recognizer)
    var notes = BatchNotes(total: input.count.map { min($0, limit) }, limit: limit)
    while !isCancelled.load(ordering: .relaxed), notes.tally.count < limit {
      let found = rows.next(atMost: limit - notes.tally.count)
      if found.isEmpty { break }
      notes.add(found)
      if notes.wantsReport(after: BatchRun.betweenReports) { tell(.progressed(notes.report(position: position()))) }
    }
    let isWhole = !isCancelled.load(ordering: .relaxed)
    tell(.progressed(notes.report(position: isWhole ? 1 : position())))
    tell(.ended(isWhole ? .done : .cancelled, input.fate))
  }
}

extension BatchInput {
  /// What has become of the file.
  fileprivate var fate: CSVFile.Fate {
    switch self {
    case .table(let file): file.fate
    case .pictures: .same
    }
  }
}
