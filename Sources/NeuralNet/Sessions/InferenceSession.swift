/// A network that answers: fixed batch size, preallocated memory, compiled kernels, batch normalisation folded away.
///
/// After the first call nothing is allocated any more. A session belongs to one thread.
public final class InferenceSession {
  public let model: Model
  /// The most pictures that go through the network at once.
  public let batch: Int
  public let team: Team
  private let work: PortionedBatch

  /// Compiles `model` for batches of `batch`. Throws where oneDNN cannot do it or memory is short.
  ///
  /// `keepsEmbedding` makes what goes into a last dense layer available after each run, which costs a copy.
  public init(
    _ model: Model, batch: Int = 1, team: Team = Team(threads: 1), keepsEmbedding: Bool = false
  ) throws(KernelError) {
    self.model = model
    self.batch = batch
    self.team = team
    work = try PortionedBatch(model, batch: batch, team: team, keepsEmbedding: keepsEmbedding)
  }

  /// The logits of the newest run, one row per picture.
  public var logits: UnsafeBufferPointer<Float> {
    UnsafeBufferPointer(start: work.logits.view(), count: batch * model.spec.output.count)
  }

  /// The probabilities of the newest run, one row per picture.
  public var probabilities: UnsafeBufferPointer<Float> {
    UnsafeBufferPointer(start: work.probabilities.view(), count: batch * model.spec.output.count)
  }

  /// The embedding of the newest run, one row of `embeddingWidth` per picture: what went into the last dense layer, in
  /// plain order; empty unless the session keeps it and the last layer is dense.
  public var embedding: UnsafeBufferPointer<Float> {
    UnsafeBufferPointer(start: work.embedding.view(), count: batch * embeddingWidth)
  }

  /// How many numbers describe a picture before the last layer decides; 0 when they are not kept.
  public var embeddingWidth: Int { work.embeddingWidth }

  /// Runs `count` pictures of grey bytes (0 paper, 255 ink) through the network; `count` is at most `batch`.
  public func run(_ pixels: UnsafePointer<UInt8>, count: Int) { run(.bytes(pixels), count) }

  /// Runs `count` pictures of values 0…1 (1 is ink) through the network; `count` is at most `batch`.
  public func run(_ values: UnsafePointer<Float>, count: Int) { run(.values(values), count) }

  private func run(_ pictures: PortionedBatch.Pictures, _ count: Int) {
    precondition(count <= batch, "\(count) pictures in a session for \(batch)")
    work.run(pictures, count: count)
  }
}
