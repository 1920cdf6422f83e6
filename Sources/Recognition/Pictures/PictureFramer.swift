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
    let ink = PictureInk(picture, options)
    return ink.stages(of: ink.digit)
  }

  /// The same with what was found where there is no digit, too, to be looked at and corrected.
  public static func findings(in picture: Picture, options: PictureOptions = .automatic) -> PictureFindings {
    let ink = PictureInk(picture, options)
    let digit = ink.digit
    // What is framed already is not framed again.
    let framed = options == .automatic ? FramedDigit.found(in: picture) : nil
    return PictureFindings(
      ink: ink.image, marks: ink.image(of: digit), isDarkInk: ink.isDarkInk, threshold: ink.threshold,
      stages: ink.stages(of: digit)?.showing(framed))
  }
}

extension PictureStages {
  /// The same stages with `framed` at the end, where there is one.
  fileprivate func showing(_ framed: GrayImage?) -> PictureStages {
    guard let framed else { return self }
    return PictureStages(ink: ink, box: box, digit: digit, scaled: scaled, frame: framed)
  }
}
