import NeuralNet
import Training

/// A file that a command writes, and that it replaces only when it is told to.
enum OutputFile {
  /// What it is told with.
  static let force = Option("force", .none, "replaces the file that is there already")

  /// Refuses a path at which there is something, named with `option`, unless it may be replaced.
  static func check(_ path: String, of option: String, _ values: OptionValues) throws(CommandFailure) {
    guard values.isOn(force.name) || !FilePath(path).isFile else {
      throw CommandFailure(.failed, "\(path) exists; give another file with --\(option), or --force to replace it")
    }
  }
}
