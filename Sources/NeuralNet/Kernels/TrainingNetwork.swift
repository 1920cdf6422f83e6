/// The compiled kernels of a network that learns, with their arenas: what `TrainingSession` runs.
struct TrainingNetwork {
  let plan: NetworkPlan
  let kernels: [TrainingKernel]
  let arenas: ParameterArenas
  let statistics: [RunningStatistics]
  /// Where the loss writes the gradient of the output.
  let outputGradient: Buffer
  private let scratch: Buffer

  init(_ model: Model, batch: Int, precision: Precision, seed: UInt64, team: Team, in engine: Engine)
    throws(KernelError)
  {
    let type: NumberType = precision == .bf16 ? .bfloat16 : .float32
    plan = try NetworkPlan(model.spec, batch: batch, type: type, keepsActivations: true)
    var builder = TrainingKernelBuilder(
      model: model, type: type, seed: seed, team: team, engine: engine,
      gradients: try TrainingNetwork.gradientBuffers(for: plan, type: type))
    for step in plan.steps { try builder.add(step) }
    kernels = builder.kernels
    statistics = builder.statistics
    arenas = try ParameterArenas(builder.slots)
    outputGradient = builder.currentGradient
    scratch = try Buffer(byteCount: kernels.map(\.scratchByteCount).max() ?? 0)
    for kernel in kernels { try kernel.bind(arenas, scratch: scratch) }
    for slot in arenas.slots {
      try arenas.write(model.tensors[slot.index].values, to: slot, of: arenas.parameters, in: engine)
    }
  }

  /// Two buffers that take turns: the gradient of one activation is read while that of the one before is written.
  private static func gradientBuffers(for plan: NetworkPlan, type: NumberType) throws(KernelError) -> [Buffer] {
    var largest = [0, 0]
    var turn = 0
    func grow(_ activation: Activation) throws(KernelError) {
      let bytes = try Activation.layout(of: activation.form, batch: activation.batch, type: type).byteCount
      largest[turn] = max(largest[turn], bytes)
    }
    try grow(plan.input)
    for step in plan.steps {
      turn = 1 - turn
      switch step {
      case .reorder(_, let result), .elementwise(_, _, let result), .tile(_, _, let result, _): try grow(result)
      case .weighted(let operation, _): try grow(operation.result)
      }
    }
    return [try Buffer(byteCount: largest[0]), try Buffer(byteCount: largest[1])]
  }
}

/// Makes the kernels of a network one after the other.
struct TrainingKernelBuilder {
  let model: Model
  let type: NumberType
  let seed: UInt64
  let team: Team
  let engine: Engine
  let gradients: [Buffer]
  private(set) var kernels: [TrainingKernel] = []
  private(set) var slots: [ParameterSlot] = []
  private(set) var statistics: [RunningStatistics] = []
  /// Whether anything so far has parameters: gradients need not flow further back than that.
  private var learns = false

  init(model: Model, type: NumberType, seed: UInt64, team: Team, engine: Engine, gradients: [Buffer]) {
    self.model = model
    self.type = type
    self.seed = seed
    self.team = team
    self.engine = engine
    self.gradients = gradients
  }

  /// The gradient buffer of the newest activation.
  var currentGradient: Buffer { gradients[kernels.count % 2] }

  mutating func add(_ step: NetworkPlan.Step) throws(KernelError) {
    let pair = GradientBuffers(source: currentGradient, result: gradients[(kernels.count + 1) % 2], type: type)
    switch step {
    case .reorder(let source, let result):
      kernels.append(
        try ReorderTrainingKernel(from: source, to: result, gradients: learns ? pair : nil, in: engine))
    case .elementwise(let function, let source, let result):
      kernels.append(
        try ElementwiseTrainingKernel(function, from: source, to: result, gradients: learns ? pair : nil, in: engine))
    case .weighted(let operation, let layer): try addWeighted(operation, parameters(of: layer), pair)
    case .tile(let operations, let source, let result, let inputSlope):
      try addTile(operations, source, result, inputSlope, pair)
    }
  }

  private mutating func addWeighted(_ operation: WeightedOperation, _ parameters: [Int], _ pair: GradientBuffers)
    throws(KernelError)
  {
    if let kernel = try WinogradTrainingKernel(
      operation, parameters: parameters, isFirst: !learns, gradients: pair, team: team, in: engine)
    {
      slots += kernel.slots
      kernels.append(kernel)
    } else {
      let kernel = try WeightedTrainingKernel(
        operation, parameters: parameters, isFirst: !learns, gradients: pair, in: engine)
      slots += kernel.slots
      kernels.append(kernel)
    }
    learns = true
  }

  private mutating func addTile(
    _ operations: TileOperations, _ source: Activation, _ result: Activation, _ inputSlope: Float?,
    _ pair: GradientBuffers
  ) throws(KernelError) {
    var tileSlots: [ParameterSlot] = []
    var running: RunningStatistics?
    if let layer = operations.normalization {
      let indices = parameters(of: layer)
      let count = model.tensors[indices[0]].values.count
      let plain = try PlainArray([count], filled: [count])
      tileSlots = indices[0..<2].map { ParameterSlot(index: $0, layout: plain.layout, plain: plain, decays: false) }
      let statistics = try RunningStatistics(meanIndex: indices[2], varianceIndex: indices[3], of: model)
      self.statistics.append(statistics)
      running = statistics
    }
    kernels.append(
      try TileTrainingKernel(
        operations, from: source, to: result, inputSlope: inputSlope, team: team,
        seed: SeededGenerator.mix(seed ^ UInt64(kernels.count) &* 0x9E37_79B9_7F4A_7C15), gradientBuffers: pair,
        hasSourceGradient: learns, slots: tileSlots, statistics: running))
    slots += tileSlots
    if !tileSlots.isEmpty { learns = true }
  }

  /// The indices of a layer's arrays in `ModelSpec.parameters`.
  private func parameters(of layer: Int) -> [Int] {
    model.spec.parameters.indices.filter { model.spec.parameters[$0].layer == layer }
  }
}
