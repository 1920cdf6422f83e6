import Glibc
import Graphics
import Ink
import Studio
import Testing
import Toolkit

@Suite struct FileChooserViewTests {
  private func chooser(directory: String, _ entries: [FileEntry]) -> FileChooser {
    var chooser = FileChooser("Open a drawing or a picture", .openOnCanvas, directory: directory, home: nil)
    _ = chooser.start()
    chooser.receive(.success(DirectoryListing(path: directory, entries: entries)), request: 1)
    return chooser
  }

  private func scene(_ chooser: FileChooser, _ size: Size) -> Scene {
    var scene = Scene()
    scene.beginModal()
    scene.add(FileChooserView.elements(chooser, in: size))
    return scene
  }

  private static let names = (100..<200).map { FileEntry(name: "\($0).png") }

  @Test(arguments: [Size(width: 680, height: 480), Size(width: 1280, height: 800), Size(width: 340, height: 900)])
  func everythingIsInsideThePanelAndInOrder(size: Size) throws {
    var chooser = chooser(directory: "/a/very/long/path/to/some/directory/with/many/parts/and/more", Self.names)
    chooser.setRowsOnPage(FileChooserView.rowsOnPage(in: size))
    for _ in 0..<30 { _ = chooser.handle(KeyEvent(.down), focus: nil) }
    let scene = scene(chooser, size)
    let panel = try #require(scene["files.panel"]).frame
    #expect(Rect(size).contains(panel))
    for element in scene.elements.dropFirst() { #expect(panel.contains(element.visibleFrame), "\(element.name)") }
    let buttons = scene.elements.filter { $0.role == .button }
    for (index, one) in buttons.enumerated() {
      for other in buttons[(index + 1)...] { #expect(!one.frame.overlaps(other.frame), "\(one.name) \(other.name)") }
    }
    #expect(Set(scene.elements.map(\.name)).count == scene.elements.count)
    let selected = try #require(scene["files.list.30"])
    let list = try #require(scene["files.list"]).frame
    #expect(list.contains(selected.frame))
    #expect(scene["files.path.10"] != nil)
    #expect(scene["files.list.99"] == nil)
  }

  @Test func aPressOnARowFindsIt() throws {
    let size = Size(width: 1000, height: 700)
    var chooser = chooser(directory: "/a", Self.names)
    chooser.setRowsOnPage(FileChooserView.rowsOnPage(in: size))
    chooser.scroll(by: 5.1)
    let scene = scene(chooser, size)
    let list = try #require(scene["files.list"]).frame
    let row = try #require(scene["files.list.17"]).frame
    _ = chooser.press(at: Point(x: row.midX - list.x, y: row.midY - list.y), now: .zero)
    #expect(chooser.selection == 17)
  }

  @Test func hostileNamesAreShownInOneLine() throws {
    let chooser = chooser(directory: "/a\nb", [FileEntry(name: "c\n\u{202E}gnp.exe.png")])
    let scene = scene(chooser, Size(width: 800, height: 600))
    #expect(scene["files.list.0"]?.look.text == "c\u{FFFD}\u{FFFD}gnp.exe.png (chosen)")
    #expect(scene["files.path.1"]?.look.text == "a\u{FFFD}b")
    #expect(chooser.path(row: 0) == "/a\nb/c\n\u{202E}gnp.exe.png")
  }

  @Test func theQuestionTakesThePlaceOfTheButtons() {
    var chooser = FileChooser("Save", .save(name: "a.png", endings: [".png"]), directory: "/a", home: nil)
    _ = chooser.start()
    chooser.receive(.success(DirectoryListing(path: "/a", entries: [])), request: 1)
    let size = Size(width: 800, height: 600)
    #expect(scene(chooser, size)["files.open"]?.look.text == "Save")
    #expect(scene(chooser, size)["files.empty"]?.look.text == "No folders here")
    _ = chooser.handle(KeyEvent(.enter), focus: nil)
    _ = chooser.receive(.file, of: "/a/a.png", request: 2)
    let asked = scene(chooser, size)
    #expect(asked["files.open"] == nil)
    #expect(asked["files.replace"] != nil && asked["files.keep"] != nil)
    #expect(asked["files.message"]?.look.text == "a.png is there already")
  }

  @Test func directoriesAreListed() throws {
    let directory = try StorageDirectory()
    for name in ["b.png", "A.ndjson", "line\nend.png", ".x", "b10.png", "b9.png"] { try directory.write("x", to: name) }
    mkdir(directory.file("z"), 0o700)
    mkfifo(directory.file("pipe.png"), 0o600)
    symlink("nowhere", directory.file("broken.png"))
    symlink("b.png", directory.file("link.png"))
    // A name that is not UTF-8.
    close(open(directory.path.utf8CString.dropLast() + [0x2F, -1, 0x61, 0], O_CREAT | O_WRONLY, 0o600))
    let listing = try DirectoryListing.read(directory.path).get()
    #expect(
      listing.entries.map(\.name) == ["z", ".x", "A.ndjson", "b.png", "b9.png", "b10.png", "line\nend.png", "link.png"])
    #expect(listing.entries.map(\.isDirectory) == [true] + Array(repeating: false, count: 7))
    #expect(listing.entries[3].size == 1)
    #expect(!listing.isCut)
    #expect(
      DirectoryListing.read(directory.file("none"))
        == .failure(FileTrouble("Could not read none: No such file or directory")))
    #expect(
      DirectoryListing.read(directory.file("b.png")) == .failure(FileTrouble("Could not read b.png: Not a directory")))
  }

  @Test func smallPicturesAreMade() throws {
    let directory = try StorageDirectory()
    let surface = try ImageSurface(width: 100, height: 50, isOpaque: true)
    try surface.draw { $0.paint(Color(0x102030)) }
    let picture = try directory.write(try PNG.encode(surface), to: "a.png")
    let drawing = try directory.write("{\"strokes\":[[[1,2]]],\"label\":\"5\"}\n", to: "b.ndjson")
    let text = try directory.write("x", to: "c.png")
    func draw(_ drawing: Drawing, _ side: Int) -> PixelImage? {
      drawing.label == "5"
        ? PixelImage(width: side, height: side, pixels: .init(repeating: 9, count: side * side)) : nil
    }
    let small = try #require(Thumbnail.read(picture, side: 32, draw: draw))
    #expect(small.width == 25 && small.height == 13 && small[3, 3] == 0xFF10_2030)
    #expect(Thumbnail.read(drawing, side: 8, draw: draw)?.pixels == .init(repeating: 9, count: 64))
    #expect(Thumbnail.read(text, side: 32, draw: draw) == nil)
    #expect(Thumbnail.read(directory.path, side: 32, draw: draw) == nil)
  }
}
