public import NeuralNet

/// Why a model cannot recognise digits.
public enum RecognizerError: Error, Equatable, CustomStringConvertible {
  /// The network takes or gives something else than 28×28 values and ten.
  case notForDigits(model: String, reason: String)
  /// The network cannot be compiled.
  case kernel(KernelError)

  /// What is wrong, in one line.
  public var description: String {
    switch self {
    case .notForDigits(let model, let reason): "model '\(model)' is not for digits: \(reason)"
    case .kernel(let error): "\(error)"
    }
  }
}
