import NeuralNet
import Recognition
import DigitData
import Training

/// What a program tells the shell when it ends.
public enum ExitStatus: Int32, Sendable {
  case done = 0
  case failed = 1
  case usage = 2
  case data = 3
  case model = 4
  case belowMinimum = 5
  case interrupted = 130

  /// The status that goes with an error.
  init(of error: any Error) {
    switch error {
    case let failure as CommandFailure: self = failure.status
    case is UsageError, is SpecError: self = .usage
    case MNISTError.download(.cancelled): self = .interrupted
    case is MNISTError, is CSVError, is DrawingError, is UnipenError, is DataFileError, is IDXError, is DownloadError,
      TrainingError.noPictures:
      self = .data
    case ModelFileError.file(.unwritable), ModelFileError.unusableWeights: self = .failed
    case is ModelFileError, TrainingError.checkpoint: self = .model
    case TrainingError.notForDigits: self = .usage
    default: self = .failed
    }
  }
}
