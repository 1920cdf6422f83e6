internal import COneDNN

/// An activation function that has a kernel of its own, because the way back needs its argument.
enum ElementwiseFunction: Hashable {
  case gelu, tanh, sigmoid

  private var algorithm: dnnl_alg_kind_t {
    switch self {
    case .gelu: dnnl_eltwise_gelu_erf
    case .tanh: dnnl_eltwise_tanh
    case .sigmoid: dnnl_eltwise_logistic
    }
  }

  func forward(_ layout: ArrayLayout, in engine: Engine) throws(KernelError) -> PrimitivePlan {
    var description = dnnl_eltwise_desc_t()
    var layout = layout.raw
    try Engine.check(
      dnnl_eltwise_forward_desc_init(&description, dnnl_forward_training, algorithm, &layout, 0, 0), "\(self)")
    return try PrimitivePlan("\(self)", description, in: engine)
  }

  func backward(_ layout: ArrayLayout, in engine: Engine) throws(KernelError) -> PrimitivePlan {
    let hint = try forward(layout, in: engine)
    var description = dnnl_eltwise_desc_t()
    var layout = layout.raw
    var gradient = layout
    try Engine.check(
      dnnl_eltwise_backward_desc_init(&description, algorithm, &gradient, &layout, 0, 0), "the gradient of \(self)")
    return try PrimitivePlan("the gradient of \(self)", description, in: engine, forward: hint)
  }
}
