/// One sign of a number.
public struct NumberSymbol: Equatable, Sendable {
  /// Which sign it is.
  public enum Kind: Equatable, Sendable {
    case digit(Int)
    case minus
    case point
  }

  public let kind: Kind
  /// What the networks say about a digit; nil for a minus sign and a point, which are known by their size and place.
  public let answer: Answer?
  /// What the networks saw of a digit, 28×28 with 255 for ink; nil for other signs.
  public let frame: GrayImage?
  /// The box around its ink, in the unit of the drawing or in pixels of the picture.
  public let box: InkBounds
  /// The strokes that it is made of, in rising order; empty in a picture.
  public let strokes: [Int]

  /// The digit; nil for other signs.
  public var digit: Int? { if case .digit(let digit) = kind { digit } else { nil } }

  /// The probability of the digit; 1 for other signs.
  public var confidence: Float { answer?.confidence ?? 1 }

  /// The sign as text.
  public var text: String {
    switch kind {
    case .digit(let digit): "\(digit)"
    case .minus: "-"
    case .point: "."
    }
  }
}
