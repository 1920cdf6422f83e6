/// How the rows of a batch are shared out: pictures first, then drawn digits, then marks that are no digits.
struct BatchMix: Equatable {
  let pictures: Int
  let drawings: Int
  let others: Int

  /// Shares out `batch` rows; without drawings all are pictures. At least one row is a picture.
  init(batch: Int, options: TrainingOptions, hasInk: Bool) {
    func rows(_ share: Double) -> Int { hasInk ? Int((Double(batch) * share).rounded()) : 0 }
    drawings = min(rows(options.drawnShare), batch - 1)
    others = min(rows(options.otherShare), batch - 1 - drawings)
    pictures = batch - drawings - others
  }
}
