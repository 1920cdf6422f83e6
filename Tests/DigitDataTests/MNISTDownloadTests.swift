import DigitData
import DigitSamples
import Foundation
import Testing

@Suite(.serialized)
struct MNISTDownloadTests {
  private let directory: TemporaryDirectory
  private let server: TestServer
  private let set = SyntheticSet()
  private let good: [String: [UInt8]]

  init() throws {
    directory = try TemporaryDirectory()
    server = try TestServer()
    good = set.packed
  }

  private var folder: String { directory.path + "/mnist" }

  private func download(_ mirrors: [String], stall: Duration = .seconds(20)) -> MNISTDownload {
    MNISTDownload(
      files: set.files.all, directory: folder, mirrors: mirrors,
      limits: DownloadLimits(stall: stall, fileSize: 1 << 20))
  }

  private var names: [String] { directory.names(in: "mnist") }

  private let complete = [
    ".lock", "t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz", "train-images-idx3-ubyte.gz",
    "train-labels-idx1-ubyte.gz",
  ]

  private func contents(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
  }

  @Test func theFilesArrive() throws {
    try download([server.mirror("a", .serve(good))]).run()
    #expect(names == complete)
    for (name, bytes) in good { #expect(try contents(name) == bytes) }
  }

  @Test func whatIsThereIsNotFetched() throws {
    try set.write(to: directory, "mnist") { $0.replacing("-idx", with: ".idx") }
    try FileManager.default.removeItem(atPath: folder + "/t10k-labels.idx1-ubyte")
    try download([server.mirror("a", .serve(good))]).run()
    #expect(server.requests.map(\.path) == ["/a/t10k-labels-idx1-ubyte.gz"])
  }

  @Test func contentsPackedAnewAreAccepted() throws {
    let anew = set.payloads.map { ($0.key + ".gz", Gzip.pack($0.value, level: 1)) }
    let packed = Dictionary(uniqueKeysWithValues: anew)
    try #require(packed != good)
    try download([server.mirror("a", .serve(packed))]).run()
    #expect(try contents("train-images-idx3-ubyte.gz") == packed["train-images-idx3-ubyte.gz"])
  }

  @Test func contentsThatAreNotPackedGetTheNameForThat() throws {
    let plain = Dictionary(uniqueKeysWithValues: set.payloads.map { ($0.key + ".gz", $0.value) })
    try download([server.mirror("a", .serve(plain))]).run()
    #expect(names == complete.map { $0.replacing(".gz", with: "") })
  }

  /// A mirror that is of no use, and what is said about it; an empty text stands for the system's own words.
  struct Fault: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let reason: String
    let behaviour: @Sendable ([String: [UInt8]]) -> TestServer.Behaviour
  }

  private static let faults: [Fault] = [
    Fault(testDescription: "503", reason: "HTTP status 503") { _ in .page(status: 503, type: "text/html") },
    Fault(testDescription: "404", reason: "HTTP status 404") { _ in .serve([:]) },
    Fault(testDescription: "a page", reason: "a web page instead of data") { _ in
      .page(status: 200, type: "text/html; charset=utf-8")
    },
    Fault(testDescription: "a page in disguise", reason: "the contents are not the published ones") { _ in
      .page(status: 200, type: "application/gzip")
    },
    Fault(testDescription: "a flipped byte", reason: "the contents are not the published ones") { _ in
      let set = SyntheticSet().payloads.mapValues { Array($0[..<20]) + [$0[20] ^ 1] + Array($0[21...]) }
      return .serve(Dictionary(uniqueKeysWithValues: set.map { ($0.key + ".gz", Gzip.pack($0.value)) }))
    },
    Fault(testDescription: "a flipped packed byte", reason: "the gzip data are damaged or incomplete") { files in
      .serve(files.mapValues { Array($0.dropLast(5)) + [$0[$0.count - 5] ^ 1] + Array($0.suffix(4)) })
    },
    Fault(testDescription: "an end too early", reason: "the gzip data are damaged or incomplete") { files in
      .truncate(after: 30, saysLength: false, files)
    },
    Fault(testDescription: "fewer bytes than said", reason: "") { .truncate(after: 30, saysLength: true, $0) },
    Fault(testDescription: "a reset", reason: "") { .reset(after: 30, $0) },
    Fault(testDescription: "silence", reason: "no data for 1 s") { .silent(after: 0, $0) },
    Fault(testDescription: "a length of 1 TB", reason: "more than 1048576 bytes") { _ in .claim(length: 1 << 40) },
    Fault(testDescription: "no end", reason: "more than 1048576 bytes") { _ in .endless },
  ]

  @Test(arguments: faults)
  func aFaultyMirrorIsPassedOver(fault: Fault) throws {
    let mirrors = [server.mirror("bad", fault.behaviour(good)), server.mirror("good", .serve(good))]
    try download(mirrors, stall: .seconds(1)).run()
    #expect(names == complete)
    for (name, bytes) in good { #expect(try contents(name) == bytes) }
    #expect(server.requests.count { $0.path.hasPrefix("/bad/") } == 4)
  }

  @Test(arguments: faults)
  func aFaultyMirrorLeavesNoFile(fault: Fault) throws {
    let mirror = server.mirror("bad", fault.behaviour(good))
    let error = #expect(throws: DownloadError.self) { try download([mirror], stall: .seconds(1)).run() }
    guard case .allMirrorsFailed("train-images-idx3-ubyte", let refusals) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(refusals.map(\.mirror) == [mirror])
    #expect(fault.reason.isEmpty ? refusals.first?.reason.isEmpty == false : refusals.first?.reason == fault.reason)
    #expect(names.filter { !$0.hasSuffix(".part") } == [".lock"])
  }

  @Test func allMirrorsAreNamedInOneLine() throws {
    let first = server.mirror("one", .page(status: 503, type: "text/html"))
    let second = server.mirror("two", .page(status: 200, type: "text/html"))
    let error = #expect(throws: DownloadError.self) { try download([first, second, "not an address"]).run() }
    let tail =
      "train-images-idx3-ubyte cannot be downloaded: \(first): HTTP status 503; \(second): a web page instead of data; "
    #expect(error?.description.hasPrefix(tail + "not an address: ") == true)
    #expect(
      error?.description.hasSuffix(
        "; check the network, or give a directory that holds the four files with --data or $INKLING_DATA") == true)
    #expect(error?.description.contains("\n") == false)
  }

  @Test func nobodyListening() throws {
    let error = #expect(throws: DownloadError.self) { try download(["http://127.0.0.1:1/"]).run() }
    #expect(error?.description.hasPrefix("train-images-idx3-ubyte cannot be downloaded: http://127.0.0.1:1/: ") == true)
  }

  /// Breaks a first download off after 1000 bytes, and gives the mirror's address.
  private func interrupted() throws -> String {
    let mirror = server.mirror("a", .reset(after: 1_000, good))
    #expect(throws: DownloadError.self) { try download([mirror]).run() }
    let part = try #require(names.first { $0.hasSuffix(".part") })
    #expect(try contents(part) == Array(good["train-images-idx3-ubyte.gz"]?.prefix(1_000) ?? []))
    return mirror
  }

  @Test func theNextRunGoesOn() throws {
    let mirror = try interrupted()
    _ = server.mirror("a", .serve(good))
    var first: DownloadProgress?
    try download([mirror]).run(progress: { first = first ?? $0 })
    #expect(server.requests[1] == TestServer.Request(path: "/a/train-images-idx3-ubyte.gz", range: "bytes=1000-"))
    #expect(server.requests.count == 5)
    #expect(names == complete)
    #expect(first?.totalBytes == good["train-images-idx3-ubyte.gz"]?.count)
  }

  @Test(arguments: [0, 1])
  func aMirrorThatCannotGoOnBeginsAnew(kind: Int) throws {
    let mirror = try interrupted()
    _ = server.mirror("a", kind == 0 ? .ignoreRange(good) : .refuseRange(good))
    try download([mirror]).run()
    #expect(server.requests.count == 5 + kind)
    #expect(names == complete)
    #expect(try contents("train-images-idx3-ubyte.gz") == good["train-images-idx3-ubyte.gz"])
  }

  @Test func anotherRangeIsRefused() throws {
    let mirror = try interrupted()
    _ = server.mirror("a", .wrongRange(good))
    let error = #expect(throws: DownloadError.self) { try download([mirror]).run() }
    #expect(error?.description.contains("another range than the one asked for") == true)
  }

  @Test func aBeginningThatDoesNotFitIsFetchedAgain() throws {
    let mirror = try interrupted()
    let part = try #require(names.first { $0.hasSuffix(".part") })
    try directory.write([UInt8](repeating: 0x1f, count: 1_000), to: "mnist/" + part)
    _ = server.mirror("a", .serve(good))
    try download([mirror]).run()
    #expect(server.requests[1...2].map(\.range) == ["bytes=1000-", nil])
    #expect(names == complete)
  }

  @Test func oneMirrorsBeginningIsNotAnothers() throws {
    _ = try interrupted()
    try download([server.mirror("b", .serve(good))]).run()
    #expect(server.requests[1] == TestServer.Request(path: "/b/train-images-idx3-ubyte.gz", range: nil))
    #expect(names == complete)
  }

  @Test func progressTellsWhatIsFetched() throws {
    var steps: [DownloadProgress] = []
    let mirror = server.mirror("a", .serve(good))
    try download([mirror]).run(progress: { steps.append($0) })
    #expect(Set(steps.map(\.file)) == Set(set.files.all.map(\.name)))
    #expect(steps.map(\.index) == steps.map(\.index).sorted())
    #expect(steps.allSatisfy { $0.fileCount == 4 && $0.mirror == mirror })
    let last = try #require(steps.last { $0.index == 0 })
    #expect(last.receivedBytes == good["train-images-idx3-ubyte.gz"]?.count)
    #expect(last.totalBytes == last.receivedBytes)
  }

  @Test func stoppingKeepsWhatArrived() throws {
    let mirror = server.mirror("a", .silent(after: 500, good))
    var received = 0
    #expect(throws: DownloadError.cancelled) {
      try download([mirror]).run(progress: { received = $0.receivedBytes }, isCancelled: { received >= 500 })
    }
    _ = server.mirror("a", .serve(good))
    try download([mirror]).run()
    #expect(server.requests[1].range == "bytes=500-")
    #expect(names == complete)
  }

  @Test func twoAtOnceFetchOnce() async throws {
    let mirror = server.mirror("a", .serve(good))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<2 {
        let download = download([mirror])
        group.addTask { try download.run() }
      }
      try await group.waitForAll()
    }
    #expect(server.requests.count == 4)
    #expect(names == complete)
  }

  @Test func aDirectoryThatCannotBeWrittenIsNamed() throws {
    try directory.write([1], to: "mnist")
    let error = #expect(throws: DownloadError.self) { try download([server.mirror("a", .serve(good))]).run() }
    #expect(
      error?.description
        == "\(folder): cannot be written (File exists); check free space and permissions")
  }

  @Test func loadingFillsTheCacheOnceAndMendsIt() throws {
    var options = MNISTOptions(environment: ["XDG_CACHE_HOME": directory.path])
    options.files = set.files
    options.mirrors = [server.mirror("a", .serve(good))]
    #expect(try MNIST.load(options: options).training == set.training)
    #expect(try MNIST.load(options: options).test == set.test)
    #expect(server.requests.count == 4)
    for name in ["train-labels-idx1-ubyte.gz", "t10k-images-idx3-ubyte.gz"] {
      try directory.write(
        Gzip.pack(SyntheticSet(salt: 5).payloads[String(name.dropLast(3))] ?? []), to: "inkling/mnist/" + name)
    }
    #expect(try MNIST.load(options: options).training == set.training)
    #expect(server.requests.count == 6)
  }

  @Test func loadingReportsTheNetwork() throws {
    var options = MNISTOptions(environment: ["XDG_CACHE_HOME": directory.path])
    options.files = set.files
    options.mirrors = [server.mirror("a", .page(status: 503, type: "text/html"))]
    let error = #expect(throws: MNISTError.self) { try MNIST.load(options: options) }
    #expect(error?.description.contains("HTTP status 503") == true)
    #expect(directory.names(in: "inkling/mnist") == [".lock"])
  }

  @Test func offlineAsksNobody() throws {
    var options = MNISTOptions(environment: ["XDG_CACHE_HOME": directory.path])
    options.files = set.files
    options.mirrors = [server.mirror("a", .serve(good))]
    options.isOffline = true
    #expect(throws: MNISTError.self) { try MNIST.load(options: options) }
    #expect(server.requests.isEmpty)
  }
}
