import Recognition
import Testing

/// Pictures drawn by arithmetic: paper, pen and light as a test wants them.
private struct Sheet {
  let width: Int
  let height: Int
  /// Light of each pixel before ink: 0…255.
  var light: [Double]

  init(_ width: Int, _ height: Int, paper: (Int, Int) -> Double = { _, _ in 240 }) {
    self.width = width
    self.height = height
    light = (0..<width * height).map { paper($0 % width, $0 / width) }
  }

  /// Draws where the distance to `shape` is less than half the pen; `ink` is what is left of the light.
  mutating func draw(pen: Double, ink: Double = 0.2, shape: (Double, Double) -> Double) {
    for place in light.indices {
      let distance = shape(Double(place % width) + 0.5, Double(place / width) + 0.5)
      let coverage = min(max(pen / 2 + 0.5 - distance, 0), 1)
      light[place] *= 1 - coverage * (1 - ink)
    }
  }

  var picture: Picture { Picture(luminance: light.map { UInt8(min(max($0, 0), 255)) }, width: width, height: height) }

  var inverted: Picture {
    Picture(luminance: light.map { UInt8(255 - min(max($0, 0), 255)) }, width: width, height: height)
  }
}

private func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> (Double, Double) -> Double {
  { x, y in
    let (dx, dy) = (x2 - x1, y2 - y1)
    let share = min(max(((x - x1) * dx + (y - y1) * dy) / max(dx * dx + dy * dy, 1e-9), 0), 1)
    let (ox, oy) = (x - x1 - share * dx, y - y1 - share * dy)
    return (ox * ox + oy * oy).squareRoot()
  }
}

/// A four: an open top, a bar, a long stem.
private func four(x: Double, y: Double, size: Double) -> (Double, Double) -> Double {
  let strokes = [
    line(x, y, x - 0.1 * size, y + 0.6 * size),
    line(x - 0.1 * size, y + 0.6 * size, x + 0.6 * size, y + 0.55 * size),
    line(x + 0.4 * size, y + 0.1 * size, x + 0.35 * size, y + size),
  ]
  return { px, py in strokes.reduce(.infinity) { min($0, $1(px, py)) } }
}

@Suite struct PictureFramerTests {
  private func plain(pen: Double = 12) -> Sheet {
    var sheet = Sheet(320, 320)
    sheet.draw(pen: pen, shape: four(x: 120, y: 90, size: 140))
    return sheet
  }

  /// The mean difference of two frames in grey levels per pixel of ink; rounding may move them by a pixel.
  private func difference(_ one: GrayImage, _ two: GrayImage) -> Double {
    let ink = Double(max(one.pixels.count { $0 > 0 }, 1))
    return [-29, -28, -27, -1, 0, 1, 27, 28, 29].reduce(.infinity) { best, shift in
      let sum = one.pixels.indices.reduce(0) { sum, place in
        let moved = place + shift
        return sum + abs(Int(one.pixels[place]) - (two.pixels.indices.contains(moved) ? Int(two.pixels[moved]) : 0))
      }
      return min(best, Double(sum) / ink)
    }
  }

  private func box(_ image: GrayImage) -> (width: Int, height: Int) {
    let places = image.pixels.indices.filter { image.pixels[$0] > 0 }
    let (columns, rows) = (places.map { $0 % image.width }, places.map { $0 / image.width })
    return ((columns.max() ?? 0) - (columns.min() ?? 0) + 1, (rows.max() ?? 0) - (rows.min() ?? 0) + 1)
  }

  private func center(_ image: GrayImage) -> (x: Double, y: Double) {
    let total = image.pixels.reduce(0.0) { $0 + Double($1) }
    let sums = image.pixels.indices.reduce(into: (0.0, 0.0)) { sums, place in
      sums.0 += Double(image.pixels[place]) * Double(place % image.width)
      sums.1 += Double(image.pixels[place]) * Double(place / image.width)
    }
    return (sums.0 / total, sums.1 / total)
  }

  private func expectSame(_ picture: Picture, within limit: Double = 12, _ comment: Comment? = nil) throws {
    let expected = try #require(PictureFramer.frame(plain().picture))
    let found = try #require(PictureFramer.frame(picture), comment)
    let difference = difference(found, expected)
    #expect(difference < limit, comment)
  }

  @Test func framesAreThoseOfMNIST() throws {
    let frame = try #require(PictureFramer.frame(plain().picture))
    #expect(frame.width == 28 && frame.height == 28)
    #expect(box(frame).height == 20 && box(frame).width < 20)
    let center = center(frame)
    #expect((13.5...14.5).contains(center.x) && (13.5...14.5).contains(center.y))
    #expect(frame.pixels.max() == 255)
  }

  @Test func lightInkOnDarkPaperIsTheSame() throws { try expectSame(plain().inverted) }

  @Test func inkOnNothingIsTheSame() throws {
    let paper = plain().light
    for shade: UInt32 in [0, 255] {
      let pixels = paper.map { value in
        let alpha = UInt32(min(max(255 - value / 240 * 255, 0) / 0.8, 255))
        return alpha << 24 | (alpha * shade / 255) * 0x01_0101
      }
      try expectSame(Picture(width: 320, height: 320, pixels: pixels), within: 16, "shade \(shade)")
    }
  }

  @Test(arguments: [2.0, 4, 8, 16, 23])
  func everyPenLooksLikeOne(pen: Double) throws { try expectSame(plain(pen: pen).picture, within: 30) }

  @Test func unevenLightIsTheSame() throws {
    var slope = Sheet(320, 320) { x, y in 90 + 0.3 * Double(x) + 0.15 * Double(y) }
    slope.draw(pen: 12, shape: four(x: 120, y: 90, size: 140))
    try expectSame(slope.picture, within: 16)
    var shadow = Sheet(320, 320) { x, y in x + y / 2 < 250 ? 120 : 240 }
    shadow.draw(pen: 12, shape: four(x: 120, y: 90, size: 140))
    try expectSame(shadow.picture, within: 20)
  }

  @Test func aSheetOnADarkTableIsTheSame() throws {
    for lean in [-0.15, 0, 0.1] {
      var sheet = Sheet(420, 420) { x, y in
        let (right, down) = (Double(x - 210), Double(y - 210))
        let isOnSheet = abs(right + lean * down) < 150 && abs(down - lean * right) < 170
        return isOnSheet ? 220 : 50 + Double(x * 7 % 40)
      }
      sheet.draw(pen: 12, ink: 0.65, shape: four(x: 170, y: 140, size: 140))
      try expectSame(sheet.picture, within: 16, "lean \(lean)")
    }
  }

  @Test func theInsideOfALargeNoughtIsNoSheet() throws {
    for inside in [1.0, 0.8] {
      var sheet = Sheet(280, 280)
      sheet.draw(pen: 40) { x, y in
        abs((((x - 140) / inside) * ((x - 140) / inside) + (y - 140) * (y - 140)).squareRoot() - 114)
      }
      let frame = try #require(PictureFramer.frame(sheet.picture))
      #expect(box(frame).height == 20 && box(frame).width >= 14)
      #expect(frame[14, 14] == 0)
    }
  }

  /// An eight whose holes a broad pen has almost closed, as compact as a sheet.
  private func eight(x: Double, y: Double, size: Double) -> (Double, Double) -> Double {
    { px, py in
      let upper = ((px - x) * (px - x) + (py - y - 0.22 * size) * (py - y - 0.22 * size)).squareRoot()
      let lower = ((px - x) * (px - x) + (py - y - 0.72 * size) * (py - y - 0.72 * size)).squareRoot()
      return min(abs(upper - 0.22 * size), abs(lower - 0.28 * size))
    }
  }

  @Test(arguments: [20.0, 34, 40])
  func broadPensAreNeitherPaperNorSheets(pen: Double) throws {
    for shape in [four(x: 110, y: 40, size: 200), eight(x: 140, y: 40, size: 200)] {
      var sheet = Sheet(280, 280, paper: { _, _ in 255 })
      sheet.draw(pen: pen, ink: 0, shape: shape)
      let dark = try #require(PictureFramer.stages(of: sheet.picture))
      let light = try #require(PictureFramer.stages(of: sheet.inverted))
      let top = 40 - pen / 2
      #expect(abs(Double(dark.box.top) - top) < 4 && abs(Double(dark.box.height) - 200 - pen) < 8)
      #expect(difference(dark.frame, light.frame) < 12)
      // All ink and only ink: a stroke through the middle is as black as its ends.
      let ink = sheet.light.count { $0 < 128 }
      let found = dark.ink.pixels.count { $0 > 128 }
      #expect(abs(found - ink) * 50 < ink)
    }
  }

  @Test func printedLinesAreTakenOut() throws {
    var ruled = Sheet(320, 320) { _, y in y % 40 < 2 ? 150 : 240 }
    ruled.draw(pen: 12, shape: four(x: 120, y: 90, size: 140))
    try expectSame(ruled.picture, within: 16)
    var squared = Sheet(320, 320) { x, y in y % 32 < 2 || x % 32 < 2 ? 160 : 240 }
    squared.draw(pen: 12, shape: four(x: 120, y: 90, size: 140))
    try expectSame(squared.picture, within: 16)
  }

  @Test func straightStrokesAreNotPrintedLines() throws {
    var sheet = Sheet(320, 320) { _, y in y % 40 < 2 ? 180 : 240 }
    sheet.draw(pen: 8, shape: line(160, 60, 160, 260))
    let frame = try #require(PictureFramer.frame(sheet.picture))
    #expect(box(frame).height == 20 && box(frame).width <= 5)
  }

  @Test func otherMarksAreLeftOut() throws {
    var sheet = plain()
    sheet.draw(pen: 14, shape: line(30, 20, 34, 22))
    sheet.draw(pen: 3, shape: line(290, 290, 292, 290))
    try expectSame(sheet.picture)
  }

  @Test func aDetachedBarBelongsToTheDigit() throws {
    var sheet = Sheet(320, 320)
    sheet.draw(pen: 12, shape: line(120, 80, 200, 80))
    sheet.draw(pen: 12, shape: line(120, 110, 118, 240))
    let stages = try #require(PictureFramer.stages(of: sheet.picture))
    #expect(stages.box.top <= 80 && stages.box.bottom >= 240 && stages.box.right >= 200)
  }

  @Test func emptyPaperHasNoDigit() {
    #expect(PictureFramer.frame(Sheet(300, 200).picture) == nil)
    #expect(PictureFramer.frame(Sheet(300, 200) { x, y in 80 + 0.4 * Double(x) }.picture) == nil)
    #expect(PictureFramer.frame(Sheet(300, 200) { x, y in 220 + Double((x * 7919 + y * 104_729) % 7) }.picture) == nil)
    for (width, height) in [(1, 1), (1, 500), (500, 1), (2, 3)] {
      #expect(PictureFramer.frame(Sheet(width, height).picture) == nil)
    }
  }

  @Test func aDotStaysSmall() throws {
    var sheet = Sheet(300, 300)
    sheet.draw(pen: 24, shape: line(150, 150, 151, 150))
    let frame = try #require(PictureFramer.frame(sheet.picture))
    #expect(box(frame).width <= 5 && box(frame).height <= 5)
  }

  @Test func framedDigitsComeBackUnchanged() throws {
    let frame = try #require(PictureFramer.frame(plain().picture))
    #expect(PictureFramer.frame(Picture(luminance: frame.pixels, width: 28, height: 28)) == frame)
    #expect(PictureFramer.frame(Picture(luminance: frame.pixels.map { 255 - $0 }, width: 28, height: 28)) == frame)
  }

  @Test func smallAndLargePicturesAreTheSame() throws {
    for size in [40.0, 900, 1500] {
      var sheet = Sheet(Int(size), Int(size))
      sheet.draw(pen: size * 0.0375, shape: four(x: size * 0.375, y: size * 0.28, size: size * 0.4375))
      try expectSame(sheet.picture, within: 30, "size \(size)")
    }
  }
}
