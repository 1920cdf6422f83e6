/// Why a model file cannot be used, in one line that names the file and says what to do.
public enum ModelFileError: Error, Equatable, CustomStringConvertible {
  /// The system cannot open, read or write the file.
  case file(FileError)
  /// The file is not safetensors, or only a part of it.
  case damaged(path: String, reason: String)
  /// A tensor is missing, unknown, misplaced, or holds what no network can use.
  case badTensor(path: String, tensor: String, reason: String)
  /// A value of the metadata is missing or cannot be understood.
  case badMetadata(path: String, key: String, reason: String)
  /// The model was made for pictures that this program does not know how to prepare.
  case newerPreprocessing(path: String, version: Int, known: Int)
  /// The weights are not numbers any more; nothing was written.
  case unusableWeights(path: String, tensor: String)

  public var description: String {
    switch self {
    case .file(let error): error.description
    case .damaged(let path, let reason):
      "\(path) is not a complete model file: \(reason); copy the file again or train the model again"
    case .badTensor(let path, let tensor, let reason):
      "\(path): tensor '\(SpecError.excerpt(tensor))' \(reason); the weights do not belong to this network, export the model again"
    case .badMetadata(let path, let key, let reason):
      "\(path): metadata '\(key)' \(reason); save the model again with inkling-train"
    case .newerPreprocessing(let path, let version, let known):
      "\(path) needs preprocessing version \(version), this program knows \(known); install a newer Inkling"
    case .unusableWeights(let path, let tensor):
      "\(path) was not written: tensor '\(tensor)' holds values that are infinite or not a number; train with a lower learning rate"
    }
  }
}
