/// A network that learns: fixed batch size, preallocated memory, compiled kernels.
///
/// Callers fill `inputs` and `targets`, then call `step`. After the first steps nothing is allocated any more. A session
/// belongs to one thread.
public final class TrainingSession {
  /// What stays fixed for the life of a session.
  public struct Configuration: Hashable, Sendable {
    public var batch = 128
    public var precision = Precision.f32
    public var team = Team.everyCore
    /// Decides dropout; initial weights come with the model.
    public var seed: UInt64 = 1
    public var optimizer = Optimizer.adam()
    /// Decoupled: weights shrink by learning rate × decay in each step; biases and normalisation are left alone.
    public var weightDecay: Float = 0
    /// The largest length of the whole gradient; longer ones are shortened.
    public var clipNorm: Float?
    /// Decay of the moving average of the weights, near 1.
    public var averageDecay: Float?

    /// The usual values.
    public init() {}
  }

  /// What a step found.
  public struct Result: Equatable, Sendable {
    /// Cross-entropy summed over the batch.
    public var loss: Double
    /// Items whose largest probability was at the largest target.
    public var correct: Int
    /// Items that have a largest target: all but those that should be taken for every class alike.
    public var judged: Int
  }

  public let configuration: Configuration
  /// Normalised pixels to be filled before a step, one picture after the other.
  public let inputs: UnsafeMutableBufferPointer<Float>
  /// Target probabilities to be filled before a step, one row per picture.
  public let targets: UnsafeMutableBufferPointer<Float>
  private let model: Model
  private let engine: Engine
  private let network: TrainingNetwork
  private let optimizer: OptimizerKernel
  private let targetBuffer: Buffer
  private let classCount: Int
  private let isMixed: Bool

  /// Compiles `model` for learning. Throws where the processor cannot do it or memory is short.
  public init(_ model: Model, _ configuration: Configuration) throws(KernelError) {
    guard configuration.precision == .f32 || ProcessorInfo.hasBFloat16 else { throw .precisionUnsupported }
    self.model = model
    self.configuration = configuration
    configuration.team.claim()
    engine = try Engine()
    network = try TrainingNetwork(
      model, batch: configuration.batch, precision: configuration.precision, seed: configuration.seed,
      team: configuration.team, in: engine)
    optimizer = try OptimizerKernel(
      configuration.optimizer, over: network.arenas, team: configuration.team, weightDecay: configuration.weightDecay,
      clipNorm: configuration.clipNorm, averageDecay: configuration.averageDecay)
    optimizer.startAverage()
    classCount = model.spec.output.count
    isMixed = configuration.precision == .bf16
    targetBuffer = try Buffer(byteCount: configuration.batch * classCount * 4)
    inputs = UnsafeMutableBufferPointer(
      start: network.plan.input.buffer.view(), count: configuration.batch * model.spec.input.count)
    targets = UnsafeMutableBufferPointer(start: targetBuffer.view(), count: configuration.batch * classCount)
  }

  /// Steps taken so far.
  public var stepCount: UInt64 { optimizer.step }

  /// Forward, backward, update.
  public func step(learningRate: Float) -> Result {
    configuration.team.claim()
    forward()
    let result = differentiateLoss()
    for kernel in network.kernels.reversed() { kernel.backward() }
    optimizer.update(learningRate: learningRate)
    return result
  }

  /// Forward and backward without changing the weights: for checking gradients.
  package func computeGradients() -> Result {
    configuration.team.claim()
    forward()
    let result = differentiateLoss()
    for kernel in network.kernels.reversed() { kernel.backward() }
    return result
  }

  /// The gradients of the newest step, one array for each learned parameter, in the order of the spec.
  package func gradients() throws(KernelError) -> [[Float]] {
    try arrays(of: network.arenas.gradients)
  }

  /// What oneDNN calls the kernels of convolutions and dense layers: for seeing that none is a slow one.
  package var kernelNames: [String] { network.kernels.flatMap(\.names) }

  private func forward() {
    for kernel in network.kernels { kernel.forward(step: optimizer.step) }
  }

  /// Softmax and cross-entropy of the output, and their gradient, averaged over the batch.
  private func differentiateLoss() -> Result {
    let logits: UnsafeMutablePointer<Float> = network.plan.output.buffer.view()
    var result = Result(loss: 0, correct: 0, judged: 0)
    for row in 0..<configuration.batch {
      let values = logits + row * classCount
      let target = targetBuffer.view(Float.self) + row * classCount
      let wanted = SoftmaxLoss.largest(target, count: classCount)
      if target[wanted] * Float(classCount) > 1.001 {
        result.judged += 1
        if SoftmaxLoss.largest(values, count: classCount) == wanted { result.correct += 1 }
      }
      SoftmaxLoss.probabilities(values, to: values, count: classCount)
      result.loss += SoftmaxLoss.crossEntropy(of: values, against: target, count: classCount)
      writeGradient(of: values, target, row: row)
    }
    return result
  }

  private func writeGradient(of probabilities: UnsafePointer<Float>, _ target: UnsafePointer<Float>, row: Int) {
    let factor = 1 / Float(configuration.batch)
    let start = row * classCount
    for index in 0..<classCount {
      let gradient = (probabilities[index] - target[index]) * factor
      if isMixed {
        network.outputGradient.view(BFloat16.self)[start + index] = BFloat16(rounding: gradient)
      } else {
        network.outputGradient.view(Float.self)[start + index] = gradient
      }
    }
  }

  // MARK: - In and out

  /// The network as it is now: the only way weights leave a session.
  public func snapshot() throws(KernelError) -> Model {
    try model(with: network.arenas.parameters)
  }

  /// The network with the moving averages of its weights, and with batch-norm statistics that belong to them: `fill` is
  /// called for each of `batches` batches, which run forward to settle them. Without averages it is a plain snapshot.
  public func averagedSnapshot(settlingOver batches: Int, fill: (Int) -> Void) throws(KernelError) -> Model {
    guard optimizer.average != nil else { return try snapshot() }
    let before = try snapshot()
    optimizer.exchangeAverage()
    for index in 0..<batches {
      fill(index)
      settleStatistics(batch: index)
    }
    let averaged = try snapshot()
    optimizer.exchangeAverage()
    for statistics in network.statistics { statistics.take(from: before) }
    return averaged
  }

  /// Runs only forward, so that running statistics settle: batch number `index` of a row weighs 1 ÷ (index + 1).
  private func settleStatistics(batch index: Int) {
    configuration.team.claim()
    for statistics in network.statistics { statistics.rate = 1 / Double(index + 1) }
    forward()
    for statistics in network.statistics { statistics.rate = RunningStatistics.usualRate }
  }

  /// Everything needed to go on later.
  public func state() throws(KernelError) -> TrainingState {
    TrainingState(
      model: try snapshot(), step: optimizer.step, firstMoments: try arrays(of: optimizer.first),
      secondMoments: try arrays(of: optimizer.second), averages: try arrays(of: optimizer.average))
  }

  /// Goes on from `state`, which must come from a session of the same network and optimiser.
  public func restore(_ state: TrainingState) throws(KernelError) {
    for slot in network.arenas.slots {
      try network.arenas.write(
        state.model.tensors[slot.index].values, to: slot, of: network.arenas.parameters, in: engine)
    }
    for statistics in network.statistics {
      statistics.take(from: state.model)
    }
    try write(state.firstMoments, to: optimizer.first)
    try write(state.secondMoments, to: optimizer.second)
    if state.averages.isEmpty { optimizer.startAverage() } else { try write(state.averages, to: optimizer.average) }
    optimizer.step = state.step
  }

  private func model(with arena: Buffer) throws(KernelError) -> Model {
    var values = model.tensors.map(\.values)
    for slot in network.arenas.slots {
      values[slot.index] = try network.arenas.read(slot, of: arena, in: engine)
    }
    for statistics in network.statistics {
      statistics.put(into: &values)
    }
    let tensors = zip(model.spec.parameters, values).map { Tensor(shape: $0.shape, values: $1) }
    return Model(spec: model.spec, metadata: model.metadata, tensors: tensors)
  }

  private func arrays(of arena: Buffer?) throws(KernelError) -> [[Float]] {
    guard let arena else { return [] }
    var arrays: [[Float]] = []
    for slot in network.arenas.slots.sorted(by: { $0.index < $1.index }) {
      arrays.append(try network.arenas.read(slot, of: arena, in: engine))
    }
    return arrays
  }

  private func write(_ arrays: [[Float]], to arena: Buffer?) throws(KernelError) {
    guard let arena, !arrays.isEmpty else { return }
    for (slot, values) in zip(network.arenas.slots.sorted(by: { $0.index < $1.index }), arrays) {
      try network.arenas.write(values, to: slot, of: arena, in: engine)
    }
  }
}
