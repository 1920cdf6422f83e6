import Glibc
import Graphics
import Ink
import Studio
import Testing

@Suite struct StorageFileTests {
  private func message(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch { return "\(error)" }
  }

  @Test func drawingsAreReadAndSaved() throws {
    let directory = try StorageDirectory()
    let drawing = try Drawing(line: #"{"strokes":[[[1,2],[3,4,0.5]]],"label":"7","mood":"good"}"#)
    try DrawingFile.save(drawing, path: directory.file("a.ndjson"))
    #expect(try DrawingFile.read(path: directory.file("a.ndjson")).drawings == [drawing])
    #expect(directory.names == ["a.ndjson"])
  }

  @Test func goodLinesAroundBadOnesAreRead() throws {
    let directory = try StorageDirectory()
    let line = #"{"strokes":[[[1,2]]]}"#
    let path = try directory.write("\(line)\n{\"strokes\":7}\n\n\(line)\n\(line)\n", to: "some.ndjson")
    let all = try DrawingFile.read(path: path)
    #expect(all.drawings.count == 3)
    #expect(
      all.troubles.map(\.description) == [
        "Could not read some.ndjson: line 2: strokes: expected a list at byte 11"
      ])
    #expect(!all.hasMore)
    let first = try DrawingFile.read(path: path, limit: 1)
    #expect(first.drawings.count == 1)
    #expect(first.hasMore)
  }

  @Test func whatIsNoDrawingFileIsTold() throws {
    let directory = try StorageDirectory()
    try directory.write("", to: "empty.ndjson")
    try directory.write("hello\n", to: "line\nend.ndjson")
    try directory.write([0x1F, 0x8B, 8, 0, 0], to: "torn.ndjson.gz")
    mkfifo(directory.file("pipe.ndjson"), 0o600)
    func reading(_ name: String) -> String? { message { _ = try DrawingFile.read(path: directory.file(name)) } }
    #expect(reading("empty.ndjson") == "Could not read empty.ndjson: there is no drawing in it")
    #expect(
      reading("line\nend.ndjson")
        == "Could not read line\u{FFFD}end.ndjson: line 1: expected an object at byte 0")
    #expect(reading("torn.ndjson.gz") == "Could not read torn.ndjson.gz: the gzip data end too early")
    #expect(reading("pipe.ndjson") == "Could not read pipe.ndjson: it is not a plain file")
    #expect(reading("none.ndjson") == "Could not read none.ndjson: no such file")
    #expect(reading("") == "Could not read \(directory.path.split(separator: "/")[1]): it is a directory")
  }

  @Test func whatCannotBeSavedIsTold() throws {
    let directory = try StorageDirectory()
    #expect(
      message { try DrawingFile.save(Drawing(), path: directory.file("no/a.ndjson")) }
        == "Could not save a.ndjson: No such file or directory")
    #expect(
      message { try DrawingFile.save(Drawing(), path: directory.file("a.ndjson.gz")) }
        == "Could not save a.ndjson.gz: only .ndjson is written, not .gz")
    #expect(directory.names == [])
  }

  private func png(width: Int, height: Int) throws -> [UInt8] {
    let surface = try ImageSurface(width: width, height: height, isOpaque: true)
    try surface.draw { $0.paint(Color(0x336699)) }
    return try PNG.encode(surface)
  }

  @Test(arguments: [(28, 28, 28, 28), (1000, 500, 1000, 500), (1001, 501, 501, 251), (1200, 1600, 600, 800)])
  func picturesBecomeSmallAndLieInTheMiddle(width: Int, height: Int, newWidth: Int, newHeight: Int) throws {
    let image = try ImportedPicture.decode(
      png(width: width, height: height), name: "a.png", canvasSide: 400)
    let pixels = try PNG.decode(image.png)
    #expect(pixels.width == newWidth && pixels.height == newHeight)
    #expect(pixels[0, 0] == 0xFF33_6699)
    #expect(max(image.box.width, image.box.height) == 400)
    #expect(abs(image.box.width / image.box.height - Double(newWidth) / Double(newHeight)) < 1e-9)
    #expect(image.box.x * 2 + image.box.width == 400)
    #expect(image.box.y * 2 + image.box.height == 400)
  }

  @Test func whatIsNoPictureIsTold() throws {
    let directory = try StorageDirectory()
    try directory.write("hello", to: "scan.png")
    try directory.write("GIF89a", to: "b.png")
    try directory.write(Array(try png(width: 9, height: 9).prefix(40)), to: "c.png")
    func reading(_ name: String) -> String? {
      message { _ = try ImportedPicture.read(path: directory.file(name), canvasSide: 1) }
    }
    #expect(reading("scan.png") == "Could not read scan.png: not a PNG or JPEG")
    #expect(reading("b.png") == "Could not read b.png: it is a GIF, not a PNG or a JPEG; save it as one of these")
    #expect(reading("c.png")?.hasPrefix("Could not read c.png: it is a damaged PNG: ") == true)
    #expect(reading("d.png") == "Could not read d.png: no such file")
    #expect(
      message { _ = try ImportedPicture.decode([], name: "the clipboard", canvasSide: 1) }
        == "Could not read the clipboard: it is empty; save the picture again")
  }

  @Test func picturesAreExportedByTheirEnding() throws {
    let directory = try StorageDirectory()
    let picture = Export.Picture(size: Size(width: 30, height: 20), title: "Seven") { context in
      context.paint(Color(0xFF0000))
    }
    for name in ["a.png", "a.SVG", "a.b.pdf"] { try Export.save(picture, path: directory.file(name)) }
    let image = try PNG.decode(directory.read("a.png"))
    #expect(image.width == 60 && image.height == 40 && image[59, 39] == 0xFFFF_0000)
    #expect(try directory.text("a.SVG").contains("<svg"))
    #expect(try directory.read("a.b.pdf").starts(with: "%PDF".utf8))
    for name in ["a.gif", "png", "a.png/"] {
      #expect(
        message { try Export.save(picture, path: directory.file(name)) }?.hasPrefix("Could not save ") == true)
    }
    let bad = Export.Picture(size: Size(width: 0, height: 20)) { _ in }
    #expect(message { try Export.save(bad, path: directory.file("bad.svg")) } != nil)
    #expect(directory.names == ["a.SVG", "a.b.pdf", "a.png"])
  }

  @Test func probabilitiesAreExportedAsCSV() {
    let shares: [Float] = [0.9987654321, 0, 1, 0.0000001, 0.5]
    #expect(
      Export.csv(probabilities: shares) == "digit,probability\n0,0.998765\n1,0\n2,1\n3,0\n4,0.5\n")
  }
}
