import Foundation
import Graphics
import NeuralNet
import Reports
import Testing

@Suite final class FigureFilesTests {
  private let directory: String

  init() throws {
    directory = FileManager.default.temporaryDirectory.path + "/inkling-figures-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: directory) }

  private func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: directory).sorted() }

  @Test func filesHaveTheNamesOfTheContract() throws {
    try ModelFigures(sampleFigures(epochs: 3)).write(to: directory)
    let figures = [
      "confusion_matrix", "training_history", "sample_images", "class_distribution", "augmented_sample",
      "misclassified", "prediction_result", "calibration",
    ]
    #expect(try names() == figures.flatMap { [$0 + ".png", $0 + "-dark.png"] }.sorted())
    for name in try names() {
      let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: directory + "/" + name)))
      #expect(throws: Never.self, "\(name)") { try PNG.decode(bytes) }
    }
  }

  @Test func anUnwritableDirectoryIsATypedError() {
    let error = #expect(throws: FileError.self) { try ModelFigures(sampleFigures()).write(to: directory + "/none") }
    #expect(error?.reason == "No such file or directory")
    #expect(error?.description.hasPrefix("cannot write \(directory)/none/") == true)
  }

  @Test func aFullDiskLeavesTheOldFiles() async {
    // A limit on the size of files stands in for the disk; it holds for a whole process, so it needs one of its own.
    await #expect(processExitsWith: .success) {
      let test = try FigureFilesTests()
      try ModelFigures(sampleFigures()).write(to: test.directory)
      let names = try test.names()
      for name in names { try AtomicFile.write(name, to: test.directory + "/" + name) }
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 1000, rlim_max: 1000)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      let error = #expect(throws: FileError.self) { try ModelFigures(sampleFigures()).write(to: test.directory) }
      #expect(error?.reason == "File too large")
      #expect(try test.names() == names)
      for name in names {
        #expect(try String(contentsOfFile: test.directory + "/" + name, encoding: .utf8) == name)
      }
    }
  }
}
