/// A picture on its way to the network, step by step, each to be looked at.
public struct PictureStages: Equatable, Sendable {
  /// All ink of the picture at the size at which digits are looked for; paper is 0.
  public let ink: GrayImage
  /// Where the digit lies in `ink`.
  public let box: PixelBox
  /// The digit alone, enlarged if it was small, its pen made as wide as MNIST's.
  public let digit: GrayImage
  /// Scaled so that the longer side has 20 pixels.
  public let scaled: GrayImage
  /// What the network sees: 28×28 with the centre of mass in the middle.
  public let frame: GrayImage
}
