import Glibc

/// Where a command writes: results to one file, everything else to another, where a line may be rewritten on a terminal.
package final class Console {
  private let output: Int32
  private let errors: Int32
  /// Whether messages are read on a terminal that can rewrite a line.
  let isTerminal: Bool
  /// Whether messages may have colours.
  let hasColor: Bool
  /// Why results cannot be written any more, as a system error number; 0 while they can.
  private(set) var outputError: Int32 = 0
  /// Whether results are read on a terminal.
  let showsResults: Bool
  private var hasStatus = false

  /// Writes to two open file descriptors.
  package init(output: Int32 = STDOUT_FILENO, errors: Int32 = STDERR_FILENO, environment: [String: String]) {
    self.output = output
    self.errors = errors
    isTerminal = isatty(errors) == 1 && environment["TERM"] != "dumb"
    showsResults = isatty(output) == 1
    hasColor = isTerminal && (environment["NO_COLOR"] ?? "").isEmpty
  }

  /// The columns of the terminal, 80 where it does not say.
  var columns: Int {
    var size = winsize()
    guard ioctl(errors, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Writes one line, or several, of the result.
  func result(_ text: String) {
    clearStatus()
    guard outputError == 0 else { return }
    outputError = Console.write(text + "\n", to: output)
  }

  /// Writes whole lines of the result at once; a status line stays where they do not come in its way.
  func result(lines: [UInt8]) {
    if showsResults { clearStatus() }
    guard outputError == 0 else { return }
    outputError = lines.withUnsafeBytes { Console.write($0, to: output) }
  }

  /// Writes one line that is not a result.
  func note(_ text: String) {
    clearStatus()
    _ = Console.write(text + "\n", to: errors)
  }

  /// Shows `text` on the terminal's last line until something else is written; nothing elsewhere.
  ///
  /// `text` must fit into `columns`.
  func showStatus(_ text: String) {
    guard isTerminal else { return }
    hasStatus = true
    _ = Console.write("\r\(text)\u{1B}[K", to: errors)
  }

  /// Takes the status line away.
  func clearStatus() {
    guard hasStatus else { return }
    hasStatus = false
    _ = Console.write("\r\u{1B}[K", to: errors)
  }

  private static func write(_ text: String, to descriptor: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor) }
  }

  /// Writes everything; returns the system's error number, 0 when all is well.
  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
    var rest = bytes
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return errno }
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
    }
    return 0
  }
}
