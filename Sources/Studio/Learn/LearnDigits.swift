import DigitData
import Training

/// The digits that a training learns from, kept while runs use the same.
struct LearnDigits {
  /// Where they are from.
  struct Source: Equatable {
    var csv: String?
    var folder: String?
  }

  let source: Source
  private let digits: DigitSet?
  private let mnist: MNIST?

  /// Why a CSV file cannot be trained with.
  struct Trouble: Error, CustomStringConvertible {
    let description: String
  }

  /// Reads them, or fetches them where `options` let it; `isCancelled` is asked several times a second.
  init(
    _ source: Source, options: MNISTOptions, progress: @escaping (DownloadProgress) -> Void,
    isCancelled: @escaping () -> Bool
  ) throws {
    self.source = source
    guard let csv = source.csv else {
      digits = nil
      mnist = try MNIST.load(from: source.folder, options: options, progress: progress, isCancelled: isCancelled)
      return
    }
    let digits = try CSVDigits.load(from: csv)
    guard !digits.labels.isEmpty else {
      throw Trouble(
        description: "\(SafeName.last(of: csv)): no labels; give a file with a column “label”, or 785 columns")
    }
    self.digits = digits
    // Fetching MNIST is not what was asked for.
    var offline = options
    offline.isOffline = true
    mnist = try? MNIST.load(options: offline)
  }

  /// The digits divided as a run wants them.
  func pictures(_ options: TrainingOptions) throws -> RunPictures {
    if let csv = source.csv, let digits {
      guard let pictures = RunPictures(digits, csv: csv, testedOn: mnist, options: options) else {
        throw Trouble(description: "\(SafeName.last(of: csv)): too few digits to train and to test with")
      }
      return pictures
    }
    guard let mnist else { throw TrainingError.noPictures }
    return RunPictures(mnist, options: options)
  }
}
