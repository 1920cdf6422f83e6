import DigitData
import NeuralNet

/// Fills the inputs and targets of a session, batch by batch, on the session's own threads.
///
/// Which pictures come and how they are changed depends on seed, epoch and position alone.
final class BatchFeed: ParallelTask {
  private let digits: DigitSet
  private let indices: [Int]
  private let options: TrainingOptions
  private let session: TrainingSession
  private let augmenter: Augmenter
  private let scale: Float
  private let offset: Float
  private var order: [Int32] = []
  // The batch being filled.
  private var start = 0
  private var epoch = 0

  init(_ set: TrainingSet, options: TrainingOptions, metadata: ModelMetadata, session: TrainingSession) {
    digits = set.digits
    indices = set.split.training
    self.options = options
    self.session = session
    augmenter = Augmenter(options.augment ? options.augmentation : .none, seed: options.seed)
    scale = 1 / (255 * metadata.inputDeviation)
    offset = -metadata.inputMean / metadata.inputDeviation
  }

  /// Shuffles the pictures for an epoch.
  func startEpoch(_ epoch: Int) {
    var generator = SeededGenerator(seed: options.seed, stream: .shuffling, index: UInt64(epoch))
    order = indices.map(Int32.init)
    order.shuffle(using: &generator)
  }

  /// Fills one batch.
  func fill(step: Int, epoch: Int) {
    start = step * session.configuration.batch
    self.epoch = epoch
    session.configuration.team.run(self)
  }

  override func run(part: Int, of parts: Int) {
    let (start, epoch, count) = (start, epoch, order.count)
    order.withUnsafeBufferPointer { order in
      digits.pixels.withUnsafeBufferPointer { pixels in
        digits.labels.withUnsafeBufferPointer { labels in
          guard let pixels = pixels.baseAddress, let inputs = session.inputs.baseAddress,
            let targets = session.targets.baseAddress
          else { return }
          for row in Team.share(of: session.configuration.batch, part: part, of: parts) {
            let index = Int(order[start + row])
            var generator = SeededGenerator(
              seed: options.seed, stream: .augmentation, index: UInt64(epoch * count + start + row))
            augmenter.augment(
              pixels + index * DigitSet.pixelCount, into: inputs + row * DigitSet.pixelCount, generator: &generator,
              scale: scale, offset: offset)
            writeTarget(Int(labels[index]), to: targets + row * 10)
          }
        }
      }
    }
  }

  private func writeTarget(_ label: Int, to target: UnsafeMutablePointer<Float>) {
    let smoothing = options.labelSmoothing
    for digit in 0..<10 { target[digit] = smoothing / 10 + (digit == label ? 1 - smoothing : 0) }
  }
}
