public import NeuralNet

/// Why training cannot begin, go on or be saved.
public enum TrainingError: Error, Equatable, CustomStringConvertible {
  /// There is nothing to train with.
  case noPictures
  /// The network does not take digits or does not give ten answers.
  case notForDigits(reason: String)
  case kernel(KernelError)
  /// A checkpoint cannot be used.
  case checkpoint(path: String, reason: String)
  case file(FileError)

  public var description: String {
    switch self {
    case .noPictures: "there are no labelled pictures to train with"
    case .notForDigits(let reason): "the network does not fit digits: \(reason)"
    case .kernel(let error): "\(error)"
    case .checkpoint(let path, let reason): "\(path): \(reason)"
    case .file(let error): "\(error)"
    }
  }
}
