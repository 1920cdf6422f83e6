/// What cannot be used in UNIPEN data; the text is one line that names the place.
public struct UnipenError: Error, Equatable, CustomStringConvertible {
  /// The file or directory.
  public let path: String
  /// The line, from 1; nothing when it is about the whole file.
  public let line: Int?
  /// What is wrong there.
  public let reason: String

  /// `reason`, found in this line of the file at `path`.
  init(_ path: String, line: Int? = nil, _ reason: String) {
    self.path = path
    self.line = line
    self.reason = reason
  }

  public var description: String { line.map { "\(path), line \($0): \(reason)" } ?? "\(path): \(reason)" }
}
