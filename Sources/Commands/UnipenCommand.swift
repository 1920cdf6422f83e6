import DigitData
import Ink
import NeuralNet
import Training

/// `inkling-train data --import-unipen`: turns a UNIPEN release into a drawing file.
enum UnipenCommand {
  static let source = Option(
    "import-unipen", .text(placeholder: "DIR"),
    "turns a UNIPEN release (train_r01_v07: the directory with data and include) into drawings: isolated digits, "
      + "letters and symbols of data/1a to 1d with label, writer and strokes")
  static let output = Option("output", .text(placeholder: "FILE.ndjson"), "where --import-unipen writes the drawings")

  /// What was found on the way.
  private struct Tally {
    var drawings = 0
    var errors = 0
  }

  /// Does the work: what can be used is written even where something else cannot, and the status says so.
  static func run(_ values: OptionValues, in context: CommandContext) throws -> ExitStatus {
    guard let directory = values.text(source.name) else { throw UsageError("--output needs --import-unipen DIR") }
    guard let path = values.text(output.name) else {
      throw UsageError("--import-unipen needs --output FILE.ndjson for the drawings")
    }
    try OutputFile.check(path, of: output.name, values)
    let interruption = context.interruption()
    var tally = Tally()
    var isComplete = false
    let reader = try UnipenReader(directory: directory)
    try AtomicFile.write(to: path) { (append) throws(FileError) in
      isComplete = try write(reader, append, &tally, context.console, interruption)
      return isComplete && tally.drawings > 0
    }
    guard isComplete else { throw CommandFailure(.interrupted, "interrupted; \(path) was not written") }
    guard tally.drawings > 0 else { throw CommandFailure(.data, "\(directory) holds no labelled characters") }
    context.console.result("drawings         \(DecimalText.grouped(tally.drawings))")
    context.console.result("left out         \(DecimalText.grouped(tally.errors))")
    context.console.result("written to       \(path)")
    return tally.errors > 0 ? .data : .done
  }

  /// Writes one file's drawings after the other; false when the user wants to stop.
  private static func write(
    _ reader: UnipenReader, _ append: ([UInt8]) throws(FileError) -> Void, _ tally: inout Tally, _ console: Console,
    _ interruption: Interruption
  ) throws(FileError) -> Bool {
    for file in reader {
      if interruption.isRequested() { return false }
      var text = ""
      for drawing in file.drawings { text += drawing.line + "\n" }
      if !text.isEmpty { try append(Array(text.utf8)) }
      for error in file.errors { console.note(OneLine.text("\(error)")) }
      let more = file.errorCount - file.errors.count
      if more > 0 { console.note(OneLine.text("\(file.path): \(more) more like these")) }
      tally.drawings += file.drawings.count
      tally.errors += file.errorCount
    }
    return true
  }
}
