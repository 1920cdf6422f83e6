/// The ink of a picture in connected pieces, before anybody says what they are.
struct PictureInk {
  /// How much of it lies on each pixel.
  let ink: Plane
  /// Whether it is darker than the paper.
  let isDarkInk: Bool
  /// Connected pieces; none where nothing stands out.
  let marks: [InkMark]
  private let levels: InkLevels
  /// Where the upper left corner lies in the picture, and its pixels for each pixel here.
  private let origin: SIMD2<Double>
  private let scale: Double

  /// Smaller than this is dust.
  private var leastSide: Int { (ink.longerSide + 99) / 100 }

  /// Looks for the ink of `picture`, as far as `options` leave it open.
  init(_ picture: Picture, _ options: PictureOptions = .automatic) {
    let picture = options.crop.flatMap(picture.cropped) ?? picture
    let colors = WorkingColors(picture)
    // Light ink lies on no light sheet: what looks like one is a thick stroke.
    let sheet = options.polarity == .lightInk ? nil : Sheet(colors)
    let map = InkMap(sheet?.alone(colors) ?? colors, polarity: options.polarity)
    isDarkInk = map.isDarkInk
    let smoothed = map.ink.smoothed()
    ink = RuledLines.removed(from: smoothed, threshold: max(2.5 * InkLevels(smoothed).noise, 2.5))
    levels = InkLevels(ink, share: options.threshold.map { Float($0) })
    marks = levels.isBlank ? [] : InkMarks.find(in: ink, low: levels.low, high: levels.high)
    scale = Double(max(picture.width, picture.height)) / Double(colors.red.longerSide)
    origin = SIMD2<Double>(sheet?.corner ?? .zero) * scale
  }

  /// The marks that are a single digit; none where there is only dust.
  var digit: [InkMark] {
    let digit = DigitChoice(width: ink.width, height: ink.height).digit(among: marks)
    return PictureInk.box(around: digit).map { $0.longerSide >= leastSide } ?? false ? digit : []
  }

  /// What counts as ink, as a share of the strength of a typical stroke; nil where nothing stands out.
  var threshold: Double? { levels.isBlank ? nil : Double(levels.low / levels.stroke) }

  /// All ink to look at; a typical stroke is 255.
  var image: GrayImage { ink.image(white: max(levels.stroke, 1)) }

  /// What counts as ink: 255 for `digit`, less for the rest.
  func image(of digit: [InkMark]) -> GrayImage {
    var image = GrayImage(width: ink.width, height: ink.height)
    guard !levels.isBlank else { return image }
    for (place, value) in ink.values.enumerated() where value > levels.low {
      image.pixels[place] = PictureFindings.otherInk
    }
    for place in digit.lazy.flatMap(\.pixels) { image.pixels[Int(place)] = 255 }
    return image
  }

  /// Where `box` lies in the picture.
  func bounds(_ box: PixelBox) -> InkBounds {
    InkBounds(
      low: origin + SIMD2(Double(box.left), Double(box.top)) * scale,
      high: origin + SIMD2(Double(box.right), Double(box.bottom)) * scale)
  }

  /// The side of the largest dust, in pixels of the picture.
  var dust: Double { Double(leastSide) * scale }

  /// Some of the marks as the network sees them, with all steps on the way; nil for none.
  func stages(of digit: [InkMark]) -> PictureStages? {
    guard let box = PictureInk.box(around: digit) else { return nil }
    let alone = DigitShape(ink, digit: digit, box: box, threshold: levels.low)
    let pen = PenWidth.moved(alone.isInk, by: alone.growth)
    let scaled = DigitBox.scaled(pen, box: pen.inkBox, width: alone.width)
    return PictureStages(
      ink: image, box: box, digit: pen.image(white: 1), scaled: scaled, frame: DigitFrame.centered(scaled))
  }

  private static func box(around marks: [InkMark]) -> PixelBox? {
    marks.first.map { first in marks.dropFirst().reduce(first.box) { $0.union($1.box) } }
  }
}
