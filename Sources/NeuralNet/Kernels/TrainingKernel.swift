internal import COneDNN

/// One step of a network while it learns: forward from source to result, backward from the result's gradient to the
/// source's.
class TrainingKernel {
  /// Compiles for memory that exists only now: the parameters in one arena, their gradients in another.
  func bind(_ arenas: ParameterArenas, scratch: Buffer) throws(KernelError) {}
  func forward(step: UInt64) {}
  func backward() {}

  /// What oneDNN calls the primitives that multiply.
  var names: [String] { [] }

  /// Scratch memory that the kernel needs while it runs.
  var scratchByteCount: Int { 0 }
}

/// Copies an activation into another form or number type.
final class ReorderTrainingKernel: TrainingKernel {
  private let engine: Engine
  private let copy: PrimitivePlan
  private let copyBack: PrimitivePlan?
  private let arrays: (source: BoundArray, result: BoundArray)
  private let gradients: (source: BoundArray, result: BoundArray)?
  private var forwardPrimitive: Primitive?
  private var backwardPrimitive: Primitive?

  /// `gradients` is nil where nothing before the copy learns.
  init(from source: Activation, to result: Activation, gradients: GradientBuffers?, in engine: Engine)
    throws(KernelError)
  {
    self.engine = engine
    let layouts = try Activation.copyLayouts(from: source, to: result)
    copy = try PrimitivePlan(reorder: layouts.source, to: layouts.result, in: engine)
    arrays = (
      try BoundArray(layouts.source, in: engine, buffer: source.buffer),
      try BoundArray(layouts.result, in: engine, buffer: result.buffer)
    )
    guard let gradients else {
      copyBack = nil
      self.gradients = nil
      return
    }
    let back = try Activation.copyLayouts(from: source, to: result, type: gradients.type)
    copyBack = try PrimitivePlan(reorder: back.result, to: back.source, in: engine)
    self.gradients = (
      try BoundArray(back.source, in: engine, buffer: gradients.source),
      try BoundArray(back.result, in: engine, buffer: gradients.result)
    )
  }

  override var scratchByteCount: Int { max(copy.scratchByteCount, copyBack?.scratchByteCount ?? 0) }

  override func bind(_ arenas: ParameterArenas, scratch: Buffer) throws(KernelError) {
    forwardPrimitive = try Primitive(
      copy, in: engine, scratch: scratch, [DNNL_ARG_FROM: arrays.source, DNNL_ARG_TO: arrays.result])
    guard let copyBack, let gradients else { return }
    backwardPrimitive = try Primitive(
      copyBack, in: engine, scratch: scratch, [DNNL_ARG_FROM: gradients.result, DNNL_ARG_TO: gradients.source])
  }

  override func forward(step: UInt64) { forwardPrimitive?.execute() }
  override func backward() { backwardPrimitive?.execute() }
}

/// Where the gradients on both sides of a kernel are.
struct GradientBuffers {
  let source: Buffer
  let result: Buffer
  let type: NumberType
}

/// GELU, tanh or sigmoid.
final class ElementwiseTrainingKernel: TrainingKernel {
  private let engine: Engine
  private let plans: (forward: PrimitivePlan, backward: PrimitivePlan)
  private let arrays: (source: BoundArray, result: BoundArray)
  private let gradients: (source: BoundArray, result: BoundArray)?
  private var primitives: (forward: Primitive, backward: Primitive?)?

  init(
    _ function: ElementwiseFunction, from source: Activation, to result: Activation, gradients: GradientBuffers?,
    in engine: Engine
  ) throws(KernelError) {
    self.engine = engine
    plans = (try function.forward(source.layout, in: engine), try function.backward(source.layout, in: engine))
    arrays = (try source.bound(in: engine), try result.bound(in: engine))
    guard let gradients else {
      self.gradients = nil
      return
    }
    self.gradients = (
      try BoundArray(source.layout, in: engine, buffer: gradients.source),
      try BoundArray(source.layout, in: engine, buffer: gradients.result)
    )
  }

  override var scratchByteCount: Int { max(plans.forward.scratchByteCount, plans.backward.scratchByteCount) }

  override func bind(_ arenas: ParameterArenas, scratch: Buffer) throws(KernelError) {
    let forward = try Primitive(
      plans.forward, in: engine, scratch: scratch, [DNNL_ARG_SRC: arrays.source, DNNL_ARG_DST: arrays.result])
    var backward: Primitive?
    if let gradients {
      backward = try Primitive(
        plans.backward, in: engine, scratch: scratch,
        [
          DNNL_ARG_SRC: arrays.source, DNNL_ARG_DIFF_DST: gradients.result, DNNL_ARG_DIFF_SRC: gradients.source,
        ])
    }
    primitives = (forward, backward)
  }

  override func forward(step: UInt64) { primitives?.forward.execute() }
  override func backward() { primitives?.backward?.execute() }
}
