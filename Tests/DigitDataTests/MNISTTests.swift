import DigitData
import DigitSamples
import Foundation
import Testing

struct MNISTTests {
  private let directory: TemporaryDirectory
  private let set = SyntheticSet()

  init() throws { directory = try TemporaryDirectory() }

  private func options(_ change: (inout MNISTOptions) -> Void = { _ in }) -> MNISTOptions {
    var options = MNISTOptions(environment: ["XDG_CACHE_HOME": directory.path + "/cache"])
    options.files = set.files
    options.mirrors = []
    change(&options)
    return options
  }

  @Test(arguments: ["-idx", ".idx"], ["", ".gz"])
  func everySpellingIsFound(separator: String, suffix: String) throws {
    try set.write(to: directory, "set") { $0.replacing("-idx", with: separator) + suffix }
    let mnist = try MNIST.load(from: directory.path + "/set", options: options())
    #expect(mnist.training == set.training)
    #expect(mnist.test == set.test)
    #expect(mnist.isGenuine)
    #expect(mnist.directory == directory.path + "/set")
  }

  @Test func theEnvironmentNamesTheDirectory() throws {
    try set.write(to: directory, "set")
    let mnist = try MNIST.load(options: options { $0.environment["INKLING_DATA"] = directory.path + "/set" })
    #expect(mnist.training == set.training)
  }

  @Test func anotherSetOfTheUserIsTakenForWhatItIs() throws {
    let other = SyntheticSet(trainingCount: 7, testCount: 5, salt: 3)
    try other.write(to: directory, "other")
    let mnist = try MNIST.load(from: directory.path + "/other", options: options())
    #expect(mnist.training == other.training)
    #expect(mnist.test == other.test)
    #expect(!mnist.isGenuine)
  }

  @Test func oneForeignFileMakesTheSetForeign() throws {
    try set.write(to: directory, "set")
    try directory.write(IDXBytes.labels(set.test.labels.reversed()), to: "set/t10k-labels-idx1-ubyte")
    #expect(try !MNIST.load(from: directory.path + "/set", options: options()).isGenuine)
  }

  @Test func aSetOfTheSameShapeIsNotMNIST() throws {
    try SyntheticSet(salt: 9).write(to: directory, "fashion")
    let path = directory.path + "/fashion"
    // Taken once as the user's own, and kept: that must not make it MNIST.
    #expect(try !MNIST.load(from: path, options: options()).isGenuine)
    let error = #expect(throws: MNISTError.self) {
      try MNIST.load(from: path, options: options { $0.requiresGenuine = true })
    }
    #expect(
      error?.description
        == "\(path)/train-images-idx3-ubyte: not MNIST, though it has its shape (Fashion-MNIST looks like this); "
        + "the contents differ from the published ones")
  }

  @Test func anotherNumberOfPicturesIsNotMNIST() throws {
    try SyntheticSet(trainingCount: 39, testCount: 20).write(to: directory, "small")
    let path = directory.path + "/small"
    let error = #expect(throws: MNISTError.self) {
      try MNIST.load(from: path, options: options { $0.requiresGenuine = true })
    }
    #expect(
      error?.description == "\(path)/train-images-idx3-ubyte: 39 items where MNIST has 40; this is not MNIST")
  }

  @Test func missingFilesAreNamed() throws {
    try set.write(to: directory, "set")
    try FileManager.default.removeItem(atPath: directory.path + "/set/t10k-labels-idx1-ubyte")
    let error = #expect(throws: MNISTError.self) { try MNIST.load(from: directory.path + "/set", options: options()) }
    #expect(
      error?.description
        == "\(directory.path)/set: t10k-labels-idx1-ubyte is missing; "
        + "give the directory that holds the four IDX files (plain or .gz) with --data or $INKLING_DATA")
  }

  @Test func picturesOfAnotherSizeAreRefused() throws {
    try SyntheticSet(side: 27).write(to: directory, "small")
    let error = #expect(throws: MNISTError.self) { try MNIST.load(from: directory.path + "/small", options: options()) }
    #expect(
      error?.description
        == "\(directory.path)/small/train-images-idx3-ubyte: the pictures are 27×27; pictures of 28×28 are needed")
  }

  @Test func picturesAndLabelsMustBelongTogether() throws {
    try set.write(to: directory, "set")
    let path = directory.path + "/set"
    try directory.write(IDXBytes.labels([1, 2, 3]), to: "set/train-labels-idx1-ubyte")
    let error = #expect(throws: MNISTError.self) { try MNIST.load(from: path, options: options()) }
    #expect(
      error?.description
        == "\(path)/train-images-idx3-ubyte has 40 pictures but \(path)/train-labels-idx1-ubyte has 3 labels; "
        + "give two files that belong together")
  }

  @Test func noPicturesAreNoSet() throws {
    try SyntheticSet(trainingCount: 0).write(to: directory, "none")
    let error = #expect(throws: MNISTError.self) { try MNIST.load(from: directory.path + "/none", options: options()) }
    #expect(
      error?.description
        == "\(directory.path)/none/train-images-idx3-ubyte: there are no pictures; give a set with at least one")
  }

  @Test func offlineSaysWhatToDo() throws {
    let error = #expect(throws: MNISTError.self) { try MNIST.load(options: options { $0.isOffline = true }) }
    #expect(
      error?.description
        == "\(directory.path)/cache/inkling/mnist: train-images-idx3-ubyte, train-labels-idx1-ubyte, "
        + "t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte are missing, and the network may not be used; "
        + "run once without --offline, or give a directory that holds the four files with --data or $INKLING_DATA")
    #expect(directory.names().isEmpty)
  }

  @Test func offlineWithAFullCacheLoads() throws {
    try set.write(to: directory, "cache/inkling/mnist") { $0 + ".gz" }
    #expect(try MNIST.load(options: options { $0.isOffline = true }).test == set.test)
  }
}
