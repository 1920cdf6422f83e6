import NeuralNet

/// Many framed pictures on their way through one network, as many at once as the session takes.
final class PictureBatch {
  private let session: InferenceSession
  private let temperature: Float
  private var frames: [UInt8]
  private var count = 0
  private var scores: [DigitScore] = []
  /// How many pictures go through the network at once.
  private static let size = 32

  /// Throws where the model is not for digits or cannot be compiled.
  init(_ model: Model) throws(RecognizerError) {
    let name = model.metadata.name
    guard model.spec.input.count == Framing.pixelCount else {
      throw .notForDigits(model: name, reason: "its input is \(model.spec.input), not 28×28×1")
    }
    guard model.spec.output.count == Probabilities.count else {
      throw .notForDigits(model: name, reason: "its output is \(model.spec.output), not 10")
    }
    do throws(KernelError) {
      // One thread: the others belong to the hand that draws meanwhile.
      session = try InferenceSession(
        model, batch: PictureBatch.size, team: Team(threads: 1), keepsEmbedding: true)
    } catch {
      throw .kernel(error)
    }
    temperature = model.metadata.temperature
    frames = [UInt8](repeating: 0, count: PictureBatch.size * Framing.pixelCount)
  }

  /// How many numbers describe a picture; 0 where the last layer is not dense.
  var embeddingWidth: Int { session.embeddingWidth }

  /// Adds the picture that `write` writes; where it says that there is none, a blank one.
  func add(_ write: (UnsafeMutablePointer<UInt8>) -> Bool) {
    frames.withUnsafeMutableBufferPointer { frames in
      guard let start = frames.baseAddress.map({ $0 + count * Framing.pixelCount }) else { return }
      if !write(start) { start.update(repeating: 0, count: Framing.pixelCount) }
    }
    count += 1
    if count == PictureBatch.size { run() }
  }

  /// The scores of all pictures that were added, in their order.
  func finish() -> [DigitScore] {
    run()
    defer { scores.removeAll(keepingCapacity: true) }
    return scores
  }

  /// The scores of one picture and what describes it before the last layer decides.
  func look(at image: GrayImage) -> (score: DigitScore?, embedding: [Float]) {
    add { pixels in
      for (index, value) in image.pixels.prefix(Framing.pixelCount).enumerated() { pixels[index] = value }
      return true
    }
    let score = finish().first
    return (score, Array(session.embedding.prefix(session.embeddingWidth)))
  }

  /// What describes `count` pictures of 784 bytes, one row after the other; at most a few dozen at once.
  func embeddings(of pixels: UnsafePointer<UInt8>, count: Int, _ body: (UnsafeBufferPointer<Float>) -> Void) {
    var first = 0
    while first < count {
      let rows = min(PictureBatch.size, count - first)
      session.run(pixels + first * Framing.pixelCount, count: rows)
      body(UnsafeBufferPointer(rebasing: session.embedding.prefix(rows * session.embeddingWidth)))
      first += rows
    }
  }

  private func run() {
    guard count > 0 else { return }
    session.run(frames, count: count)
    guard let logits = session.logits.baseAddress, let shares = session.probabilities.baseAddress else { return }
    for row in 0..<count {
      let start = row * Probabilities.count
      scores.append(DigitScore(logits: logits + start, probabilities: shares + start, temperature: temperature))
    }
    count = 0
  }
}
