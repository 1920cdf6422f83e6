internal import COneDNN

/// What a primitive will do and the layouts it chose, before it is bound to memory.
final class PrimitivePlan {
  let raw: dnnl_primitive_desc_t
  private let name: String

  /// Plans the operation described by `description` (a oneDNN operation descriptor).
  init<Description>(
    _ name: String, _ description: Description, in engine: Engine, activation: FusedActivation? = nil,
    forward: PrimitivePlan? = nil
  ) throws(KernelError) {
    var attributes: dnnl_primitive_attr_t?
    try Engine.check(dnnl_primitive_attr_create(&attributes), "attributes")
    defer { dnnl_primitive_attr_destroy(attributes) }
    try Engine.check(dnnl_primitive_attr_set_scratchpad_mode(attributes, dnnl_scratchpad_mode_user), "a scratchpad")
    if let activation { try activation.append(to: attributes) }
    var plan: dnnl_primitive_desc_t?
    let status = withUnsafePointer(to: description) {
      dnnl_primitive_desc_create(&plan, $0, attributes, engine.raw, forward?.raw)
    }
    try Engine.check(status, name)
    guard let plan else { throw .refused(operation: name, status: 0) }
    raw = plan
    self.name = name
  }

  /// Plans a copy from one layout to another.
  init(reorder source: ArrayLayout, to destination: ArrayLayout, in engine: Engine) throws(KernelError) {
    var attributes: dnnl_primitive_attr_t?
    try Engine.check(dnnl_primitive_attr_create(&attributes), "attributes")
    defer { dnnl_primitive_attr_destroy(attributes) }
    try Engine.check(dnnl_primitive_attr_set_scratchpad_mode(attributes, dnnl_scratchpad_mode_user), "a scratchpad")
    var plan: dnnl_primitive_desc_t?
    var from = source.raw
    var to = destination.raw
    try Engine.check(
      dnnl_reorder_primitive_desc_create(&plan, &from, engine.raw, &to, engine.raw, attributes), "a reorder")
    guard let plan else { throw .refused(operation: "a reorder", status: 0) }
    raw = plan
    name = "a reorder"
  }

  deinit { dnnl_primitive_desc_destroy(raw) }

  /// The layout that the operation wants for one of its arrays.
  func layout(of query: dnnl_query_t, index: Int32 = 0) throws(KernelError) -> ArrayLayout {
    guard let layout = dnnl_primitive_desc_query_md(raw, query, index) else {
      throw .refused(operation: "\(name): layout \(query.rawValue)", status: 0)
    }
    return ArrayLayout(raw: layout.pointee)
  }

  /// What oneDNN calls the code that it chose, such as `jit:avx512_core`.
  var implementation: String {
    var name: UnsafePointer<CChar>?
    dnnl_primitive_desc_query(raw, dnnl_query_impl_info_str, 0, &name)
    return name.map { String(cString: $0) } ?? ""
  }

  /// Scratch memory that the operation needs while it runs.
  var scratchByteCount: Int {
    guard let layout = dnnl_primitive_desc_query_md(raw, dnnl_query_scratchpad_md, 0) else { return 0 }
    return dnnl_memory_desc_get_size(layout)
  }
}

/// An activation that a convolution or dense layer applies while it writes its output.
struct FusedActivation: Equatable {
  /// The factor for negative values; 0 is plain ReLU.
  let slope: Float

  fileprivate func append(to attributes: dnnl_primitive_attr_t?) throws(KernelError) {
    var operations: dnnl_post_ops_t?
    try Engine.check(dnnl_post_ops_create(&operations), "post-operations")
    defer { dnnl_post_ops_destroy(operations) }
    try Engine.check(
      dnnl_post_ops_append_eltwise(operations, 1, dnnl_eltwise_relu, slope, 0), "a fused activation")
    try Engine.check(dnnl_primitive_attr_set_post_ops(attributes, operations), "post-operations")
  }
}
