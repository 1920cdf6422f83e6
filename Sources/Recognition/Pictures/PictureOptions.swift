/// What a hand has corrected in the way a picture is read; all automatic at first.
public struct PictureOptions: Equatable, Sendable {
  /// Whether the ink is darker or lighter than what it lies on.
  public enum Polarity: String, CaseIterable, Sendable {
    case automatic, darkInk, lightInk
  }

  public var polarity: Polarity
  /// What counts as ink, as a share 0…1 of the strength of a typical stroke; nil: found out.
  public var threshold: Double?
  /// The part of the picture in which the digit is looked for, in its pixels; nil: all of it.
  public var crop: PixelBox?

  /// Takes everything as it is.
  public init(polarity: Polarity = .automatic, threshold: Double? = nil, crop: PixelBox? = nil) {
    self.polarity = polarity
    self.threshold = threshold
    self.crop = crop
  }

  /// Nothing corrected.
  public static let automatic = PictureOptions()
}
