import Graphics
import Testing

@Suite struct MaskSurfaceTests {
  private let capsule = Capsule(from: Point(x: 12, y: 15), radius: 4, to: Point(x: 44, y: 38), radius: 9)

  private func mask(_ capsules: [Capsule], inside clip: PixelRect? = nil) throws -> MaskSurface {
    let mask = try MaskSurface(width: 64, height: 61)
    for capsule in capsules { mask.add(capsule, inside: clip ?? mask.bounds) }
    return mask
  }

  /// How many pixels differ; a list of all would take a failing test minutes to describe.
  private func differences(_ one: [UInt8], _ other: [UInt8]) -> Int { zip(one, other).count { $0 != $1 } }

  /// The share of each pixel that lies inside, by counting 16 × 16 places in it.
  private func counted(_ capsule: Capsule, x: Int, y: Int) -> Double {
    var inside = 0
    for step in 0..<256 {
      let point = Point(x: Double(x) + (Double(step % 16) + 0.5) / 16, y: Double(y) + (Double(step / 16) + 0.5) / 16)
      if isInside(point, capsule) { inside += 1 }
    }
    return Double(inside) / 256
  }

  /// Whether a circle somewhere between the two holds the place.
  private func isInside(_ point: Point, _ capsule: Capsule) -> Bool {
    (0...200).contains { step in
      let share = Double(step) / 200
      let x = capsule.start.x + (capsule.end.x - capsule.start.x) * share - point.x
      let y = capsule.start.y + (capsule.end.y - capsule.start.y) * share - point.y
      let radius = capsule.startRadius + (capsule.endRadius - capsule.startRadius) * share
      return x * x + y * y <= radius * radius
    }
  }

  @Test(arguments: [
    Capsule(from: Point(x: 12, y: 15), radius: 4, to: Point(x: 44, y: 38), radius: 9),
    Capsule(from: Point(x: 40, y: 12), radius: 6, to: Point(x: 40, y: 50), radius: 6),
    Capsule(from: Point(x: 8.3, y: 30.7), radius: 3, to: Point(x: 57, y: 30.7), radius: 3),
    Capsule(from: Point(x: 30, y: 30), radius: 12.5, to: Point(x: 32, y: 33), radius: 2),
    Capsule(from: Point(x: 20.4, y: 22.1), radius: 7.3, to: Point(x: 20.4, y: 22.1), radius: 7.3),
  ])
  func pixelsAreCoveredAsMuchAsTheyLieInside(capsule: Capsule) throws {
    let pixels = try mask([capsule]).pixels()
    for y in 0..<61 {
      for x in 0..<64 {
        let share = Double(pixels[y * 64 + x]) / 255
        // A straight edge through a corner of a pixel is told from one along its side by counting only.
        #expect(abs(share - counted(capsule, x: x, y: y)) < 0.13, "pixel \(x), \(y)")
      }
    }
  }

  @Test func piecesMakeTheSameLineInAnyOrder() throws {
    let parts = (0..<20).map { part in
      func place(_ step: Int) -> Point { Point(x: 10 + Double(step) * 2.2, y: 12 + Double(step * step) * 0.1) }
      return Capsule(from: place(part), radius: 5, to: place(part + 1), radius: 5)
    }
    let forwards = try mask(parts).pixels()
    #expect(try differences(mask(parts.reversed()).pixels(), forwards) == 0)
    #expect(try differences(mask(parts + parts).pixels(), forwards) == 0)
  }

  @Test func nothingIsDrawnBeyondTheClip() throws {
    let clip = PixelRect(x: 20, y: 18, width: 9, height: 7)
    let (all, part) = (try mask([capsule]).pixels(), try mask([capsule], inside: clip).pixels())
    for y in 0..<61 {
      for x in 0..<64 {
        let isInside = (20..<29).contains(x) && (18..<25).contains(y)
        #expect(part[y * 64 + x] == (isInside ? all[y * 64 + x] : 0))
      }
    }
  }

  @Test func partsAreClearedAndPutBack() throws {
    let (mask, aside) = (try mask([capsule]), try MaskSurface(width: 64, height: 61))
    let before = mask.pixels()
    let part = PixelRect(x: 15, y: 10, width: 20, height: 500)
    aside.copy(part, from: mask)
    mask.clear(part)
    #expect(mask.pixels()[20 * 64 + 20] == 0)
    mask.copy(part, from: aside)
    #expect(differences(mask.pixels(), before) == 0)
    mask.clear(mask.bounds)
    #expect(mask.pixels().count { $0 > 0 } == 0)
  }

  @Test func aLineThinnerThanAPixelIsAsFaint() throws {
    let thin = Capsule(from: Point(x: 5, y: 20.5), radius: 0.1, to: Point(x: 55, y: 20.5), radius: 0.1)
    #expect(try mask([thin]).pixels()[20 * 64 + 30] == 51)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 1e308, -1e308])
  func placesThatAreNoneDoNoHarm(value: Double) throws {
    for capsule in [
      Capsule(from: Point(x: value, y: 5), radius: 3, to: Point(x: 9, y: 9), radius: 3),
      Capsule(from: Point(x: 5, y: 5), radius: 3, to: Point(x: 9, y: value), radius: 3),
      Capsule(from: Point(x: 5, y: 5), radius: value, to: Point(x: 9, y: 5), radius: 3),
      Capsule(from: Point(x: 5, y: 5), radius: -3, to: Point(x: 9, y: 5), radius: -value),
    ] { _ = try mask([capsule]) }
  }

  @Test func impossibleSizesAreErrors() {
    #expect(throws: GraphicsError.badSize(width: 0, height: 4)) { _ = try MaskSurface(width: 0, height: 4) }
    #expect(throws: GraphicsError.badSize(width: 4, height: 32_768)) { _ = try MaskSurface(width: 4, height: 32_768) }
  }

  @Test(arguments: [1.0, 1.25, 1.5, 1.75, 2, 2.25, 3])
  func aMaskOfTheScreensPixelsIsPaintedPixelByPixel(scale: Double) throws {
    let mask = try mask([capsule])
    let surface = try ImageSurface(width: 90, height: 80, scale: scale, isOpaque: true)
    let place = Rect(x: 7 / scale, y: 11 / scale, width: 64 / scale, height: 61 / scale)
    try surface.draw {
      $0.paint(Color(0xFFFFFF))
      $0.paint(Color(0), through: mask, in: place)
    }
    let (image, coverage) = (try surface.pixels(), mask.pixels())
    for y in 0..<61 {
      for x in 0..<64 { #expect(image[x + 7, y + 11] & 0xFF == 255 - UInt32(coverage[y * 64 + x])) }
    }
  }

  @Test func anImageIsDrawnIntoItsPlace() throws {
    let image = PixelImage(gray: [0, 255, 255, 0], width: 2, height: 2, paper: Color(0xFFFFFF), ink: Color(0))
    let surface = try ImageSurface(width: 12, height: 12, scale: 2, isOpaque: true)
    let source = try ImageSurface(image)
    #expect(try source.pixels() == image)
    try surface.draw {
      $0.paint(Color(0xFF0000))
      $0.draw(source, in: Rect(x: 1, y: 1, width: 4, height: 4), isSmooth: false)
      #expect($0.clipBounds == Rect(x: 0, y: 0, width: 6, height: 6))
    }
    let drawn = try surface.pixels()
    #expect(drawn[1, 5] == 0xFFFF_0000)
    #expect(drawn[2, 2] == 0xFFFF_FFFF)
    #expect(drawn[6, 5] == 0xFF00_0000)
    #expect(drawn[10, 5] == 0xFFFF_0000)
  }

  @Test func aPathClips() throws {
    let surface = try ImageSurface(width: 10, height: 10, isOpaque: true)
    try surface.draw { context in
      context.clipped(to: Path(circleAt: Point(x: 5, y: 5), radius: 4)) { context.paint(Color(0xFFFFFF)) }
    }
    let image = try surface.pixels()
    #expect(image[5, 5] == 0xFFFF_FFFF)
    #expect(image[1, 1] == 0xFF00_0000)
  }

  @Test func aReducedMaskHoldsTheMeansOfBlocks() throws {
    let mask = try mask([capsule])
    let (pixels, small) = (mask.pixels(), try mask.reduced(by: 3))
    #expect(small.width == 21 && small.height == 20)
    let means = small.pixels()
    for index in means.indices {
      let (x, y) = (index % 21 * 3, index / 21 * 3)
      let sum = (0..<9).reduce(0) { $0 + Int(pixels[(y + $1 / 3) * 64 + x + $1 % 3]) }
      #expect(abs(Double(sum) / 9 - Double(means[index])) <= 0.5)
    }
    #expect(try mask.reduced(by: 100) === mask)
  }
}
