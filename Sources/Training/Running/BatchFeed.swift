import DigitData
import NeuralNet
import Recognition

/// Fills the inputs and targets of a session, batch by batch, on the session's own threads.
///
/// Which pictures and drawings come and how they are changed depends on seed, epoch and position alone.
final class BatchFeed: ParallelTask {
  private let digits: DigitSet
  private let ink: InkSource?
  private let mix: BatchMix
  private let indices: [Int]
  private let options: TrainingOptions
  private let session: TrainingSession
  private let augmenter: Augmenter
  /// One for each thread.
  private let preprocessors: [Preprocessor]
  private let scale: Float
  private let offset: Float
  private var order: [Int32] = []
  // The batch being filled.
  private var step = 0
  private var epoch = 0

  init(_ set: TrainingSet, options: TrainingOptions, metadata: ModelMetadata, session: TrainingSession) {
    digits = set.digits
    ink = set.ink
    mix = BatchMix(batch: session.configuration.batch, options: options, hasInk: set.ink != nil)
    indices = set.split.training
    self.options = options
    self.session = session
    augmenter = Augmenter(options.augment ? options.augmentation : .none, seed: options.seed)
    preprocessors = (0..<session.configuration.team.threads).map { _ in Preprocessor() }
    scale = 1 / (255 * metadata.inputDeviation)
    offset = -metadata.inputMean / metadata.inputDeviation
  }

  /// Batches of an epoch, in which every picture comes at most once.
  var stepsPerEpoch: Int { indices.count / mix.pictures }

  /// Shuffles the pictures for an epoch.
  func startEpoch(_ epoch: Int) {
    var generator = SeededGenerator(seed: options.seed, stream: .shuffling, index: UInt64(epoch))
    order = indices.map(Int32.init)
    order.shuffle(using: &generator)
  }

  /// Fills one batch.
  func fill(step: Int, epoch: Int) {
    self.step = step
    self.epoch = epoch
    session.configuration.team.run(self)
  }

  override func run(part: Int, of parts: Int) {
    guard let inputs = session.inputs.baseAddress, let targets = session.targets.baseAddress else { return }
    // Every thread takes rows of each kind: a drawing takes ten times as long as a picture.
    for row in stride(from: part, to: session.configuration.batch, by: parts) {
      let (input, target) = (inputs + row * DigitSet.pixelCount, targets + row * 10)
      if row < mix.pictures {
        writePicture(step * mix.pictures + row, to: input, target)
      } else if let ink {
        writeDrawing(row, from: ink, with: preprocessors[part], to: input, target)
      }
    }
  }

  /// Writes a picture, changed, by its place in the epoch's order.
  private func writePicture(
    _ place: Int, to input: UnsafeMutablePointer<Float>, _ target: UnsafeMutablePointer<Float>
  ) {
    let index = Int(order[place])
    var generator = SeededGenerator(
      seed: options.seed, stream: .augmentation, index: UInt64(epoch * order.count + place))
    digits.pixels.withUnsafeBufferPointer { pixels in
      guard let pixels = pixels.baseAddress else { return }
      augmenter.augment(
        pixels + index * DigitSet.pixelCount, into: input, generator: &generator, scale: scale, offset: offset)
    }
    write(Int(digits.labels[index]), to: target)
  }

  /// Writes a drawn digit, or a mark that is none, which should be taken for every digit alike.
  private func writeDrawing(
    _ row: Int, from ink: InkSource, with preprocessor: Preprocessor, to input: UnsafeMutablePointer<Float>,
    _ target: UnsafeMutablePointer<Float>
  ) {
    let place = (epoch * stepsPerEpoch + step) * session.configuration.batch + row
    var generator = SeededGenerator(seed: options.seed, stream: .drawing, index: UInt64(place))
    guard row < mix.pictures + mix.drawings else {
      ink.other(preprocessor, generator: &generator, into: input, scale: scale * 255, offset: offset)
      for digit in 0..<10 { target[digit] = 0.1 }
      return
    }
    let digit = ink.digit(preprocessor, generator: &generator, into: input, scale: scale * 255, offset: offset)
    write(digit, to: target)
  }

  private func write(_ label: Int, to target: UnsafeMutablePointer<Float>) {
    let smoothing = options.labelSmoothing
    for digit in 0..<10 { target[digit] = smoothing / 10 + (digit == label ? 1 - smoothing : 0) }
  }
}
