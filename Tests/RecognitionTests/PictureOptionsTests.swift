import Recognition
import Testing

/// What a hand corrects in the way a picture is read.
@Suite struct PictureOptionsTests {
  /// Strokes of a light on a paper; `pen` is how wide they are.
  private struct Stroke {
    var x = 0.0...0.0
    var y = 0.0...0.0
    var light: Double
  }

  private func picture(_ width: Int, _ height: Int, paper: Double, _ strokes: [Stroke]) -> Picture {
    let light = (0..<width * height).map { place -> UInt8 in
      let (x, y) = (Double(place % width), Double(place / width))
      return UInt8(strokes.last { $0.x.contains(x) && $0.y.contains(y) }?.light ?? paper)
    }
    return Picture(luminance: light, width: width, height: height)
  }

  /// A seven: a bar and a stem.
  private func seven(x: Double, y: Double, light: Double) -> [Stroke] {
    [
      Stroke(x: x...(x + 80), y: y...(y + 12), light: light),
      Stroke(x: (x + 60)...(x + 72), y: y...(y + 130), light: light),
    ]
  }

  @Test func nothingCorrectedChangesNothing() throws {
    for paper in [235.0, 20] {
      let picture = picture(300, 260, paper: paper, seven(x: 90, y: 60, light: 255 - paper))
      let frame = try #require(PictureFramer.frame(picture))
      #expect(PictureFramer.frame(picture, options: .automatic) == frame)
      let findings = PictureFramer.findings(in: picture)
      #expect(findings.stages?.frame == frame)
      #expect(findings.stages == PictureFramer.stages(of: picture))
      #expect(findings.isDarkInk == (paper > 128))
    }
  }

  @Test func polarityIsTaken() throws {
    // A dark frame around a light field with a dark digit: the digit can be either.
    let picture = picture(300, 260, paper: 235, seven(x: 90, y: 60, light: 20))
    let light = PictureFramer.findings(in: picture, options: PictureOptions(polarity: .lightInk))
    #expect(!light.isDarkInk)
    let dark = PictureFramer.findings(in: picture, options: PictureOptions(polarity: .darkInk))
    #expect(dark.isDarkInk)
    #expect(dark.stages?.frame == PictureFramer.frame(picture))
    #expect(light.stages?.frame != dark.stages?.frame)
  }

  @Test func aCropLeavesOutTheRest() throws {
    let large = Stroke(x: 20...60, y: 20...240, light: 10)
    let both = picture(400, 260, paper: 235, [large] + seven(x: 220, y: 60, light: 60))
    let alone = picture(400, 260, paper: 235, seven(x: 220, y: 60, light: 60))
    #expect(PictureFramer.frame(both) != PictureFramer.frame(alone))
    let crop = PictureOptions(crop: PixelBox(left: 180, top: 20, right: 360, bottom: 240))
    let found = try #require(PictureFramer.frame(both, options: crop))
    #expect(found == PictureFramer.frame(alone, options: crop))
  }

  @Test func aThresholdDecidesWhatIsInk() throws {
    // A faint line crosses the digit's field: only a low threshold takes it for ink.
    let faint = Stroke(x: 40...260, y: 214...220, light: 200)
    let picture = picture(300, 260, paper: 235, [faint] + seven(x: 90, y: 60, light: 20))
    func ink(_ threshold: Double) -> Int {
      let marks = PictureFramer.findings(in: picture, options: PictureOptions(threshold: threshold)).marks
      return marks.pixels.count { $0 > 0 }
    }
    #expect(ink(0.05) > ink(0.5))
    #expect(ink(0.5) > ink(0.95))
    let findings = PictureFramer.findings(in: picture, options: PictureOptions(threshold: 0.4))
    let threshold = try #require(findings.threshold)
    #expect(abs(threshold - 0.4) < 0.001)
  }

  @Test func whatIsTooFaintByItselfIsFoundByHand() {
    let picture = picture(300, 260, paper: 200, seven(x: 90, y: 60, light: 195))
    #expect(PictureFramer.frame(picture) == nil)
    #expect(PictureFramer.findings(in: picture).stages == nil)
    #expect(PictureFramer.frame(picture, options: PictureOptions(threshold: 0.5)) != nil)
  }

  @Test func findingsOfAnEmptyPaperCanBeLookedAt() {
    let findings = PictureFramer.findings(in: picture(200, 100, paper: 240, []))
    #expect(findings.stages == nil)
    #expect(findings.threshold == nil)
    #expect(findings.ink.width > 0 && findings.marks.pixels.allSatisfy { $0 == 0 })
  }

  @Test(arguments: [
    PixelBox(left: -50, top: -50, right: 900, bottom: 900), PixelBox(left: 400, top: 400, right: 500, bottom: 500),
    PixelBox(left: 100, top: 100, right: 101, bottom: 101), PixelBox(left: 50, top: 50, right: 20, bottom: 20),
    PixelBox(left: 0, top: 0, right: 300, bottom: 1),
  ])
  func nonsenseDoesNoHarm(_ crop: PixelBox) {
    let picture = picture(300, 260, paper: 235, seven(x: 90, y: 60, light: 20))
    for polarity in PictureOptions.Polarity.allCases {
      for threshold in [nil, -1, 0, 0.5, 1, 7] {
        let options = PictureOptions(polarity: polarity, threshold: threshold, crop: crop)
        let findings = PictureFramer.findings(in: picture, options: options)
        #expect(findings.ink.pixels.count == findings.marks.pixels.count)
      }
    }
  }
}
