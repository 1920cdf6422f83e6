import Foundation

/// A path for a file that a test writes, in a fresh directory of the system's temporary one.
func temporaryPath(_ name: String) throws -> String {
  let directory = FileManager.default.temporaryDirectory.appending(path: "inkling-tests-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  return directory.appending(path: name).path()
}
