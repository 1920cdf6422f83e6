import DigitData
import Glibc
import NeuralNet
import Training

/// Where a training is kept from start to start: while one window has it, no other takes it.
struct LearnSlot: Sendable {
  private let files: ModelDirectory
  /// Goes with the process, however that ends.
  private let lock: FileLock

  /// What was kept.
  struct Contents {
    var checkpoint: Checkpoint
    var csv: String?
    var folder: String?
    /// Whether it was running.
    var plays: Bool
  }

  /// The directory of the slot among what is kept from start to start.
  static func directory(in state: String) -> String { state + "/learn" }

  /// Whether something was left there.
  static func holdsRun(in state: String) -> Bool {
    FilePath(ModelDirectory(directory(in: state)).checkpoint).isFile
  }

  /// Takes the slot in a state directory; nil where another window has it.
  init?(in state: String) throws(FileTrouble) {
    files = ModelDirectory(LearnSlot.directory(in: state))
    do throws(DataFileError) {
      try PrivateDirectory.create(files.path)
      guard let lock = try FileLock(path: files.path + "/lock", isCancelled: { true }) else { return nil }
      self.lock = lock
    } catch {
      throw LearnSlot.trouble(error.reason)
    }
  }

  /// Writes where a run is.
  func save(_ checkpoint: Checkpoint, _ configuration: RunConfiguration, plays: Bool) throws(FileTrouble) {
    do throws(FileError) {
      try files.write(configuration)
      try checkpoint.write(to: files.checkpoint)
      if plays { try AtomicFile.write("", to: mark) } else { unlink(mark) }
    } catch {
      throw LearnSlot.trouble(error.reason)
    }
  }

  /// Reads what was kept.
  func load() throws -> Contents {
    let checkpoint = try Checkpoint.read(from: files.checkpoint)
    let configuration = files.storedConfiguration
    return Contents(
      checkpoint: checkpoint, csv: configuration?.csv, folder: configuration?.data, plays: FilePath(mark).isFile)
  }

  /// Forgets what was kept.
  func clear() {
    for path in [files.checkpoint, files.configuration, mark] { unlink(path) }
  }

  private var mark: String { files.path + "/playing" }

  private static func trouble(_ reason: String) -> FileTrouble {
    FileTrouble("What is learned cannot be kept on the disk: \(reason); it stays in memory and training goes on")
  }
}
