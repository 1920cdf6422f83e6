import Glibc
import Testing

@testable import Graphics

@Suite struct AtomicFileTests {
  private func directory() throws -> String {
    var template = Array("/tmp/inkling-graphics-XXXXXX".utf8CString)
    _ = try #require(mkdtemp(&template))
    return String(decoding: template.dropLast().map(UInt8.init), as: UTF8.self)
  }

  private func remove(_ directory: String, names: [String]) {
    for name in names { Glibc.remove(directory + "/" + name) }
    rmdir(directory)
  }

  private func names(in directory: String) throws -> [String] {
    let handle = try #require(opendir(directory))
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      names.append(withUnsafePointer(to: &entry.pointee.d_name.0) { String(cString: $0) })
    }
    return names.filter { $0 != "." && $0 != ".." }.sorted()
  }

  @Test func writesAndReplaces() throws {
    let directory = try directory()
    defer { remove(directory, names: ["a", "taken"]) }
    let path = directory + "/a"
    try AtomicFile.write([1, 2, 3], to: path)
    try AtomicFile.write([4], to: path)
    #expect(try AtomicFile.read(path) == [4])
    #expect(try names(in: directory) == ["a"])
  }

  @Test func aMissingDirectoryIsAnError() {
    #expect(throws: GraphicsError.cannotWrite(path: "/nowhere/at/all", reason: "No such file or directory")) {
      try AtomicFile.write([1], to: "/nowhere/at/all")
    }
    #expect(throws: GraphicsError.cannotRead(path: "/nowhere/at/all", reason: "No such file or directory")) {
      try AtomicFile.read("/nowhere/at/all")
    }
  }

  @Test func aFullDiskLeavesTheOldFile() throws {
    let directory = try directory()
    defer { remove(directory, names: ["a", "taken"]) }
    let path = directory + "/a"
    try AtomicFile.write([1, 2, 3], to: path)
    let full = open("/dev/full", O_WRONLY)
    defer { close(full) }
    #expect(throws: GraphicsError.cannotWrite(path: path, reason: "No space left on device")) {
      try AtomicFile.replace(path) { _ throws(GraphicsError) in try AtomicFile.writeAll([9], to: full, path: path) }
    }
    #expect(try AtomicFile.read(path) == [1, 2, 3])
    #expect(try names(in: directory) == ["a"])
  }

  @Test func aNameThatCannotBeTakenLeavesNothingBehind() throws {
    let directory = try directory()
    defer { remove(directory, names: ["a", "taken"]) }
    let path = directory + "/taken"
    mkdir(path, 0o755)
    #expect(throws: GraphicsError.cannotWrite(path: path, reason: "Is a directory")) {
      try AtomicFile.write([1], to: path)
    }
    #expect(try names(in: directory) == ["taken"])
  }

  @Test func readingStopsAtTheLimit() throws {
    let directory = try directory()
    defer { remove(directory, names: ["a"]) }
    let path = directory + "/a"
    try AtomicFile.write([UInt8](repeating: 7, count: 100), to: path)
    #expect(throws: GraphicsError.cannotRead(path: path, reason: "longer than 99 bytes")) {
      try AtomicFile.read(path, limit: 99)
    }
  }
}
