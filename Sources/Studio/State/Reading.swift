package import Recognition

/// What the network made of the drawing.
package struct Reading: Equatable, Sendable {
  /// What can be said about the drawing.
  package enum Verdict: Equatable, Sendable {
    /// No ink and no picture.
    case blank
    /// Less ink than a digit has.
    case speck
    case sure, unsure
    case notDigit

    /// What an answer comes to.
    package init(_ answer: Answer) {
      switch answer.status {
      case .ok: self = .sure
      case .unsure: self = answer.notDigit > 0.5 ? .notDigit : .unsure
      case .blank: self = .blank
      }
    }
  }

  /// The state of the drawing that was read.
  package var revision: Int
  package var verdict: Verdict
  package var answer: Answer?
  /// The picture that the network saw, 255 is ink; nil where there is nothing to see.
  package var image: GrayImage?
  /// Size of the ink in the 28×28 picture.
  package var inkBox: SIMD2<Int>
  /// Column and row of the centre of mass.
  package var centerOfMass: SIMD2<Float>
  /// From ink to answer.
  package var time: Duration
  /// The number of which it is one digit; nil where the drawing is read as one.
  package var number: ReadNumber?

  /// Takes everything as it is.
  package init(
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
  package static func blank(revision: Int) -> Reading { Reading(revision: revision, verdict: .blank) }

  /// The ten probabilities; all zero where nothing was read.
  package var probabilities: Probabilities { answer?.probabilities ?? Probabilities() }

  /// The word of the contract.
  package var status: String {
    switch verdict {
    case .blank: "blank"
    case .sure: "ok"
    case .speck, .unsure, .notDigit: "unsure"
    }
  }
}
