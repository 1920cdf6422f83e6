import Training

/// Benchmarks as a table for people.
enum BenchmarkTable {
  private static let widths = [10, 9, 8, 6, 12, 11, 10, 14, 8, 12, 12]

  /// The heads of the columns.
  static var head: String {
    row([
      "arch", "precision", "threads", "batch", "train img/s", "answer µs", "p99 µs", "one thread µs", "ink µs",
      "batch img/s",
      "parameters",
    ])
  }

  /// One row.
  static func row(_ benchmark: Benchmark) -> String {
    row([
      benchmark.arch.count > 10 ? "custom" : benchmark.arch, benchmark.precision, "\(benchmark.threads)",
      "\(benchmark.batch)", whole(benchmark.trainImagesPerSecond), one(benchmark.predictMicrosecondsMedian),
      one(benchmark.predictMicrosecondsP99), one(benchmark.predictMicrosecondsOneThread),
      one(benchmark.inkToAnswerMicrosecondsMedian),
      whole(benchmark.batchImagesPerSecond), DecimalText.grouped(benchmark.parameters),
    ])
  }

  private static func whole(_ value: Double) -> String { DecimalText.grouped(Int(value)) }

  private static func one(_ value: Double) -> String { DecimalText.fixed(value, 1) }

  private static func row(_ cells: [String]) -> String { Columns.text(cells, widths: widths, leading: 2) }
}
