extension History {
  /// The 0-based epoch whose weights a run keeps: the best by validation, without validation the last.
  package var keptEpoch: Int? {
    validationLoss.isEmpty ? (epochs > 0 ? epochs - 1 : nil) : bestEpoch
  }
}
