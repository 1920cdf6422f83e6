internal import COneDNN

/// A convolution or dense layer while it learns.
final class WeightedTrainingKernel: TrainingKernel {
  /// The places of weights and biases.
  let slots: [ParameterSlot]
  private let operation: WeightedOperation
  private let engine: Engine
  private let gradients: GradientBuffers
  private let forwardPlan: PrimitivePlan
  private let weightsPlan: PrimitivePlan
  /// Nil for the first kernel: nothing before it learns.
  private let dataPlan: PrimitivePlan?
  /// Copies of the weights for kernels that want them otherwise than the arena has them.
  private var forwardCopy: Primitive?
  private var dataCopy: Primitive?
  private var forwardPrimitive: Primitive?
  private var weightsPrimitive: Primitive?
  private var dataPrimitive: Primitive?

  init(
    _ operation: WeightedOperation, parameters: [Int], isFirst: Bool, gradients: GradientBuffers, in engine: Engine
  ) throws(KernelError) {
    self.operation = operation
    self.engine = engine
    self.gradients = gradients
    forwardPlan = try operation.forward(isReused: true, in: engine)
    weightsPlan = try operation.backwardWeights(in: engine)
    dataPlan = isFirst ? nil : try operation.backwardData(in: engine)
    let weights = ParameterSlot(
      index: parameters[0], layout: try weightsPlan.layout(of: dnnl_query_diff_weights_md),
      plain: try operation.plainWeights, decays: true)
    guard operation.hasBias else {
      slots = [weights]
      return
    }
    let biases = try operation.biases
    slots = [weights, ParameterSlot(index: parameters[1], layout: biases.layout, plain: biases, decays: false)]
  }

  override var scratchByteCount: Int {
    max(forwardPlan.scratchByteCount, weightsPlan.scratchByteCount, dataPlan?.scratchByteCount ?? 0, 1 << 16)
  }

  override var names: [String] {
    ([forwardPlan, weightsPlan] + (dataPlan.map { [$0] } ?? [])).map(\.implementation)
  }

  override func bind(_ arenas: ParameterArenas, scratch: Buffer) throws(KernelError) {
    let source = try operation.boundSource(in: engine)
    let resultGradient = try BoundArray(
      try weightsPlan.layout(of: dnnl_query_diff_dst_md), in: engine, buffer: gradients.result)
    try bindForward(arenas, scratch, source: source)
    var arguments = [
      DNNL_ARG_SRC: source, DNNL_ARG_DIFF_DST: resultGradient,
      DNNL_ARG_DIFF_WEIGHTS: try arenas.gradient(slots[0], in: engine),
    ]
    if slots.count > 1 { arguments[DNNL_ARG_DIFF_BIAS] = try arenas.gradient(slots[1], in: engine) }
    weightsPrimitive = try Primitive(weightsPlan, in: engine, scratch: scratch, arguments)
    guard let dataPlan else { return }
    let weights = try bindWeights(
      arenas, scratch, layout: dataPlan.layout(of: dnnl_query_weights_md), copy: &dataCopy)
    dataPrimitive = try Primitive(
      dataPlan, in: engine, scratch: scratch,
      [
        DNNL_ARG_DIFF_DST: resultGradient, DNNL_ARG_WEIGHTS: weights,
        DNNL_ARG_DIFF_SRC: try BoundArray(
          try dataPlan.layout(of: dnnl_query_diff_src_md), in: engine, buffer: gradients.source),
      ])
  }

  private func bindForward(_ arenas: ParameterArenas, _ scratch: Buffer, source: BoundArray) throws(KernelError) {
    let weights = try bindWeights(
      arenas, scratch, layout: forwardPlan.layout(of: dnnl_query_weights_md), copy: &forwardCopy)
    var arguments = [
      DNNL_ARG_SRC: source, DNNL_ARG_WEIGHTS: weights, DNNL_ARG_DST: try operation.boundResult(in: engine),
    ]
    if slots.count > 1 { arguments[DNNL_ARG_BIAS] = try arenas.parameter(slots[1], in: engine) }
    forwardPrimitive = try Primitive(forwardPlan, in: engine, scratch: scratch, arguments)
  }

  /// The weights in the layout a kernel wants: the arena itself where that fits, else a copy made before each use.
  private func bindWeights(
    _ arenas: ParameterArenas, _ scratch: Buffer, layout: ArrayLayout, copy: inout Primitive?
  ) throws(KernelError) -> BoundArray {
    let master = try arenas.parameter(slots[0], in: engine)
    guard layout != slots[0].layout else { return master }
    let converted = try BoundArray(layout, in: engine)
    copy = try Primitive(
      try PrimitivePlan(reorder: master.layout, to: layout, in: engine), in: engine, scratch: scratch,
      [DNNL_ARG_FROM: master, DNNL_ARG_TO: converted])
    return converted
  }

  override func forward(step: UInt64) {
    forwardCopy?.execute()
    forwardPrimitive?.execute()
  }

  override func backward() {
    weightsPrimitive?.execute()
    dataCopy?.execute()
    dataPrimitive?.execute()
  }
}
