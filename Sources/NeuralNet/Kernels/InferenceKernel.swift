internal import COneDNN

/// One step of a network that answers.
class InferenceKernel {
  /// Compiles once the scratch memory exists.
  func bind(scratch: Buffer) throws(KernelError) {}
  func run() {}

  /// Scratch memory that the kernel needs while it runs.
  var scratchByteCount: Int { 0 }

  /// The kernel for a step of the plan; nil where nothing has to be done.
  static func make(_ step: NetworkPlan.Step, of model: Model, team: Team, in engine: Engine) throws(KernelError)
    -> InferenceKernel?
  {
    switch step {
    case .reorder(let source, let result):
      return try CopyInferenceKernel(from: source, to: result, in: engine)
    case .weighted(let operation, let layer):
      return try WeightedInferenceKernel(operation, layer: layer, of: model, in: engine)
    case .elementwise(let function, let source, let result):
      return try FunctionInferenceKernel(function, from: source, to: result, in: engine)
    case .tile(let operations, let source, let result, _):
      guard !operations.isEmpty else { return nil }
      return try TileInferenceKernel(operations, from: source, to: result, of: model, team: team)
    }
  }
}

/// A kernel that is one primitive of oneDNN.
class PrimitiveInferenceKernel: InferenceKernel {
  fileprivate let plan: PrimitivePlan
  fileprivate let engine: Engine
  fileprivate var arguments: [Int32: BoundArray]
  private var primitive: Primitive?

  fileprivate init(_ plan: PrimitivePlan, _ arguments: [Int32: BoundArray], in engine: Engine) {
    self.plan = plan
    self.engine = engine
    self.arguments = arguments
  }

  override var scratchByteCount: Int { plan.scratchByteCount }

  override func bind(scratch: Buffer) throws(KernelError) {
    primitive = try Primitive(plan, in: engine, scratch: scratch, arguments)
  }

  override func run() { primitive?.execute() }
}

private final class CopyInferenceKernel: PrimitiveInferenceKernel {
  init(from source: Activation, to result: Activation, in engine: Engine) throws(KernelError) {
    let (from, to) = try Activation.copyLayouts(from: source, to: result)
    super.init(
      try PrimitivePlan(reorder: from, to: to, in: engine),
      [
        DNNL_ARG_FROM: try BoundArray(from, in: engine, buffer: source.buffer),
        DNNL_ARG_TO: try BoundArray(to, in: engine, buffer: result.buffer),
      ], in: engine)
  }
}

private final class FunctionInferenceKernel: PrimitiveInferenceKernel {
  init(_ function: ElementwiseFunction, from source: Activation, to result: Activation, in engine: Engine)
    throws(KernelError)
  {
    super.init(
      try function.forward(source.layout, in: engine),
      [DNNL_ARG_SRC: try source.bound(in: engine), DNNL_ARG_DST: try result.bound(in: engine)], in: engine)
  }
}

private final class WeightedInferenceKernel: PrimitiveInferenceKernel {
  init(_ operation: WeightedOperation, layer: Int, of model: Model, in engine: Engine) throws(KernelError) {
    let plan = try operation.forward(isReused: false, in: engine)
    let tensors = zip(model.spec.parameters, model.tensors).filter { $0.0.layer == layer }.map(\.1.values)
    var arguments = [
      DNNL_ARG_SRC: try operation.boundSource(in: engine), DNNL_ARG_DST: try operation.boundResult(in: engine),
      DNNL_ARG_WEIGHTS: try WeightedInferenceKernel.array(
        tensors[0], from: operation.plainWeights, to: plan.layout(of: dnnl_query_weights_md), in: engine),
    ]
    if operation.hasBias {
      arguments[DNNL_ARG_BIAS] = try operation.biases.bound(tensors[1], in: engine)
    }
    super.init(plan, arguments, in: engine)
  }

  /// Weights in the layout that the kernel wants, put there once.
  private static func array(
    _ values: [Float], from plain: PlainArray, to layout: ArrayLayout, in engine: Engine
  ) throws(KernelError) -> BoundArray {
    let source = try plain.bound(values, in: engine)
    guard layout != plain.layout else { return source }
    let target = try BoundArray(layout, in: engine)
    try ParameterArenas.copy(source, to: target, in: engine)
    return target
  }
}

private final class TileInferenceKernel: InferenceKernel {
  private let kernel: TileKernel

  init(_ operations: TileOperations, from source: Activation, to result: Activation, of model: Model, team: Team)
    throws(KernelError)
  {
    kernel = try TileKernel(operations, from: source, to: result, inputSlope: nil, team: team)
    super.init()
    guard let layer = operations.normalization else { return }
    let tensors = zip(model.spec.parameters, model.tensors).filter { $0.0.layer == layer }.map(\.1.values)
    for lane in 0..<kernel.input.laneCount {
      let channel = kernel.channel(ofLane: lane)
      guard channel < kernel.input.channelCount else {
        kernel.factors.factor[lane] = 0
        continue
      }
      let factor = tensors[0][channel] / (tensors[3][channel] + ModelSpec.batchNormalizationEpsilon).squareRoot()
      kernel.factors.factor[lane] = factor
      kernel.factors.offset[lane] = tensors[1][channel] - tensors[2][channel] * factor
    }
  }

  override func run() { kernel.run(.apply) }
}
