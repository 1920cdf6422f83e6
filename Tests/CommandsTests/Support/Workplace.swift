import Commands
import Foundation
import NeuralNet
import Synchronization
import Training

/// A directory of its own for one test, in which the program is run as if by a user who has nothing else.
final class Workplace: Sendable {
  /// A small network that learns the synthetic digits in two epochs.
  static let network = "conv 4 3, relu, pool 4, flatten, dense 10"
  let path: String
  private let program: Program

  init(_ program: Program = .train) throws {
    self.program = program
    path = FileManager.default.temporaryDirectory.path + "/inkling-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// What a run of the program left behind.
  struct Outcome {
    let status: ExitStatus
    let output: String
    let errors: String
  }

  /// The path of something in the directory.
  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Runs the program; after `batches` batches somebody presses Ctrl-C.
  func run(_ arguments: String..., interruptedAfter batches: Int = .max) throws -> Outcome {
    try run(arguments, interruptedAfter: batches)
  }

  /// Runs the program with a list of arguments.
  func run(_ arguments: [String], interruptedAfter batches: Int = .max) throws -> Outcome {
    let (output, errors) = (file("output-\(UUID().uuidString)"), file("errors-\(UUID().uuidString)"))
    let descriptors = [output, errors].map { (path: String) in open(path, O_WRONLY | O_CREAT, 0o600) }
    defer {
      for descriptor in descriptors { close(descriptor) }
      for name in [output, errors] { unlink(name) }
    }
    let status = run(arguments, output: descriptors[0], errors: descriptors[1], interruptedAfter: batches)
    return Outcome(
      status: status, output: try String(contentsOfFile: output, encoding: .utf8),
      errors: try String(contentsOfFile: errors, encoding: .utf8))
  }

  /// Runs the program with open files to write to.
  func run(
    _ arguments: [String], output: Int32, errors: Int32, variables: [String: String] = [:],
    interruptedAfter batches: Int = .max
  ) -> ExitStatus {
    let environment = ["HOME": path, "XDG_DATA_DIRS": file("share")].merging(variables) { $1 }
    let console = Console(output: output, errors: errors, environment: environment)
    let asked = Counter()
    let interruption = Interruption { asked.next() >= batches }
    return program.run(
      arguments,
      in: CommandContext(
        // The models that the tests' own program finds beside its sources are not part of the place.
        console: console, environment: environment,
        models: ModelLocation(environment: environment, executable: nil)
      ) { interruption })
  }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String { try write(Array(text.utf8), to: name) }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let url = URL(fileURLWithPath: file(name))
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return url.path
  }

  /// The bytes of a file.
  func bytes(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: file(name))) }

  /// A JSON object in a file.
  func object(_ name: String) throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: try bytes(name)) as? [String: Any] ?? [:]
  }

  /// Writes a CSV file of digits that are easy to tell apart: each has its own two bright rows, with noise.
  func csv(_ name: String = "digits.csv", count: Int = 200, seed: UInt64 = 1) throws -> String {
    var generator = SeededGenerator(seed: seed, stream: .sampling)
    var text = ""
    for index in 0..<count {
      let digit = index % 10
      let pixels = (0..<784).map { place in
        UInt8(generator.next() >> 58) + (place / 56 == digit + 2 ? 180 : 0)
      }
      text += "\(digit)," + pixels.map(String.init).joined(separator: ",") + "\n"
    }
    return try write(text, to: name)
  }

  /// The arguments of a short run on the digits that `csv` has written.
  func training(_ output: String, _ more: String...) -> [String] {
    [
      "train", "--arch", Workplace.network, "--csv", file("digits.csv"), "--output", file(output), "--no-figures",
      "--epochs", "2", "--batch", "16", "--learning-rate", "0.01", "--threads", "1", "--precision", "f32",
    ] + more
  }
}

/// Counts how often it is asked.
private final class Counter: Sendable {
  private let count = Atomic<Int>(0)

  func next() -> Int { count.add(1, ordering: .relaxed).newValue }
}
