import Testing
import Toolkit
import X11Host

/// Lists of files as other programs write them.
struct ExchangeURIListTests {
  private func list(_ text: String) -> URIList { URIList(Array(text.utf8), host: "Desk") }

  @Test(arguments: ["\r\n", "\n", "\r", "\n\n", "\0"])
  func linesEndAsTheyLike(end: String) {
    #expect(list(["# two", "file:///a", " file:///b\t"].joined(separator: end) + end).paths == ["/a", "/b"])
  }

  @Test(arguments: [
    ("file:///home/me/seven.png", "/home/me/seven.png"), ("file://localhost/a", "/a"), ("file://desk/a", "/a"),
    ("file:/a", "/a"), ("FILE:///a", "/a"), ("file:///a%20b%C3%BC.png", "/a bü.png"), ("file:///%2e%2E/x", "/../x"),
    ("file:///a#b?c", "/a#b?c"), ("file:///", "/"),
  ])
  func addressesOfThisMachineArePaths(address: String, path: String) {
    #expect(list(address) == list("#\n" + address))
    #expect(list(address).paths == [path])
    #expect(list(address).firstRefused == nil)
  }

  @Test(arguments: [("%", "%"), ("%4", "%4"), ("%zz", "%zz"), ("a%2", "a%2"), ("%%41", "%A"), ("%+1", "%+1")])
  func brokenEscapesStay(name: String, decoded: String) {
    #expect(list("file:///" + name).paths == ["/" + decoded])
  }

  @Test(arguments: [
    "https://example.org/a.png", "file://elsewhere/a", "file://localhost", "file:", "file://", "file:a", "/plain/path",
    "file:///a%00b", "file:///%FF", "nonsense", "smb://desk/share/a",
  ])
  func everythingElseIsNamed(address: String) {
    #expect(list(address).paths.isEmpty)
    #expect(list(address).contents == .nothing(reason: "\(address) is no file on this machine; save it here first"))
  }

  @Test func usableFilesAreTakenFromAmongOthers() {
    #expect(list("http://a/b\nfile:///c\nhttp://d/").contents == .files(["/c"]))
    #expect(list("http://a/b\nfile:///c\nhttp://d/").firstRefused == "http://a/b")
  }

  @Test(arguments: ["", "\r\n", "# only a remark\r\n", "   "])
  func emptyListsAreCalledEmpty(text: String) {
    #expect(list(text).contents == .nothing(reason: "the list of files is empty"))
  }

  @Test func listsHaveALimit() {
    let paths = list(String(repeating: "file:///a\n", count: URIList.mostFiles + 5)).paths
    #expect(paths.count == URIList.mostFiles)
  }

  @Test func anyBytesAreSurvived() {
    var random = SystemRandomNumberGenerator()
    let pieces: [[UInt8]] = [Array("file:".utf8), Array("//".utf8), [0x25], [0x0D], [0x0A], [0], [0xC3]]
    for _ in 0..<2000 {
      let bytes = (0..<12).flatMap { _ in
        pieces.randomElement(using: &random).flatMap { Bool.random() ? $0 : nil } ?? [UInt8.random(in: 0...255)]
      }
      for path in URIList(bytes, host: "").paths { #expect(path.utf8.first == UInt8(ascii: "/")) }
    }
  }

  @Test func namesInNoticesAreShortAndHarmless() {
    let text = "http://\u{1B}[31m\u{202E}" + String(repeating: "a", count: 200)
    let short = list(text).firstRefused
    #expect(short == "http://[31m" + String(repeating: "a", count: 68) + "…")
    #expect(short?.count == 80)
  }
}
