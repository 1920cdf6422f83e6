/// Turns a photograph, a scan or a screenshot of one digit into what the network sees.
public enum PictureFramer {
  /// The digit as 28×28 pixels; `nil` if there is nothing on the paper.
  ///
  /// A picture that is framed as MNIST's are comes back unchanged.
  public static func frame(_ picture: Picture) -> GrayImage? {
    FramedDigit.found(in: picture) ?? stages(of: picture)?.frame
  }

  /// The same with all steps in between, for pictures of any size; `nil` if there is nothing on the paper.
  public static func stages(of picture: Picture) -> PictureStages? {
    let colors = WorkingColors(picture)
    let map = InkMap(Sheet(colors)?.alone(colors) ?? colors).ink.smoothed()
    let ink = RuledLines.removed(from: map, threshold: max(2.5 * InkLevels(map).noise, 2.5))
    let levels = InkLevels(ink)
    guard !levels.isBlank else { return nil }
    let marks = InkMarks.find(in: ink, low: levels.low, high: levels.high)
    let digit = DigitChoice(width: ink.width, height: ink.height).digit(among: marks)
    guard let first = digit.first else { return nil }
    let box = digit.reduce(first.box) { $0.union($1.box) }
    // Smaller than this is dust.
    guard box.longerSide * 100 >= ink.longerSide else { return nil }
    return stages(ink: ink, digit: digit, box: box, levels: levels)
  }

  private static func stages(ink: Plane, digit: [InkMark], box: PixelBox, levels: InkLevels) -> PictureStages {
    let alone = DigitShape(ink, digit: digit, box: box, threshold: levels.low)
    let pen = PenWidth.moved(alone.isInk, by: alone.growth)
    let scaled = DigitBox.scaled(pen, box: pen.inkBox, width: alone.width)
    return PictureStages(
      ink: ink.image(white: levels.stroke), box: box, digit: pen.image(white: 1), scaled: scaled,
      frame: DigitFrame.centered(scaled))
  }
}
