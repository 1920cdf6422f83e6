/// The kernels of a network that answers, compiled for a fixed number of pictures, and the memory between them.
final class InferenceNetwork {
  /// The most pictures that go through at once.
  let batch: Int
  private let engine: Engine
  private let plan: NetworkPlan
  private let kernels: [InferenceKernel]
  private let scratch: Buffer
  /// What goes into the last dense layer, in plain order; nil when it is not kept.
  private let features: Activation?

  /// Compiles `model`, which must be folded already. `keepsEmbedding` leaves the input of a last dense layer behind.
  init(_ model: Model, batch: Int, team: Team, keepsEmbedding: Bool) throws(KernelError) {
    self.batch = batch
    engine = try Engine()
    plan = try NetworkPlan(model.spec, batch: batch, type: .float32, keepsActivations: false)
    var steps = plan.steps
    features = keepsEmbedding ? try InferenceNetwork.keepFeatures(of: model.spec, in: &steps) : nil
    var kernels: [InferenceKernel] = []
    for step in steps {
      if let kernel = try InferenceKernel.make(step, of: model, team: team, in: engine) { kernels.append(kernel) }
    }
    self.kernels = kernels
    scratch = try Buffer(byteCount: kernels.map(\.scratchByteCount).max() ?? 0)
    for kernel in kernels { try kernel.bind(scratch: scratch) }
  }

  /// The bytes of the activations that one picture needs at the same time.
  static func activationBytes(of spec: ModelSpec) -> Int { NetworkPlan.largestActivation(of: spec) * 8 }

  /// What callers fill: plain pictures, 32-bit, normalised.
  var input: UnsafeMutablePointer<Float> { plan.input.buffer.view() }

  /// One row of logits per picture.
  var logits: UnsafePointer<Float> { UnsafePointer(plan.output.buffer.view(Float.self)) }

  /// One row of features per picture; nil when they are not kept.
  var embedding: UnsafePointer<Float>? { features.map { UnsafePointer($0.buffer.view(Float.self)) } }

  /// Runs all kernels; allocates nothing of ours.
  func run() { for kernel in kernels { kernel.run() } }

  /// Finds what goes into the last dense layer; adds a step that writes it down where it does not lie in plain order.
  private static func keepFeatures(of spec: ModelSpec, in steps: inout [NetworkPlan.Step]) throws(KernelError)
    -> Activation?
  {
    for case .weighted(let operation, spec.layers.count - 1) in steps where operation.window == nil {
      let source = operation.source
      if case .plain(_, 1, 1) = source.form { return source }
      let count = source.shape.count
      let plain = try Activation(
        .vector(count), batch: source.batch, form: .plain(channels: count, height: 1, width: 1), type: .float32)
      steps.append(.reorder(from: source, to: plain))
      return plain
    }
    return nil
  }
}
