import Glibc
import Graphics
import Testing

@Suite struct PictureFileTests {
  private func channels(_ pixel: UInt32) -> [Int] { [16, 8, 0].map { Int(pixel >> UInt32($0) & 0xFF) } }

  private func isNear(_ pixel: UInt32, _ color: [Int]) -> Bool {
    zip(channels(pixel), color).allSatisfy { abs($0 - $1) <= 8 } && pixel >> 24 == 255
  }

  /// A JPEG with the camera's note on how it was held.
  private func jpeg(
    orientation: UInt8, isLittle: Bool, of picture: [UInt8] = PictureSamples.baseline
  ) -> [UInt8] {
    let entry: [UInt8] =
      isLittle
      ? [0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0] : [1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
    let start = isLittle ? Array("II*\0".utf8) + [8, 0, 0, 0, 1, 0] : Array("MM\0*".utf8) + [0, 0, 0, 8, 0, 1]
    let body = Array("Exif\0\0".utf8) + start + entry + [0, 0, 0, 0]
    return [0xFF, 0xD8, 0xFF, 0xE1, 0, UInt8(body.count + 2)] + body + picture.dropFirst(2)
  }

  /// A copy of a JPEG whose header claims another size.
  private func jpeg(width: Int, height: Int) throws -> [UInt8] {
    var bytes = PictureSamples.baseline
    let frame = try #require(bytes.indices.first { bytes[$0...].starts(with: [0xFF, 0xC0]) })
    bytes.replaceSubrange(
      frame + 5..<frame + 9, with: [height >> 8, height & 255, width >> 8, width & 255].map { UInt8($0) })
    return bytes
  }

  @Test(arguments: [PictureSamples.baseline, PictureSamples.progressive, PictureSamples.fourInks])
  func everyKindOfJPEGHasItsColors(bytes: [UInt8]) throws {
    let image = try PictureFile.decode(bytes)
    #expect(image.width == 16 && image.height == 8)
    #expect(isNear(image[2, 4], [200, 40, 40]), "\(channels(image[2, 4]))")
    #expect(isNear(image[13, 4], [255, 255, 255]), "\(channels(image[13, 4]))")
  }

  @Test func grayJPEGIsGray() throws {
    let image = try PictureFile.decode(PictureSamples.gray)
    #expect(isNear(image[2, 4], [88, 88, 88]))
    #expect(isNear(image[13, 4], [255, 255, 255]))
  }

  @Test(arguments: [PictureSamples.sixteenBits, PictureSamples.palette, PictureSamples.interlaced])
  func everyKindOfPNGHasItsColors(bytes: [UInt8]) throws {
    #expect(try PictureFile.decode(bytes).pixels == [0xFFC8_2828, 0xFFFF_FFFF])
  }

  @Test func transparentPixelsStayTransparent() throws {
    #expect(try PictureFile.decode(PictureSamples.grayAlpha).pixels == [0xFF64_6464, 0])
  }

  /// The corners of a picture that are dark.
  private func darkCorners(_ image: PixelImage) -> [String] {
    let (right, bottom) = (image.width - 1, image.height - 1)
    let corners = [
      ("upper left", 0, 0), ("upper right", right, 0), ("lower left", 0, bottom), ("lower right", right, bottom),
    ]
    return corners.filter { channels(image[$0.1, $0.2])[1] < 100 }.map(\.0)
  }

  @Test(arguments: [true, false])
  func camerasSayWhatIsUp(isLittle: Bool) throws {
    // Where the stored upper left corner lies once the picture is upright; with the sides, this tells all eight apart.
    let corners = ["upper left", "upper right", "lower right", "lower left"]
    for (index, corner) in (corners + corners).enumerated() {
      let bytes = jpeg(orientation: UInt8(index + 1), isLittle: isLittle, of: PictureSamples.markedCorner)
      let image = try PictureFile.decode(bytes)
      let isTurned = index >= 4
      #expect(image.width == (isTurned ? 16 : 32) && image.height == (isTurned ? 32 : 16))
      #expect(darkCorners(image) == [corner], "orientation \(index + 1)")
    }
  }

  @Test func senselessNotesArePassedOver() throws {
    for orientation: UInt8 in [0, 9, 255] {
      #expect(try PictureFile.decode(jpeg(orientation: orientation, isLittle: true)).width == 16)
    }
    // Every single byte of the note damaged in turn: the picture is still read.
    for place in 6..<38 {
      var bytes = jpeg(orientation: 6, isLittle: false)
      bytes[place] ^= 0xFF
      #expect(try PictureFile.decode(bytes).pixels.count == 128)
    }
  }

  @Test func hugeAndEmptyPicturesAreRefusedByTheirHeader() throws {
    let huge = try jpeg(width: 20_000, height: 20_000)
    #expect(throws: PictureError.tooLarge(width: 20_000, height: 20_000)) { try PictureFile.decode(huge) }
    var png = PictureSamples.palette
    png.replaceSubrange(16..<24, with: [0, 0, 0x4E, 0x20, 0, 0, 0x4E, 0x20])
    #expect(throws: PictureError.tooLarge(width: 20_000, height: 20_000)) { try PictureFile.decode(png) }
    png.replaceSubrange(16..<24, with: [0, 0, 0, 0, 0, 0, 0, 9])
    #expect(throws: PictureError.noPixels(width: 0, height: 9)) { try PictureFile.decode(png) }
    let empty = try jpeg(width: 0, height: 8)
    #expect(throws: PictureError.self) { try PictureFile.decode(empty) }
  }

  @Test func largePicturesComeOutSmaller() throws {
    let surface = try ImageSurface(width: 3000, height: 1500, isOpaque: true)
    try surface.draw { context in
      context.paint(Color(0xFFFFFF))
      context.fill(Rect(x: 0, y: 0, width: 1500, height: 1500), with: Color(0x204060))
    }
    let image = try PictureFile.decode(PNG.encode(surface))
    #expect(image.width == 1500 && image.height == 750)
    #expect(image[749, 300] == 0xFF20_4060 && image[750, 300] == 0xFFFF_FFFF)
  }

  @Test func cutFilesSaySo() throws {
    let jpeg = Array(PictureSamples.baseline.dropLast(12))
    #expect(throws: PictureError.damaged(.jpeg, reason: "it ends too early")) { try PictureFile.decode(jpeg) }
    let png = Array(PictureSamples.palette.dropLast(30))
    #expect(throws: PictureError.damaged(.png, reason: "it ends too early")) { try PictureFile.decode(png) }
    for length in 3..<PictureSamples.progressive.count - 2 {
      #expect(throws: PictureError.self) { try PictureFile.decode(Array(PictureSamples.progressive[..<length])).width }
    }
  }

  @Test func wrongChecksumsAreDamage() {
    var png = PictureSamples.palette
    png[30] ^= 1
    #expect(throws: PictureError.self) { try PictureFile.decode(png) }
  }

  @Test(arguments: [
    ("", "is empty; save the picture again"),
    ("GIF89a", "is a GIF, not a PNG or a JPEG; save it as one of these"),
    ("%PDF-1.4", "is a PDF, not a PNG or a JPEG; save it as one of these"),
    ("hello", "is not a PNG or a JPEG"),
  ])
  func otherFilesAreNamed(text: String, message: String) {
    let error = #expect(throws: PictureError.self) { try PictureFile.decode(Array(text.utf8)) }
    #expect(error.map(String.init(describing:)) == message)
  }

  @Test func errorsSayWhatToDo() {
    #expect(throws: PictureError.directory) { try PictureFile.read(path: "/") }
    #expect(throws: PictureError.unreadable(reason: "No such file or directory")) {
      try PictureFile.read(path: "/nowhere/at/all.png")
    }
    #expect("\(PictureError.directory)" == "is a directory; name the pictures in it")
    #expect(
      "\(PictureError.tooLarge(width: 9000, height: 9000))"
        == "has 9000×9000 pixels, more than 64 megapixels; make the picture smaller")
    #expect(
      "\(PictureError.damaged(.jpeg, reason: "it ends too early"))"
        == "is a damaged JPEG: it ends too early; copy or save it again")
    #expect("\(PictureError.noPixels(width: 0, height: 9))" == "has 0×9 pixels: there is nothing to see")
  }

  @Test func aPipeIsReadToItsEnd() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    let bytes = PictureSamples.baseline
    #expect(write(ends[1], bytes, bytes.count) == bytes.count)
    close(ends[1])
    defer { close(ends[0]) }
    #expect(try PictureFile.read(descriptor: ends[0]).width == 16)
  }
}
