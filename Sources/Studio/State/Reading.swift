public import Recognition

/// What the network made of the drawing.
public struct Reading: Equatable, Sendable {
  /// What can be said about the drawing.
  public enum Verdict: Equatable, Sendable {
    /// No ink and no picture.
    case blank
    /// Less ink than a digit has.
    case speck
    case sure, unsure
    case notDigit
  }

  /// The state of the drawing that was read.
  public var revision: Int
  public var verdict: Verdict
  public var answer: Answer?
  /// The picture that the network saw, 255 is ink; nil where there is nothing to see.
  public var image: GrayImage?
  /// Size of the ink in the 28×28 picture.
  public var inkBox: SIMD2<Int>
  /// Column and row of the centre of mass.
  public var centerOfMass: SIMD2<Float>
  /// From ink to answer.
  public var time: Duration

  /// Takes everything as it is.
  public init(
    revision: Int, verdict: Verdict, answer: Answer? = nil, image: GrayImage? = nil, inkBox: SIMD2<Int> = .zero,
    centerOfMass: SIMD2<Float> = .zero, time: Duration = .zero
  ) {
    self.revision = revision
    self.verdict = verdict
    self.answer = answer
    self.image = image
    self.inkBox = inkBox
    self.centerOfMass = centerOfMass
    self.time = time
  }

  /// Nothing to read.
  public static func blank(revision: Int) -> Reading { Reading(revision: revision, verdict: .blank) }

  /// The ten probabilities; all zero where nothing was read.
  public var probabilities: Probabilities { answer?.probabilities ?? Probabilities() }

  /// The word of the contract.
  public var status: String {
    switch verdict {
    case .blank: "blank"
    case .sure: "ok"
    case .speck, .unsure, .notDigit: "unsure"
    }
  }
}
