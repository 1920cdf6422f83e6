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
    guard let ink = PictureInk(picture) else { return nil }
    let digit = DigitChoice(width: ink.ink.width, height: ink.ink.height).digit(among: ink.marks)
    guard let first = digit.first else { return nil }
    let box = digit.reduce(first.box) { $0.union($1.box) }
    guard box.longerSide >= ink.leastSide else { return nil }
    return ink.stages(of: digit)
  }
}
