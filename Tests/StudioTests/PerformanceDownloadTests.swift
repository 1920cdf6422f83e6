import DigitData
import DigitSamples
import Foundation
import Graphics
import Studio
import Testing
import Toolkit

/// Test digits that are not on this computer: what the screen says, and what it does about that.
@Suite(.serialized) @MainActor
struct PerformanceDownloadTests {
  private let directory: TemporaryDirectory
  private let server: TestServer
  private let set = SyntheticSet()

  init() throws {
    directory = try TemporaryDirectory()
    server = try TestServer()
  }

  /// The list of mistakes, where there is a cache without digits and one mirror.
  private func open(_ behaviour: TestServer.Behaviour, page: ControlName = "performance.mistakes") throws -> Pen {
    var options = Pen.options
    options.digitFiles = set.files
    options.mirrors = [server.mirror("a", behaviour)]
    let pen = try Pen(options: options, environment: ["XDG_CACHE_HOME": directory.path])
    pen.click("tab.performance")
    pen.click(page)
    pen.settle()
    return pen
  }

  private func text(_ name: ControlName, _ pen: Pen) -> String? { pen.studio.stage.scene[name]?.look.text }

  @Test func nothingIsFetchedUnasked() throws {
    let pen = try open(.serve(set.packed))
    #expect(text("performance.absent.0", pen) == "The test digits are not on this computer")
    #expect(text("performance.absent.1", pen) == "Download 12 MB, or open a folder")
    #expect(server.requests.isEmpty)
    #expect(pen.studio.state.notice == nil)
  }

  @Test func theDownloadBringsThePictures() throws {
    let pen = try open(.serve(set.packed))
    pen.click("performance.download")
    pen.settle()
    #expect(server.requests.count == 4)
    #expect(pen.studio.state.performance.tests?.digits == set.test)
    #expect(pen.studio.stage.scene["performance.digits"] != nil)
    #expect(directory.names(in: "inkling/mnist").contains("t10k-images-idx3-ubyte.gz"))
  }

  @Test func aFailureSaysWhatToDoAndTheNextTryHelps() throws {
    let pen = try open(.page(status: 503, type: "text/html"))
    pen.click("performance.download")
    pen.settle()
    let notice = try #require(pen.studio.state.notice)
    #expect(notice.kind == .bad)
    #expect(notice.text.hasPrefix("The test digits could not be downloaded. HTTP status 503. Check the network"))
    #expect(notice.text.contains("open a folder"))
    _ = server.mirror("a", .serve(set.packed))
    pen.click("performance.download")
    pen.settle()
    #expect(pen.studio.state.performance.tests?.digits == set.test)
  }

  @Test func aDownloadIsStoppedAtOnceAndGoesOnLater() throws {
    let pen = try open(.silent(after: 500, set.packed))
    pen.click("performance.download")
    let end = ContinuousClock.now + .seconds(20)
    while server.requests.isEmpty, ContinuousClock.now < end { usleep(10_000) }
    #expect(pen.studio.state.performance.run != nil)
    pen.host.advance(by: .milliseconds(50))
    pen.click("performance.stop")
    #expect(pen.studio.state.performance.run == nil)
    pen.settle()
    #expect(pen.studio.state.performance.tests == nil)
    #expect(text("performance.absent.0", pen) == "The test digits are not on this computer")
    _ = server.mirror("a", .serve(set.packed))
    pen.click("performance.download")
    pen.settle()
    #expect(pen.studio.state.performance.tests?.digits == set.test)
  }

  @Test func progressIsShown() throws {
    let pen = try open(.silent(after: 500, set.packed))
    pen.click("performance.download")
    let run = try #require(pen.studio.state.performance.run?.number)
    let end = ContinuousClock.now + .seconds(20)
    while pen.studio.state.performance.run?.step == .reading, ContinuousClock.now < end {
      usleep(10_000)
      pen.host.advance(by: .milliseconds(10))
    }
    let step = DigitRun.Step.fetching(
      DownloadProgress(
        file: "train-images-idx3-ubyte", index: 0, fileCount: 4, mirror: "", receivedBytes: 3_200_000,
        totalBytes: 9_912_422))
    pen.studio.perform(.performance(.progressed(step, run: run)))
    pen.host.advance(by: .milliseconds(50))
    #expect(text("performance.absent.progress", pen) == "File 1 of 4, 3.2 of 9.9 MB")
    pen.click("performance.stop")
    pen.settle()
  }

  @Test func evaluateLeadsToWhereTheDigitsCanBeGot() throws {
    let pen = try open(.serve(set.packed), page: "performance.overview")
    pen.click("performance.evaluate")
    pen.settle()
    #expect(pen.studio.state.notice?.text.contains("not on this computer") == true)
    #expect(pen.studio.stage.scene["performance.download"] != nil)
  }

  @Test func aFolderIsRead() throws {
    let pen = try open(.serve(set.packed))
    try set.write(to: directory, "mine")
    pen.click("performance.folder")
    pen.settle()
    #expect(pen.studio.state.overlay != nil)
    pen.studio.perform(.performance(.chosen(folder: directory.path + "/mine")))
    pen.settle()
    #expect(pen.studio.state.performance.tests?.digits == set.test)
    #expect(pen.studio.state.settings.digits == directory.path + "/mine")
    #expect(server.requests.isEmpty)
  }

  @Test func aFolderWithoutDigitsSaysSo() throws {
    let pen = try open(.serve(set.packed))
    pen.studio.perform(.performance(.chosen(folder: directory.path + "/nowhere")))
    pen.settle()
    #expect(text("performance.absent.0", pen) == "The test digits are not on this computer")
    #expect(pen.studio.stage.scene["performance.folder"] != nil)
    pen.click("performance.download")
    pen.settle()
    #expect(pen.studio.state.settings.digits == nil)
    #expect(pen.studio.state.performance.tests?.digits == set.test)
  }
}
