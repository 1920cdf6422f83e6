import DigitData
import Testing

struct DataLocationTests {
  private let all = ["INKLING_DATA": "/data", "XDG_CACHE_HOME": "/cache", "HOME": "/home/ada"]

  @Test func theArgumentComesFirst() throws {
    let location = try DataLocation(directory: "here", environment: all)
    #expect(location.origin == .argument)
    #expect(location.directory == "here")
    #expect(location.cache == "/cache/inkling")
  }

  @Test func theEnvironmentComesSecond() throws {
    let location = try DataLocation(directory: "", environment: all)
    #expect(location.origin == .environment)
    #expect(location.directory == "/data")
  }

  @Test(arguments: [
    (["XDG_CACHE_HOME": "/cache", "HOME": "/home/ada"], "/cache/inkling/mnist"),
    (["XDG_CACHE_HOME": "relative", "HOME": "/home/ada"], "/home/ada/.cache/inkling/mnist"),
    (["XDG_CACHE_HOME": "", "HOME": "/home/ada", "INKLING_DATA": ""], "/home/ada/.cache/inkling/mnist"),
    (["HOME": "/home/ada"], "/home/ada/.cache/inkling/mnist"),
  ])
  func theCacheComesLast(environment: [String: String], directory: String) throws {
    let location = try DataLocation(environment: environment)
    #expect(location.origin == .cache)
    #expect(location.directory == directory)
  }

  @Test func withoutAHomeThereIsNoCache() throws {
    #expect(throws: MNISTError.noCacheDirectory) { try DataLocation(environment: ["XDG_CACHE_HOME": "relative"]) }
    #expect(try DataLocation(directory: "here", environment: [:]).cache == nil)
  }
}
