public import Ink
public import NeuralNet

/// Reads single digits from ink and from pictures, with one network or the average of several.
///
/// Ink is framed as in training, goes through the networks, and the answer says how sure it is. After the first long
/// drawing nothing is allocated any more. A recognizer belongs to one thread.
public final class Recognizer {
  /// The networks that are asked.
  public let models: [Model]
  private let readers: [Reader]
  private let preprocessor: Preprocessor
  private let clock = ContinuousClock()
  /// Framed pictures on their way into the networks.
  private var frames: [UInt8]
  /// The most pictures that are read at once.
  public let batch: Int

  /// A recognizer that asks `models`, of which there is at least one; `batch` is the most pictures read at once.
  ///
  /// Throws where a network is not for digits or cannot be compiled. Without `team` each network runs on as many threads
  /// as answer soonest.
  public init(
    _ models: [Model], steps: Preprocessor.Steps = .all, batch: Int = 1, team: Team? = nil
  ) throws(RecognizerError) {
    precondition(!models.isEmpty && batch > 0, "\(models.count) models for \(batch) pictures")
    self.models = models
    self.batch = batch
    var readers: [Reader] = []
    for model in models { readers.append(try Reader(model, batch: batch, team: team)) }
    self.readers = readers
    preprocessor = Preprocessor(steps: steps)
    frames = [UInt8](repeating: 0, count: batch * Framing.pixelCount)
  }

  /// Reads ink. `penWidth` is the pen's width on screen and `canvas` the whole paper, in the unit of the strokes.
  public func recognize(_ strokes: [Stroke], penWidth: Double? = nil, canvas: InkBounds? = nil) -> Answer {
    let start = clock.now
    let hasInk = frames.withUnsafeMutableBufferPointer { frames in
      frames.baseAddress.map { preprocessor.frame(strokes, penWidth: penWidth, canvas: canvas, into: $0) } ?? false
    }
    guard hasInk else { return Answer(blankAfter: start.duration(to: clock.now)) }
    ask(count: 1)
    return answer(0, since: start)
  }

  /// Reads a picture of 28×28 that is framed already.
  public func recognize(frame: GrayImage) -> Answer {
    precondition(frame.pixels.count == Framing.pixelCount, "\(frame.width)×\(frame.height) is not framed")
    return frame.pixels.withUnsafeBufferPointer { pixels in
      pixels.baseAddress.flatMap { recognize(frames: $0, count: 1).first } ?? Answer(blankAfter: .zero)
    }
  }

  /// Reads `count` framed pictures of 784 bytes (255 is ink); `count` is at most the recognizer's batch.
  public func recognize(frames pixels: UnsafePointer<UInt8>, count: Int) -> [Answer] {
    precondition(0...batch ~= count, "\(count) pictures for a recognizer of \(batch)")
    let start = clock.now
    frames.withUnsafeMutableBufferPointer { frames in
      frames.baseAddress?.update(from: pixels, count: count * Framing.pixelCount)
    }
    ask(count: count)
    return (0..<count).map { row in
      let isBlank = !frames[row * Framing.pixelCount..<(row + 1) * Framing.pixelCount].contains { $0 > 0 }
      return isBlank ? Answer(blankAfter: start.duration(to: clock.now)) : answer(row, since: start)
    }
  }

  private func ask(count: Int) {
    frames.withUnsafeBufferPointer { frames in
      guard let frames = frames.baseAddress else { return }
      for reader in readers { reader.session.run(frames, count: count) }
    }
  }

  private func answer(_ row: Int, since start: ContinuousClock.Instant) -> Answer {
    let weight = 1 / Float(readers.count)
    var probabilities = Probabilities()
    var (notDigit, isSure) = (Float(0), true)
    for reader in readers {
      let opinion = reader.opinion(row)
      probabilities.add(opinion.probabilities, weight: weight)
      notDigit += opinion.notDigit * weight
      isSure = isSure && opinion.isSure
    }
    let top = probabilities.top
    return Answer(
      status: isSure ? .ok : .unsure, digit: top, second: probabilities.second(after: top),
      probabilities: probabilities, notDigit: notDigit, time: start.duration(to: clock.now))
  }
}
