import DigitData
import Training

/// Where the pictures of a run come from.
struct DigitSource: Equatable {
  /// The directory that was named for MNIST.
  let directory: String?
  /// A CSV file to train on instead.
  let csv: String?
  let isOffline: Bool
  let environment: [String: String]

  /// Takes `--data`, `--csv` and `--offline`.
  init(_ values: OptionValues, environment: [String: String]) {
    directory = values.text("data")
    csv = values.text("csv")
    isOffline = values.isOn("offline")
    self.environment = environment
  }

  /// The set of digits in the directory, in `$INKLING_DATA` or in the cache, which is filled when it is empty.
  func mnist(_ console: Console, _ interruption: Interruption, isOffline: Bool? = nil) throws(MNISTError) -> MNIST {
    var options = MNISTOptions(environment: environment)
    options.isOffline = isOffline ?? self.isOffline
    var report = DownloadReport(console)
    return try MNIST.load(
      from: directory, options: options, progress: { report.show($0) }, isCancelled: interruption.isRequested)
  }

  /// The digits of a CSV file, which must have labels.
  static func labelled(csv path: String) throws -> DigitSet {
    let digits = try CSVDigits.load(from: path)
    guard !digits.labels.isEmpty else {
      throw CommandFailure(
        .data, "\(path): no labels; give a file with a column 'label', or 785 columns without a header")
    }
    return digits
  }
}
