import Training

/// The lines that tell people how training goes.
struct ProgressText {
  private static let barWidths = 4...30
  let epochs: Int
  /// Pictures in one step.
  let batch: Int
  let hasColor: Bool

  /// The line of a finished epoch.
  func finished(_ epoch: TrainingEvent.Epoch) -> String {
    var parts = [
      label(epoch.epoch), "loss \(DecimalText.fixed(epoch.loss, 4))",
      "accuracy \(DecimalText.percent(epoch.accuracy)) %",
    ]
    if let loss = epoch.validationLoss, let accuracy = epoch.validationAccuracy {
      parts.append("validation \(DecimalText.fixed(loss, 4))  \(DecimalText.percent(accuracy)) %")
    }
    parts += [
      "rate \(ProgressText.rate(epoch.learningRate))", "\(DecimalText.grouped(Int(epoch.imagesPerSecond))) images/s",
      DecimalText.duration(epoch.seconds),
    ]
    if epoch.isBest { parts.append(hasColor ? "\u{1B}[32mbest\u{1B}[0m" : "best") }
    return parts.joined(separator: "  ")
  }

  /// The moving line of an epoch, at most `columns` − 1 characters long.
  func moving(_ batch: TrainingEvent.Batch, columns: Int) -> String {
    let share = Double(batch.step) / Double(max(1, batch.stepsPerEpoch))
    let start = label(batch.epoch)
    var end: [String] = []
    let room = columns - 1 - start.count - 1
    let details = details(of: batch, share: share)
    // The most important come first; what has no room is left out.
    for part in details where (end + [part]).joined(separator: "  ").count + 1 <= room { end.append(part) }
    let text = end.joined(separator: "  ")
    let free = room - text.count - 3
    guard free >= ProgressText.barWidths.lowerBound else { return "\(start) \(text)".cut(to: columns - 1) }
    return "\(start) \(bar(share, width: min(free, ProgressText.barWidths.upperBound))) \(text)"
  }

  private func details(of batch: TrainingEvent.Batch, share: Double) -> [String] {
    let images = batch.imagesPerSecond
    let left = images > 0 && share > 0 ? remaining(batch) : "?"
    return [
      "\(DecimalText.fixed(share * 100, 0)) %", "loss \(DecimalText.fixed(batch.loss, 4))",
      "accuracy \(DecimalText.percent(batch.accuracy)) %", "\(left) left",
      "\(DecimalText.grouped(Int(images))) images/s",
    ]
  }

  /// The time until the epoch ends.
  private func remaining(_ progress: TrainingEvent.Batch) -> String {
    let images = Double((progress.stepsPerEpoch - progress.step) * batch)
    return DecimalText.duration(images / progress.imagesPerSecond)
  }

  private func label(_ epoch: Int) -> String {
    let number = "\(epoch + 1)"
    return "epoch \(String(repeating: " ", count: max(0, "\(epochs)".count - number.count)))\(number)/\(epochs)"
  }

  private func bar(_ share: Double, width: Int) -> String {
    let full = Int((share * Double(width)).rounded())
    let (done, open) = (String(repeating: "█", count: full), String(repeating: "░", count: width - full))
    return hasColor ? "\u{1B}[36m\(done)\u{1B}[2m\(open)\u{1B}[0m" : done + open
  }

  /// A learning rate in as few digits as tell it.
  private static func rate(_ rate: Double) -> String {
    rate >= 1e-4 ? DecimalText.fixed(rate, 5) : "\(Float(rate))"
  }
}

extension String {
  fileprivate func cut(to length: Int) -> String { String(prefix(max(0, length))) }
}
