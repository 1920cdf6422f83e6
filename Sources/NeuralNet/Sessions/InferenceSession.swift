/// A network that answers: fixed batch size, preallocated memory, compiled kernels, batch normalisation folded away.
///
/// After the first call nothing is allocated any more. A session belongs to one thread.
public final class InferenceSession {
  public let model: Model
  /// The most pictures that go through the network at once.
  public let batch: Int
  public let team: Team
  private let engine: Engine
  private let plan: NetworkPlan
  private let kernels: [InferenceKernel]
  private let scratch: Buffer
  private let result: Buffer
  private let inputCount: Int
  private let classCount: Int

  /// Compiles `model` for batches of `batch`. Throws where oneDNN cannot do it or memory is short.
  public init(_ model: Model, batch: Int = 1, team: Team = Team(threads: 1)) throws(KernelError) {
    self.model = model
    self.batch = batch
    self.team = team
    team.claim()
    let folded = model.foldedForInference()
    engine = try Engine()
    plan = try NetworkPlan(folded.spec, batch: batch, type: .float32)
    var kernels: [InferenceKernel] = []
    for step in plan.steps {
      if let kernel = try InferenceKernel.make(step, of: folded, team: team, in: engine) { kernels.append(kernel) }
    }
    self.kernels = kernels
    scratch = try Buffer(byteCount: kernels.map(\.scratchByteCount).max() ?? 0)
    for kernel in kernels { try kernel.bind(scratch: scratch) }
    inputCount = model.spec.input.count
    classCount = model.spec.output.count
    result = try Buffer(byteCount: batch * classCount * 4)
  }

  /// The threads that answer one picture soonest: waking a second one pays only above about 200,000 multiply-adds.
  public static func preferredTeam(for spec: ModelSpec) -> Team {
    spec.multiplyAdds < 200_000 ? Team(threads: 1) : .everyCore
  }

  /// The logits of the newest run, one row per picture.
  public var logits: UnsafeBufferPointer<Float> {
    UnsafeBufferPointer(start: plan.output.buffer.view(), count: batch * classCount)
  }

  /// The probabilities of the newest run, one row per picture.
  public var probabilities: UnsafeBufferPointer<Float> {
    UnsafeBufferPointer(start: result.view(), count: batch * classCount)
  }

  /// Runs `count` pictures of grey bytes (0 paper, 255 ink) through the network; `count` is at most `batch`.
  public func run(_ pixels: UnsafePointer<UInt8>, count: Int) {
    let factor = 1 / (255 * model.metadata.inputDeviation)
    let offset = -model.metadata.inputMean / model.metadata.inputDeviation
    precondition(count <= batch, "\(count) pictures in a session for \(batch)")
    let input: UnsafeMutablePointer<Float> = plan.input.buffer.view()
    for index in 0..<count &* inputCount { input[index] = Float(pixels[index]) * factor + offset }
    forward(count)
  }

  /// Runs `count` pictures of values 0…1 (1 is ink) through the network; `count` is at most `batch`.
  public func run(_ values: UnsafePointer<Float>, count: Int) {
    precondition(count <= batch, "\(count) pictures in a session for \(batch)")
    let factor = 1 / model.metadata.inputDeviation
    let offset = -model.metadata.inputMean * factor
    let input: UnsafeMutablePointer<Float> = plan.input.buffer.view()
    for index in 0..<count &* inputCount { input[index] = values[index] * factor + offset }
    forward(count)
  }

  private func forward(_ count: Int) {
    team.claim()
    for kernel in kernels { kernel.run() }
    let logits: UnsafeMutablePointer<Float> = plan.output.buffer.view()
    let probabilities: UnsafeMutablePointer<Float> = result.view()
    for row in 0..<count {
      SoftmaxLoss.probabilities(
        logits + row * classCount, to: probabilities + row * classCount, count: classCount,
        temperature: model.metadata.temperature)
    }
  }
}
