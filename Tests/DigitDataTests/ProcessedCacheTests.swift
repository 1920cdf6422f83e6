import DigitData
import DigitSamples
import Foundation
import Testing

struct ProcessedCacheTests {
  private let directory: TemporaryDirectory
  private let set = SyntheticSet()
  private let options: MNISTOptions

  init() throws {
    directory = try TemporaryDirectory()
    var options = MNISTOptions(environment: ["XDG_CACHE_HOME": directory.path + "/cache"])
    options.files = set.files
    self.options = options
    try set.write(to: directory, "set") { $0 + ".gz" }
  }

  private var folder: String { directory.path + "/cache/inkling/processed" }

  private func load() throws -> MNIST { try MNIST.load(from: directory.path + "/set", options: options) }

  private func processedFile() throws -> String {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    try #require(names.count == 1)
    return folder + "/" + names[0]
  }

  /// Puts other bytes in place of a source and keeps its size and its time of change, so that nobody notices.
  private func replaceSource(_ name: String) throws {
    let path = directory.path + "/set/" + name
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    var status = stat()
    stat(path, &status)
    try Data(count: (attributes[.size] as? Int) ?? 0).write(to: URL(fileURLWithPath: path))
    var times = [status.st_atim, status.st_mtim]
    utimensat(AT_FDCWD, path, &times, 0)
  }

  @Test func theSecondStartReadsNothingElse() throws {
    let first = try load()
    for file in set.files.all { try replaceSource(file.name + ".gz") }
    #expect(try load() == first)
    #expect(first.isGenuine)
  }

  @Test func anotherTimeOfChangeMakesItAnew() throws {
    _ = try load()
    var other = set.payloads["t10k-labels-idx1-ubyte"] ?? []
    other[8] = (other[8] + 1) % 10
    try directory.write(Gzip.pack(other), to: "set/t10k-labels-idx1-ubyte.gz")
    let second = try load()
    #expect(second.test.labels == Array(other[8...]))
    #expect(!second.isGenuine)
  }

  @Test func otherExpectationsMakeItAnew() throws {
    #expect(try load().isGenuine)
    var other = options
    other.files = SyntheticSet(salt: 4).files
    #expect(try !MNIST.load(from: directory.path + "/set", options: other).isGenuine)
  }

  @Test(arguments: [0, 8, 12, 16, 20, 24, 40, 64, 5_000, -1])
  func aFlippedByteMakesItAnew(offset: Int) throws {
    let first = try load()
    let path = try processedFile()
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let good = bytes
    bytes[offset < 0 ? bytes.count + offset : offset] ^= 1
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    #expect(try load() == first)
    #expect(try [UInt8](Data(contentsOf: URL(fileURLWithPath: path))) == good)
  }

  @Test(arguments: [0, 10, 63, 64, 1_000])
  func aTruncatedFileIsMadeAnew(length: Int) throws {
    let first = try load()
    let path = try processedFile()
    let good = try Data(contentsOf: URL(fileURLWithPath: path))
    try good.prefix(length).write(to: URL(fileURLWithPath: path))
    #expect(try load() == first)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == good)
  }

  @Test func aCacheThatCannotBeWrittenOnlyCostsTime() throws {
    try directory.write([1], to: "cache")
    #expect(try load().training == set.training)
    #expect(directory.names().contains("cache"))
  }

  @Test func noCacheAtAllOnlyCostsTime() throws {
    var options = options
    options.environment = [:]
    #expect(try MNIST.load(from: directory.path + "/set", options: options).training == set.training)
    options.environment = ["XDG_CACHE_HOME": directory.path + "/cache"]
    options.keepsProcessed = false
    #expect(try MNIST.load(from: directory.path + "/set", options: options).training == set.training)
    #expect(!directory.names().contains { $0.hasPrefix("cache") })
  }

  @Test func theCacheIsTheUsersAlone() throws {
    _ = try load()
    var path = folder
    while path != directory.path {
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o700)
      path = (path as NSString).deletingLastPathComponent
    }
  }
}
