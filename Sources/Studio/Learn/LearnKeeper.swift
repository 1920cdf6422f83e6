import DigitData
import Glibc
import NeuralNet
import Reports
import Training

/// Puts a model that was learned among the user's models, whole or not at all.
struct LearnKeeper {
  /// The directory of the user's models; nil where there is no home.
  let models: String?

  /// Why a model could not be kept.
  struct Trouble: Error, CustomStringConvertible {
    let description: String

    init(_ reason: String) {
      description = "The model could not be kept: \(reason). Free some space and press Keep model again"
    }
  }

  /// Tests the outcome once, writes its directory and gives its name.
  func keep(
    _ outcome: TrainingOutcome, title: String, configuration: RunConfiguration, pictures: RunPictures
  ) throws -> LearnState.Kept {
    guard let models else { throw Trouble("there is no home directory") }
    let results = try RunResults(outcome, configuration: configuration, pictures: pictures)
    let temporary = "\(models)/.\(title)-\(getpid()).tmp"
    LearnKeeper.remove(temporary)
    do {
      try PrivateDirectory.create(temporary)
      let files = ModelDirectory(temporary)
      try files.write(configuration)
      try results.write(to: files, hasFigures: true)
      let name = try LearnKeeper.rename(temporary, into: models, as: "\(title)-\(LocalTime.now.stamp)")
      return LearnState.Kept(name: name, accuracy: results.evaluation.accuracy)
    } catch {
      LearnKeeper.remove(temporary)
      throw Trouble(LearnKeeper.reason(of: error))
    }
  }

  /// Gives a directory its name, or that with a number where there is one already.
  private static func rename(_ path: String, into models: String, as name: String) throws -> String {
    for number in 1...100 {
      let name = number == 1 ? name : "\(name)-\(number)"
      guard !FilePath("\(models)/\(name)").isDirectory else { continue }
      guard Glibc.rename(path, "\(models)/\(name)") == 0 else { throw FileTrouble(FileTrouble.systemReason) }
      return name
    }
    throw FileTrouble("there are many models called \(name)")
  }

  /// Removes a directory of files.
  private static func remove(_ path: String) {
    guard FilePath(path).isDirectory else { return }
    for name in FilePath(path).names { unlink(FilePath(path).appending(name)) }
    rmdir(path)
  }

  private static func reason(of error: any Error) -> String {
    switch error {
    case let error as FileError: error.reason
    case ModelFileError.file(let error): error.reason
    case let error as DataFileError: error.reason
    default: "\(error)"
    }
  }
}
