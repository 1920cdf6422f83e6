/// What was found in a picture, and how: also where there is no digit on it.
public struct PictureFindings: Equatable, Sendable {
  /// All ink at the size at which digits are looked for; paper is 0, a typical stroke 255.
  public let ink: GrayImage
  /// What counts as ink: 255 for the digit, `PictureFindings.otherInk` for the rest.
  public let marks: GrayImage
  /// Whether the ink was taken to be darker than the paper.
  public let isDarkInk: Bool
  /// What counts as ink, as a share of the strength of a typical stroke; nil where nothing stands out.
  public let threshold: Double?
  /// The digit on its way to the network; nil where there is none.
  public let stages: PictureStages?

  /// The value in `marks` of ink that is not the digit's.
  public static let otherInk: UInt8 = 96
}
