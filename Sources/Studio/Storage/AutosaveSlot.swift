import DigitData
import Glibc

/// A place for one window's autosave: while the slot lives, no other window takes the same.
struct AutosaveSlot: Sendable {
  /// The file that the window writes.
  let journal: String
  /// Goes with the process, however that ends.
  private let lock: FileLock

  /// More windows than this have no autosave.
  private static let most = 32

  /// Takes the slot with the newest drawing that nobody owns any more, else one that is free.
  static func take(in directory: String) throws(FileTrouble) -> AutosaveSlot {
    do throws(DataFileError) {
      try PrivateDirectory.create(directory)
      let leftOver = paths(in: directory).compactMap { path in age(of: path).map { (path, $0) } }
      for (path, _) in leftOver.sorted(by: { $0.1 > $1.1 }) {
        if let slot = try AutosaveSlot(locking: path) { return slot }
      }
      for path in paths(in: directory) where age(of: path) == nil {
        if let slot = try AutosaveSlot(locking: path) { return slot }
      }
    } catch {
      throw .keptInMemory(error.reason)
    }
    throw .keptInMemory("there are \(most) windows already")
  }

  private init?(locking path: String) throws(DataFileError) {
    guard let lock = try FileLock(path: path + ".lock", isCancelled: { true }) else { return nil }
    (journal, self.lock) = (path, lock)
  }

  private static func paths(in directory: String) -> [String] {
    (1...most).map { "\(directory)/autosave-\($0).journal" }
  }

  /// When a journal was written last, in nanoseconds; nil where there is nothing in it.
  private static func age(of path: String) -> Int? {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_size > 0 else { return nil }
    return status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
  }
}
