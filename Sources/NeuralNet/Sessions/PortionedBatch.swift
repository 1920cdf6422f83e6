/// A batch on its way through a network: in portions that stay in the cache, each thread with kernels and memory of its
/// own, so that threads meet only when the whole batch is done.
final class PortionedBatch: ParallelTask {
  /// Pictures as callers have them.
  enum Pictures {
    /// 0 is paper, 255 is ink.
    case bytes(UnsafePointer<UInt8>)
    /// 0 is paper, 1 is ink.
    case values(UnsafePointer<Float>)
  }

  let logits: Buffer
  let probabilities: Buffer
  let embedding: Buffer
  /// Numbers that go into the last dense layer; 0 when they are not kept.
  let embeddingWidth: Int
  private let model: Model
  private let team: Team
  /// One for each thread; a single one shares its kernels among all threads.
  private let networks: [InferenceNetwork]
  private var pictures: Pictures?
  private var count = 0
  private let inputCount: Int
  private let classCount: Int

  init(_ model: Model, batch: Int, team: Team, keepsEmbedding: Bool) throws(KernelError) {
    self.model = model
    self.team = team
    let folded = model.foldedForInference(keepsEmbedding: keepsEmbedding)
    let parts = batch < PortionedBatch.fewestPerThread * team.threads ? 1 : team.threads
    let portion = min((batch + parts - 1) / parts, PortionedBatch.portion(for: folded.spec))
    let perNetwork = parts == 1 ? team : Team(threads: 1)
    perNetwork.claim()
    var networks: [InferenceNetwork] = []
    for _ in 0..<parts {
      networks.append(
        try InferenceNetwork(folded, batch: portion, team: perNetwork, keepsEmbedding: keepsEmbedding))
    }
    self.networks = networks
    inputCount = model.spec.input.count
    classCount = model.spec.output.count
    let isKept = networks[0].embedding != nil
    embeddingWidth = isKept ? model.spec.inputShape(of: model.spec.layers.count - 1).count : 0
    logits = try Buffer(byteCount: batch * classCount * 4)
    probabilities = try Buffer(byteCount: batch * classCount * 4)
    embedding = try Buffer(byteCount: batch * embeddingWidth * 4)
  }

  /// With fewer pictures the threads do better to share each kernel.
  private static let fewestPerThread = 8

  /// As many pictures as keep their activations in the second-level cache of a core; some, where they are large.
  private static func portion(for spec: ModelSpec) -> Int {
    min(64, max(4, cacheBytes / InferenceNetwork.activationBytes(of: spec)))
  }

  private static let cacheBytes = 1 << 20

  /// Runs `count` pictures through the network; allocates nothing of ours.
  func run(_ pictures: Pictures, count: Int) {
    self.pictures = pictures
    self.count = count
    team.claim()
    if networks.count == 1 { run(part: 0, of: 1) } else { team.run(self) }
    self.pictures = nil
  }

  override func run(part: Int, of parts: Int) {
    let network = networks[part]
    let share = Team.share(of: count, part: part, of: parts)
    for first in stride(from: share.lowerBound, to: share.upperBound, by: network.batch) {
      let rows = first..<min(first + network.batch, share.upperBound)
      fill(network.input, rows)
      network.run()
      takeResults(of: network, rows)
    }
  }

  /// Writes normalised pictures.
  private func fill(_ input: UnsafeMutablePointer<Float>, _ rows: Range<Int>) {
    let factor = 1 / model.metadata.inputDeviation
    let offset = -model.metadata.inputMean * factor
    let first = rows.lowerBound &* inputCount
    switch pictures {
    case .bytes(let bytes):
      let factor = factor / 255
      for index in 0..<rows.count &* inputCount { input[index] = Float(bytes[first &+ index]) * factor + offset }
    case .values(let values):
      for index in 0..<rows.count &* inputCount { input[index] = values[first &+ index] * factor + offset }
    case nil: break
    }
  }

  private func takeResults(of network: InferenceNetwork, _ rows: Range<Int>) {
    let logits = logits.view(Float.self) + rows.lowerBound * classCount
    let probabilities = probabilities.view(Float.self) + rows.lowerBound * classCount
    logits.update(from: network.logits, count: rows.count * classCount)
    for row in 0..<rows.count {
      SoftmaxLoss.probabilities(
        logits + row * classCount, to: probabilities + row * classCount, count: classCount,
        temperature: model.metadata.temperature)
    }
    guard let features = network.embedding else { return }
    (embedding.view(Float.self) + rows.lowerBound * embeddingWidth).update(
      from: features, count: rows.count * embeddingWidth)
  }
}
