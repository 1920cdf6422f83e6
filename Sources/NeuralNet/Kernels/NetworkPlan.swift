/// The kernels that a network runs, in order, with the activations between them.
///
/// Layers are grouped: an activation function joins the convolution or dense layer before it; batch normalisation, ReLU,
/// pooling and dropout join into one tile kernel.
struct NetworkPlan {
  /// One kernel and the activations on both sides.
  enum Step {
    case reorder(from: Activation, to: Activation)
    case weighted(WeightedOperation, layer: Int)
    /// `inputSlope` undoes the activation function fused into the kernel before.
    case tile(TileOperations, from: Activation, to: Activation, inputSlope: Float?)
    case elementwise(ElementwiseFunction, from: Activation, to: Activation)
  }

  private(set) var steps: [Step] = []
  /// What callers fill: plain pictures, 32-bit.
  let input: Activation
  /// The last activation: plain vectors, 32-bit.
  private(set) var output: Activation
  private let spec: ModelSpec
  private let batch: Int
  private let type: NumberType
  /// The activation function fused into the last kernel, not yet undone by a tile kernel.
  private var pendingSlope: Float?
  /// Two buffers that take turns; empty where every activation must be kept for the way back.
  private let turns: [Buffer]

  /// `keepsActivations` gives each activation memory of its own; else two buffers take turns, so that a portion of
  /// pictures stays in the cache.
  init(_ spec: ModelSpec, batch: Int, type: NumberType, keepsActivations: Bool) throws(KernelError) {
    self.spec = spec
    self.batch = batch
    self.type = type
    let bytes = batch * NetworkPlan.largestActivation(of: spec) * 4
    turns = keepsActivations ? [] : [try Buffer(byteCount: bytes), try Buffer(byteCount: bytes)]
    let size = spec.input
    switch size {
    case .picture(let channels, let height, let width):
      input = try Activation(
        size, batch: batch, form: .plain(channels: channels, height: height, width: width), type: .float32)
    case .vector(let count):
      input = try Activation(
        size, batch: batch, form: .plain(channels: count, height: 1, width: 1), type: .float32)
    }
    output = input
    try addSteps()
  }

  /// The numbers that the largest activation of one picture may take, channels padded to whole blocks.
  static func largestActivation(of spec: ModelSpec) -> Int {
    let padded = ([spec.input] + spec.shapes).map { $0.count / $0.channels * (($0.channels + 15) / 16 * 16) }
    return padded.max() ?? 0
  }

  /// Where the next activation goes; nil for memory of its own.
  private var nextBuffer: Buffer? { turns.first { $0 !== output.buffer } }

  private mutating func addSteps() throws(KernelError) {
    if type != .float32 { try reorder(to: output.form) }
    var index = 0
    while index < spec.layers.count { index = try addStep(at: index) }
    try undoPendingActivation()
    let vector = Activation.preferredForm(of: output.shape)
    if case .vector = output.shape, output.form != vector || output.type != .float32 {
      try reorder(to: vector, type: .float32)
    }
  }

  /// Adds the kernel that begins with layer `index`; returns the first layer that it leaves.
  private mutating func addStep(at index: Int) throws(KernelError) -> Int {
    let shape = spec.shapes[index]
    switch spec.layers[index] {
    case .convolution(_, let kernel, let stride, let padding, let bias):
      if output.form.size.channels > 1 { try useBlocks() }
      return try addWeighted(
        at: index, window: Window(size: kernel, stride: stride, padding: padding), bias: bias, type: type)
    case .dense(_, let bias):
      let isLast = index == spec.layers.count - 1
      return try addWeighted(at: index, window: nil, bias: bias, type: isLast ? .float32 : type)
    case .flatten:
      try flatten(to: shape, before: index + 1)
      return index + 1
    case .gelu, .tanh, .sigmoid:
      try undoPendingActivation()
      try addElementwise(spec.layers[index])
      return index + 1
    default: return try addTile(at: index)
    }
  }

  private mutating func addWeighted(at index: Int, window: Window?, bias: Bool, type resultType: NumberType)
    throws(KernelError) -> Int
  {
    try undoPendingActivation()
    let shape = spec.shapes[index]
    let result = try Activation(
      shape, batch: batch, form: Activation.preferredForm(of: shape), type: resultType, buffer: nextBuffer)
    var next = index + 1
    if next < spec.layers.count {
      if case .relu = spec.layers[next] { pendingSlope = 0 }
      if case .leakyRelu(let slope) = spec.layers[next] { pendingSlope = slope }
    }
    if pendingSlope != nil { next += 1 }
    let operation = WeightedOperation(
      window: window, hasBias: bias, source: output, result: result, type: type, slope: pendingSlope)
    steps.append(.weighted(operation, layer: index))
    output = result
    return next
  }

  private mutating func addTile(at index: Int) throws(KernelError) -> Int {
    try useBlocks()
    var operations = TileOperations()
    var next = index
    while next < spec.layers.count,
      operations.absorb(spec.layers[next], index: next, input: spec.inputShape(of: next))
    {
      next += 1
    }
    precondition(next > index, "no kernel for \(spec.layers[index])")
    let shape = spec.shapes[next - 1]
    var form = output.form
    if operations.pool != nil { form = form.resized(to: shape) }
    // Without pooling a walk may write where it reads.
    let inPlace = operations.pool == nil && !turns.isEmpty
    let result = try Activation(
      shape, batch: batch, form: form, type: type, buffer: inPlace ? output.buffer : nextBuffer)
    steps.append(.tile(operations, from: output, to: result, inputSlope: pendingSlope))
    pendingSlope = nil
    output = try simplified(result)
    return next
  }

  private mutating func addElementwise(_ layer: LayerSpec) throws(KernelError) {
    let function: ElementwiseFunction =
      switch layer {
      case .gelu: .gelu
      case .tanh: .tanh
      default: .sigmoid
      }
    let result = try Activation(
      output.shape, batch: batch, form: output.form, type: output.type, buffer: nextBuffer)
    steps.append(.elementwise(function, from: output, to: result))
    output = result
  }

  /// A fused activation that no tile kernel follows gets one that only works on the way back.
  private mutating func undoPendingActivation() throws(KernelError) {
    guard let slope = pendingSlope else { return }
    steps.append(.tile(TileOperations(), from: output, to: output, inputSlope: slope))
    pendingSlope = nil
  }

  /// A dense layer takes a picture as it lies; everything else wants true vectors.
  private mutating func flatten(to shape: TensorShape, before next: Int) throws(KernelError) {
    let follower = spec.layers[next...].first { layer in
      if case .dropout = layer { false } else { true }
    }
    if case .dense = follower {
      output = try simplified(
        Activation(shape, batch: batch, form: output.form, type: output.type, buffer: output.buffer))
    } else {
      try undoPendingActivation()
      try reorder(to: output.form.flattened, shape: shape)
    }
  }

  /// Pictures of one pixel with whole blocks of channels lie like vectors.
  private func simplified(_ activation: Activation) throws(KernelError) -> Activation {
    guard case .vector = activation.shape, case .blocked(let channels, 1, 1, let block) = activation.form,
      channels % block == 0
    else { return activation }
    return try Activation(
      activation.shape, batch: batch, form: .plain(channels: channels, height: 1, width: 1), type: activation.type,
      buffer: activation.buffer)
  }

  private mutating func useBlocks() throws(KernelError) {
    guard case .plain(_, let height, let width) = output.form, height * width > 1 || isPicture(output.shape) else {
      return
    }
    try reorder(to: Activation.preferredForm(of: output.shape))
  }

  private func isPicture(_ shape: TensorShape) -> Bool { if case .picture = shape { true } else { false } }

  private mutating func reorder(to form: Activation.Form, shape: TensorShape? = nil, type: NumberType? = nil)
    throws(KernelError)
  {
    let result = try Activation(
      shape ?? output.shape, batch: batch, form: form, type: type ?? self.type, buffer: nextBuffer)
    steps.append(.reorder(from: output, to: result))
    output = result
  }
}

extension Activation.Form {
  /// The same numbers as one plain vector.
  fileprivate var flattened: Activation.Form {
    let size = size
    return .plain(channels: size.channels * size.height * size.width, height: 1, width: 1)
  }

  /// The form of a pooled picture; a vector is what global pooling gives.
  fileprivate func resized(to shape: TensorShape) -> Activation.Form {
    switch shape {
    case .picture(_, let height, let width): resized(height: height, width: width)
    case .vector: resized(height: 1, width: 1)
    }
  }
}
