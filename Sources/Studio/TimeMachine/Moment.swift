package import Recognition

/// What was read when a number of points was there.
package struct Moment: Equatable, Sendable {
  package var points: Int
  /// The ten probabilities; all zero where there was too little ink to read.
  package var shares: Probabilities
  /// The most probable digit; nil where there was too little ink.
  package var digit: Int?

  /// What `reading` says of the first `points` points.
  package init(points: Int, _ reading: Reading) {
    self.points = points
    let isRead = reading.answer?.digit != nil && reading.verdict != .speck
    shares = isRead ? reading.probabilities : Probabilities()
    digit = isRead ? reading.answer?.digit : nil
  }
}
