internal import COneDNN

/// A compiled operation bound to its arrays; running it allocates nothing of ours.
final class Primitive {
  private let raw: dnnl_primitive_t
  private let arguments: UnsafeMutablePointer<dnnl_exec_arg_t>
  private let argumentCount: Int32
  private let bound: [BoundArray]
  private let engine: Engine

  /// Compiles `plan` for `arguments`, keyed by oneDNN's argument numbers.
  init(_ plan: PrimitivePlan, in engine: Engine, scratch: Buffer, _ arguments: [Int32: BoundArray])
    throws(KernelError)
  {
    var raw: dnnl_primitive_t?
    try Engine.check(dnnl_primitive_create(&raw, plan.raw), "a primitive")
    guard let raw else { throw .refused(operation: "a primitive", status: 0) }
    self.raw = raw
    self.engine = engine
    var bound = arguments
    if plan.scratchByteCount > 0 {
      bound[DNNL_ARG_SCRATCHPAD] = try BoundArray(
        try plan.layout(of: dnnl_query_scratchpad_md), in: engine, buffer: scratch)
    }
    self.bound = Swift.Array(bound.values)
    argumentCount = Int32(bound.count)
    self.arguments = .allocate(capacity: bound.count)
    for (index, (key, array)) in bound.enumerated() {
      (self.arguments + index).initialize(to: dnnl_exec_arg_t(arg: key, memory: array.raw))
    }
  }

  deinit {
    dnnl_primitive_destroy(raw)
    arguments.deallocate()
  }

  /// Runs the operation and waits for it.
  func execute() {
    let status = dnnl_primitive_execute(raw, engine.stream, argumentCount, arguments)
    precondition(status == dnnl_success, "oneDNN stopped with status \(status.rawValue)")
  }
}
