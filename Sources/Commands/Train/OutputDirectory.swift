import Glibc
import NeuralNet
import Training

/// The directory that a run writes to, checked before anything else is done.
struct OutputDirectory {
  let files: ModelDirectory
  /// The directories that were made for it, the innermost last.
  private let made: [String]

  /// Makes the directory at `path`, or takes an empty one; one with something in it only where `mayReplace`.
  init(_ path: String, mayReplace: Bool) throws(CommandFailure) {
    files = ModelDirectory(path)
    if FilePath(path).isDirectory, !mayReplace, !FilePath(path).names.isEmpty {
      throw CommandFailure(
        .failed, "\(path) is not empty; give another directory with --output, or --force to replace what it holds")
    }
    made = try OutputDirectory.make(path)
    try OutputDirectory.checkWritable(path)
  }

  /// Takes away what belongs to an older run and would be taken for this one's.
  func clear() {
    for path in [files.checkpoint, files.metrics, files.history] { unlink(path) }
  }

  /// Removes the directories that were made, where nothing has come into them.
  func removeIfEmpty() {
    for path in made.reversed() { rmdir(path) }
  }

  private static func make(_ path: String) throws(CommandFailure) -> [String] {
    if FilePath(path).isDirectory { return [] }
    var made: [String] = []
    let parent = FilePath(path).parent
    if parent != path, parent != "." { made = try make(parent) }
    guard mkdir(path, 0o777) == 0 || FilePath(path).isDirectory else { throw failure(path) }
    return made + [path]
  }

  private static func checkWritable(_ path: String) throws(CommandFailure) {
    let probe = FilePath(path).appending(".inkling-\(getpid()).tmp")
    let descriptor = open(probe, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(path) }
    close(descriptor)
    unlink(probe)
  }

  private static func failure(_ path: String) -> CommandFailure {
    let reason = FilePath(path).isFile ? "it is not a directory" : String(cString: strerror(errno))
    return CommandFailure(.failed, "cannot write to \(path): \(reason); give another directory with --output")
  }
}
