/// Why a session cannot be made.
public enum KernelError: Error, Equatable, CustomStringConvertible {
  /// The processor lacks the instructions for mixed precision.
  case precisionUnsupported
  /// oneDNN refused an operation.
  case refused(operation: String, status: Int)
  case outOfMemory(bytes: Int)

  public var description: String {
    switch self {
    case .precisionUnsupported: "this processor has no AVX512_BF16: use --precision f32 (or auto)"
    case .refused(let operation, let status): "oneDNN cannot do \(operation) (status \(status))"
    case .outOfMemory(let bytes): "not enough memory for \(bytes) bytes: use a smaller batch"
    }
  }
}
