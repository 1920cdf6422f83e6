/// Turns a photograph, a scan or a screenshot of one digit into what the network sees.
public enum PictureFramer {
  /// The digit as 28×28 pixels; `nil` if there is nothing on the paper.
  ///
  /// A picture that is framed as MNIST's are comes back unchanged, unless something in `options` is corrected by hand.
  public static func frame(_ picture: Picture, options: PictureOptions = .automatic) -> GrayImage? {
    if options == .automatic, let framed = FramedDigit.found(in: picture) { return framed }
    return stages(of: picture, options: options)?.frame
  }

  /// The same with all steps in between, for pictures of any size; `nil` if there is nothing on the paper.
  public static func stages(of picture: Picture, options: PictureOptions = .automatic) -> PictureStages? {
    Search(picture, options).stages
  }

  /// The same with what was found where there is no digit, too, to be looked at and corrected.
  public static func findings(in picture: Picture, options: PictureOptions = .automatic) -> PictureFindings {
    let search = Search(picture, options)
    // What is framed already is not framed again.
    let framed = options == .automatic ? FramedDigit.found(in: picture) : nil
    return PictureFindings(
      ink: search.inkImage, marks: search.marksImage, isDarkInk: search.isDarkInk,
      threshold: search.levels.isBlank ? nil : Double(search.levels.low / search.levels.stroke),
      stages: search.stages?.showing(framed))
  }

  /// The ink of a picture and what of it is the digit.
  private struct Search {
    let isDarkInk: Bool
    let ink: Plane
    let levels: InkLevels
    /// The pieces of the digit; none where there is none.
    let digit: [InkMark]

    init(_ picture: Picture, _ options: PictureOptions) {
      let colors = WorkingColors(options.crop.flatMap(picture.cropped) ?? picture)
      // Light ink lies on no light sheet: what looks like one is a thick stroke.
      let sheet = options.polarity == .lightInk ? nil : Sheet(colors)
      let map = InkMap(sheet?.alone(colors) ?? colors, polarity: options.polarity)
      isDarkInk = map.isDarkInk
      let smoothed = map.ink.smoothed()
      ink = RuledLines.removed(from: smoothed, threshold: max(2.5 * InkLevels(smoothed).noise, 2.5))
      levels = InkLevels(ink, share: options.threshold.map { Float($0) })
      guard !levels.isBlank else {
        digit = []
        return
      }
      let marks = InkMarks.find(in: ink, low: levels.low, high: levels.high)
      digit = DigitChoice(width: ink.width, height: ink.height).digit(among: marks)
    }

    /// Around the digit; nil where there is none or only dust.
    private var box: PixelBox? {
      guard let first = digit.first else { return nil }
      let box = digit.reduce(first.box) { $0.union($1.box) }
      return box.longerSide * 100 >= ink.longerSide ? box : nil
    }

    var stages: PictureStages? {
      guard let box else { return nil }
      let alone = DigitShape(ink, digit: digit, box: box, threshold: levels.low)
      let pen = PenWidth.moved(alone.isInk, by: alone.growth)
      let scaled = DigitBox.scaled(pen, box: pen.inkBox, width: alone.width)
      return PictureStages(
        ink: inkImage, box: box, digit: pen.image(white: 1), scaled: scaled, frame: DigitFrame.centered(scaled))
    }

    var inkImage: GrayImage { ink.image(white: max(levels.stroke, 1)) }

    var marksImage: GrayImage {
      var image = GrayImage(width: ink.width, height: ink.height)
      guard !levels.isBlank else { return image }
      for (place, value) in ink.values.enumerated() where value > levels.low {
        image.pixels[place] = PictureFindings.otherInk
      }
      for place in digit.lazy.flatMap(\.pixels) { image.pixels[Int(place)] = 255 }
      return image
    }
  }
}

extension PictureStages {
  /// The same stages with `framed` at the end, where there is one.
  fileprivate func showing(_ framed: GrayImage?) -> PictureStages {
    guard let framed else { return self }
    return PictureStages(ink: ink, box: box, digit: digit, scaled: scaled, frame: framed)
  }
}
