/// The ink of a picture in connected pieces, before anybody says what they are.
struct PictureInk {
  /// How much of it lies on each pixel.
  let ink: Plane
  /// Connected pieces, of which there is at least one.
  let marks: [InkMark]
  private let levels: InkLevels
  /// Where the upper left corner lies in the picture, and its pixels for each pixel here.
  private let origin: SIMD2<Double>
  private let scale: Double

  /// Smaller than this is dust.
  var leastSide: Int { (ink.longerSide + 99) / 100 }

  /// The ink of `picture`; nil where there is none.
  init?(_ picture: Picture) {
    let colors = WorkingColors(picture)
    let sheet = Sheet(colors)
    let map = InkMap(sheet?.alone(colors) ?? colors).ink.smoothed()
    ink = RuledLines.removed(from: map, threshold: max(2.5 * InkLevels(map).noise, 2.5))
    levels = InkLevels(ink)
    guard !levels.isBlank else { return nil }
    marks = InkMarks.find(in: ink, low: levels.low, high: levels.high)
    scale = Double(max(picture.width, picture.height)) / Double(colors.red.longerSide)
    origin = SIMD2<Double>(sheet?.corner ?? .zero) * scale
  }

  /// Where `box` lies in the picture.
  func bounds(_ box: PixelBox) -> InkBounds {
    InkBounds(
      low: origin + SIMD2(Double(box.left), Double(box.top)) * scale,
      high: origin + SIMD2(Double(box.right), Double(box.bottom)) * scale)
  }

  /// The side of the largest dust, in pixels of the picture.
  var dust: Double { Double(leastSide) * scale }

  /// Some of the marks as the network sees them, with all steps on the way; there is at least one.
  func stages(of digit: [InkMark]) -> PictureStages {
    let box = digit.dropFirst().reduce(digit[0].box) { $0.union($1.box) }
    let alone = DigitShape(ink, digit: digit, box: box, threshold: levels.low)
    let pen = PenWidth.moved(alone.isInk, by: alone.growth)
    let scaled = DigitBox.scaled(pen, box: pen.inkBox, width: alone.width)
    return PictureStages(
      ink: ink.image(white: levels.stroke), box: box, digit: pen.image(white: 1), scaled: scaled,
      frame: DigitFrame.centered(scaled))
  }
}
