/// A network that answers: fixed batch size, preallocated memory, compiled kernels, batch normalisation folded away.
///
/// After the first call nothing is allocated any more. A session belongs to one thread.
public final class InferenceSession {
  public let model: Model
  /// The most pictures that go through the network at once.
  public let batch: Int
  public let team: Team
  /// How many numbers describe a picture before the last layer decides; 0 when they are not kept.
  public let embeddingWidth: Int
  private let network: InferenceNetwork
  /// Logits and probabilities of the whole batch.
  private let results: (logits: Buffer, probabilities: Buffer)
  private let embeddings: Buffer
  /// So few pictures go through the kernels at once that what one kernel writes is still in the cache when the next one
  /// reads it (32 at once are 1.3 times as fast as 256).
  private static let largestPortion = 32
  private let inputCount: Int
  private let classCount: Int

  /// Compiles `model` for batches of `batch`. Throws where oneDNN cannot do it or memory is short.
  ///
  /// `keepsEmbedding` makes what goes into a last dense layer available after each run, which costs a copy.
  public init(
    _ model: Model, batch: Int = 1, team: Team = Team(threads: 1), keepsEmbedding: Bool = false
  ) throws(KernelError) {
    self.model = model
    self.batch = batch
    self.team = team
    team.claim()
    network = try InferenceNetwork(
      model.foldedForInference(keepsEmbedding: keepsEmbedding), batch: min(batch, InferenceSession.largestPortion),
      team: team, keepsEmbedding: keepsEmbedding)
    inputCount = model.spec.input.count
    classCount = model.spec.output.count
    embeddingWidth = network.embedding == nil ? 0 : model.spec.inputShape(of: model.spec.layers.count - 1).count
    let bytes = batch * classCount * 4
    results = (try Buffer(byteCount: bytes), try Buffer(byteCount: bytes))
    embeddings = try Buffer(byteCount: batch * embeddingWidth * 4)
  }

  /// The threads that answer one picture soonest: waking a second one pays only above about 200,000 multiply-adds.
  public static func preferredTeam(for spec: ModelSpec) -> Team {
    spec.multiplyAdds < 200_000 ? Team(threads: 1) : .everyCore
  }

  /// The logits of the newest run, one row per picture.
  public var logits: UnsafeBufferPointer<Float> {
    UnsafeBufferPointer(start: results.logits.view(), count: batch * classCount)
  }

  /// The probabilities of the newest run, one row per picture.
  public var probabilities: UnsafeBufferPointer<Float> {
    UnsafeBufferPointer(start: results.probabilities.view(), count: batch * classCount)
  }

  /// The embedding of the newest run, one row of `embeddingWidth` per picture: what went into the last dense layer, in
  /// plain order; empty unless the session keeps it and the last layer is dense.
  public var embedding: UnsafeBufferPointer<Float> {
    UnsafeBufferPointer(start: embeddings.view(), count: batch * embeddingWidth)
  }

  /// Runs `count` pictures of grey bytes (0 paper, 255 ink) through the network; `count` is at most `batch`.
  public func run(_ pixels: UnsafePointer<UInt8>, count: Int) {
    let factor = 1 / (255 * model.metadata.inputDeviation)
    let offset = -model.metadata.inputMean / model.metadata.inputDeviation
    let input = network.input
    forEachPortion(of: count) { first, rows in
      let source = pixels + first &* inputCount
      for index in 0..<rows &* inputCount { input[index] = Float(source[index]) * factor + offset }
    }
  }

  /// Runs `count` pictures of values 0…1 (1 is ink) through the network; `count` is at most `batch`.
  public func run(_ values: UnsafePointer<Float>, count: Int) {
    let factor = 1 / model.metadata.inputDeviation
    let offset = -model.metadata.inputMean * factor
    let input = network.input
    forEachPortion(of: count) { first, rows in
      let source = values + first &* inputCount
      for index in 0..<rows &* inputCount { input[index] = source[index] * factor + offset }
    }
  }

  /// Lets `fill` write the inputs of each portion (first picture, number of pictures) and runs it.
  @inline(__always)
  private func forEachPortion(of count: Int, fill: (Int, Int) -> Void) {
    precondition(count <= batch, "\(count) pictures in a session for \(batch)")
    team.claim()
    for first in stride(from: 0, to: count, by: network.batch) {
      let rows = min(network.batch, count - first)
      fill(first, rows)
      network.run()
      takeResults(first: first, rows: rows)
    }
  }

  private func takeResults(first: Int, rows: Int) {
    let logits = results.logits.view(Float.self) + first * classCount
    let probabilities = results.probabilities.view(Float.self) + first * classCount
    logits.update(from: network.logits, count: rows * classCount)
    for row in 0..<rows {
      SoftmaxLoss.probabilities(
        logits + row * classCount, to: probabilities + row * classCount, count: classCount,
        temperature: model.metadata.temperature)
    }
    guard let embedding = network.embedding else { return }
    (embeddings.view(Float.self) + first * embeddingWidth).update(from: embedding, count: rows * embeddingWidth)
  }
}
