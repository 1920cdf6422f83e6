import Glibc
import NeuralNet
import Testing

@Suite struct AtomicFileTests {
  @Test func replacesTheFileAndLeavesNothingBeside() throws {
    let directory = try TemporaryDirectory()
    let path = "\(directory.path)/a b"
    try AtomicFile.write("one", to: path)
    try AtomicFile.write("two", to: path)
    #expect(try contents(of: path) == Array("two".utf8))
    #expect(directory.entries == ["a b"])
  }

  @Test func followsLinksAndKeepsPermissions() throws {
    let directory = try TemporaryDirectory()
    try AtomicFile.write("one", to: "\(directory.path)/real")
    chmod("\(directory.path)/real", 0o640)
    symlink("real", "\(directory.path)/link")
    try AtomicFile.write("two", to: "\(directory.path)/link")
    #expect(try contents(of: "\(directory.path)/real") == Array("two".utf8))
    var status = stat()
    lstat("\(directory.path)/real", &status)
    #expect(status.st_mode & 0o777 == 0o640)
    lstat("\(directory.path)/link", &status)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
  }

  @Test func saysWhyNot() throws {
    let directory = try TemporaryDirectory()
    let nowhere = #expect(throws: FileError.self) { try AtomicFile.write("x", to: "\(directory.path)/none/file") }
    #expect(nowhere?.description == "cannot write \(directory.path)/none/file: No such file or directory")
    let device = #expect(throws: FileError.self) { try AtomicFile.write("x", to: "/dev/full") }
    #expect(device?.description == "cannot write /dev/full: it is not a plain file")
    let folder = #expect(throws: FileError.self) { try AtomicFile.write("x", to: directory.path) }
    #expect(folder?.description == "cannot write \(directory.path): it is not a plain file")
  }

  @Test func aFullDiskLeavesTheOldFile() async throws {
    // A limit on the size of files stands in for the disk; it holds for a whole process, so it needs one of its own.
    await #expect(processExitsWith: .success) {
      let directory = try TemporaryDirectory()
      let path = "\(directory.path)/m"
      let old = try SafetensorsTests.model(seed: 1)
      try old.save(path: path)
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 1000, rlim_max: 1000)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      let error = #expect(throws: ModelFileError.self) { try SafetensorsTests.model(seed: 2).save(path: path) }
      #expect(error?.description == "cannot write \(path): File too large")
      #expect(try Model.load(path: path) == old)
      #expect(directory.entries == ["m"])
    }
  }
}
