internal import COneDNN

/// A convolution or a dense layer between two activations, described to oneDNN.
struct WeightedOperation {
  /// The window of a convolution; nil for a dense layer.
  let window: Window?
  let hasBias: Bool
  let source: Activation
  let result: Activation
  let type: NumberType
  /// The factor of a fused activation for negative values; nil without one.
  let slope: Float?

  /// The source as oneDNN is told of it. Convolutions work on whole blocks: where channels do not fill theirs, oneDNN
  /// has little but its reference kernels, which are a thousand times as slow. Padding is zero in activations, gradients
  /// and weights, and stays so.
  var sourceForm: Activation.Form { window == nil ? source.form : source.form.wholeBlocks }
  /// The result as oneDNN is told of it.
  var resultForm: Activation.Form { window == nil ? result.form : result.form.wholeBlocks }

  /// The shape of the weights as oneDNN counts: a dense layer after a picture has rows and columns too.
  var weightShape: [Int] { weightShape(from: sourceForm, to: resultForm) }

  private func weightShape(from source: Activation.Form, to result: Activation.Form) -> [Int] {
    let size = source.size
    let outputs = result.size.channels
    if let window { return [outputs, size.channels, window.size, window.size] }
    if case .plain(_, 1, 1) = source { return [outputs, size.channels] }
    return [outputs, size.channels, size.height, size.width]
  }

  /// Weights in the plain order of the model file.
  var plainWeights: PlainArray {
    get throws(KernelError) {
      try PlainArray(weightShape(from: source.form, to: result.form), filled: weightShape)
    }
  }

  /// Biases, always plain 32-bit.
  var biases: PlainArray {
    get throws(KernelError) { try PlainArray([result.form.size.channels], filled: [resultForm.size.channels]) }
  }

  /// The source in the network's memory.
  func boundSource(in engine: Engine) throws(KernelError) -> BoundArray {
    try BoundArray(sourceLayout, in: engine, buffer: source.buffer)
  }

  /// The result in the network's memory.
  func boundResult(in engine: Engine) throws(KernelError) -> BoundArray {
    try BoundArray(resultLayout(result.type), in: engine, buffer: result.buffer)
  }

  private var sourceLayout: ArrayLayout {
    get throws(KernelError) { try Activation.layout(of: sourceForm, batch: source.batch, type: source.type) }
  }

  private func resultLayout(_ type: NumberType) throws(KernelError) -> ArrayLayout {
    try Activation.layout(of: resultForm, batch: result.batch, type: type)
  }

  private func anyWeights(_ type: NumberType) throws(KernelError) -> ArrayLayout {
    try ArrayLayout(weightShape, type, dnnl_format_tag_any)
  }

  /// Plans the forward pass; `isReused` keeps what the backward passes need.
  func forward(isReused: Bool, in engine: Engine) throws(KernelError) -> PrimitivePlan {
    let activation = slope.map(FusedActivation.init(slope:))
    let purpose = isReused ? dnnl_forward_training : dnnl_forward_inference
    return try preferringWinograd { algorithm throws(KernelError) in
      try planForward(purpose, algorithm, activation: activation, in: engine)
    }
  }

  /// Plans the gradient of the source.
  func backwardData(in engine: Engine) throws(KernelError) -> PrimitivePlan {
    try preferringWinograd { algorithm throws(KernelError) in
      let hint = try planForward(dnnl_forward_training, algorithm, activation: nil, in: engine)
      var source = try sourceLayout.raw
      var weights = try anyWeights(type).raw
      var result = try resultLayout(type).raw
      guard let window else {
        var description = dnnl_inner_product_desc_t()
        try Engine.check(
          dnnl_inner_product_backward_data_desc_init(&description, &source, &weights, &result), "a dense gradient")
        return try PrimitivePlan("a dense gradient", description, in: engine, forward: hint)
      }
      let (strides, before, after) = numbers(of: window)
      var description = dnnl_convolution_desc_t()
      try Engine.check(
        dnnl_convolution_backward_data_desc_init(
          &description, algorithm, &source, &weights, &result, strides, before, after), "a convolution gradient")
      return try PrimitivePlan("a convolution gradient", description, in: engine, forward: hint)
    }
  }

  /// Plans the gradients of weights and biases, in 32 bits.
  func backwardWeights(in engine: Engine) throws(KernelError) -> PrimitivePlan {
    let hint = try planForward(dnnl_forward_training, dnnl_convolution_direct, activation: nil, in: engine)
    var source = try sourceLayout.raw
    var weights = try anyWeights(.float32).raw
    var biases = hasBias ? try biases.layout.raw : dnnl_memory_desc_t()
    var result = try resultLayout(type).raw
    guard let window else {
      var description = dnnl_inner_product_desc_t()
      try Engine.check(
        dnnl_inner_product_backward_weights_desc_init(&description, &source, &weights, &biases, &result),
        "dense weight gradients")
      return try PrimitivePlan("dense weight gradients", description, in: engine, forward: hint)
    }
    let (strides, before, after) = numbers(of: window)
    var description = dnnl_convolution_desc_t()
    try Engine.check(
      dnnl_convolution_backward_weights_desc_init(
        &description, dnnl_convolution_direct, &source, &weights, &biases, &result, strides, before, after),
      "convolution weight gradients")
    return try PrimitivePlan("convolution weight gradients", description, in: engine, forward: hint)
  }

  private func planForward(
    _ purpose: dnnl_prop_kind_t, _ algorithm: dnnl_alg_kind_t, activation: FusedActivation?, in engine: Engine
  ) throws(KernelError) -> PrimitivePlan {
    var source = try sourceLayout.raw
    var weights = try anyWeights(type).raw
    var biases = hasBias ? try biases.layout.raw : dnnl_memory_desc_t()
    var result = try resultLayout(result.type).raw
    guard let window else {
      var description = dnnl_inner_product_desc_t()
      try Engine.check(
        dnnl_inner_product_forward_desc_init(&description, purpose, &source, &weights, &biases, &result),
        "a dense layer")
      return try PrimitivePlan("a dense layer", description, in: engine, activation: activation)
    }
    let (strides, before, after) = numbers(of: window)
    var description = dnnl_convolution_desc_t()
    try Engine.check(
      dnnl_convolution_forward_desc_init(
        &description, purpose, algorithm, &source, &weights, &biases, &result, strides, before, after),
      "a convolution")
    return try PrimitivePlan("a convolution", description, in: engine, activation: activation)
  }

  /// Tries the Winograd form where it is known to be faster (3×3, stride 1, 32-bit, at least 16 channels on both
  /// sides: 1.4 to 1.8 times on AVX-512), else the direct one.
  private func preferringWinograd(
    _ plan: (dnnl_alg_kind_t) throws(KernelError) -> PrimitivePlan
  ) throws(KernelError) -> PrimitivePlan {
    let isSuited =
      type == .float32 && window?.size == 3 && window?.stride == 1 && weightShape[0] >= 16 && weightShape[1] >= 16
    guard isSuited else { return try plan(dnnl_convolution_direct) }
    do { return try plan(dnnl_convolution_winograd) } catch { return try plan(dnnl_convolution_direct) }
  }

  private func numbers(of window: Window) -> (strides: [Int64], before: [Int64], after: [Int64]) {
    let size = source.form.size
    let rows = window.borders(for: size.height)
    let columns = window.borders(for: size.width)
    return (
      [Int64(window.stride), Int64(window.stride)], [Int64(rows.before), Int64(columns.before)],
      [Int64(rows.after), Int64(columns.after)]
    )
  }
}
