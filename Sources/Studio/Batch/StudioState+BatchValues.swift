import Charts

extension StudioState {
  /// The numbers of the batch screen as JSON.
  package var batchValues: [(key: String, value: String)] {
    let tally = batch.tally
    let isDone = batch.phase != .running && batch.phase != .waiting && batch.phase != .empty
    return [
      ("rows", "\(tally.count)"), ("read", "\(tally.read)"), ("bad", "\(tally.bad)"),
      ("accuracy", tally.accuracy.map { "\($0)" } ?? "null"), ("unsure", "\(tally.unsure)"),
      ("rate", NumberText.plain(batch.rate, 1)), ("seconds", NumberText.plain(batch.seconds, 3)),
      ("listed", "\(batch.listed)"), ("selected", batch.selected.map { "\($0)" } ?? "null"), ("done", "\(isDone)"),
    ]
  }

  /// One plain sentence about the selected row.
  package var batchReadOut: String {
    guard let number = batch.selected, number < batch.table.count else { return "" }
    let row = batch.table[number]
    let start = "Row \(NumberText.grouped(number))"
    guard row.status != .bad else { return "\(start): \(troubleWords(of: number))" }
    guard let digit = row.digit else { return "\(start): no ink." }
    let label = row.label.map { ", labelled \($0)" } ?? ""
    return "\(start): read as \(digit)\(label). \(row.verdict.words)."
  }

  /// The right half of the status line.
  var batchStatus: String {
    guard batch.tally.count > 0 else { return "" }
    let count = NumberText.counted(batch.tally.count, "row", "rows")
    return batch.phase == .running
      ? "\(count), \(NumberText.fixed((batch.share * 100).rounded(.down), 0)) percent" : "\(count), \(batch.modelName)"
  }
}
