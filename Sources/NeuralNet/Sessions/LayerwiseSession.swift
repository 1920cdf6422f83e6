/// A network that shows what each of its layers makes of one picture.
///
/// The layers run one after the other as the spec has them, nothing folded and nothing fused, so that every number between
/// two of them can be looked at. After the first call nothing is allocated any more. A session belongs to one thread.
public final class LayerwiseSession {
  public let model: Model
  /// The kernels of each layer; nil where a layer passes on what it gets.
  private let networks: [InferenceNetwork?]
  /// What goes into the first layer.
  private let source: Buffer

  /// More values than these between the layers of a network are not kept.
  private static let mostValues = 1 << 23

  /// Compiles each layer of `model`. Throws where oneDNN cannot do it, memory is short or there is too much to keep.
  public init(_ model: Model) throws(KernelError) {
    let count = model.spec.shapes.reduce(model.spec.input.count) { $0 + $1.count }
    guard count <= LayerwiseSession.mostValues else { throw .outOfMemory(bytes: count * 4) }
    self.model = model
    source = try Buffer(byteCount: model.spec.input.count * 4)
    Team(threads: 1).claim()
    var networks: [InferenceNetwork?] = []
    for layer in model.spec.layers.indices { networks.append(try LayerwiseSession.network(layer, of: model)) }
    self.networks = networks
  }

  /// The network of one layer, whose result lies in plain order.
  private static func network(_ layer: Int, of model: Model) throws(KernelError) -> InferenceNetwork? {
    guard !model.spec.layers[layer].passesOn else { return nil }
    var layers = [model.spec.layers[layer]]
    if case .picture = model.spec.shapes[layer] { layers.append(.flatten) }
    guard let spec = try? ModelSpec(input: model.spec.inputShape(of: layer), layers: layers) else {
      throw .refused(operation: "layer \(layer + 1)", status: 0)
    }
    let single = Model(spec: spec, metadata: model.metadata, tensors: model.tensors(ofLayer: layer))
    return try InferenceNetwork(single, batch: 1, team: Team(threads: 1), keepsEmbedding: false)
  }

  /// What went into the first layer in the newest run: the normalised pixels.
  public var input: UnsafeBufferPointer<Float> {
    UnsafeBufferPointer(start: source.view(), count: model.spec.input.count)
  }

  /// What a layer gave in the newest run, channel by channel, row by row.
  public func values(of layer: Int) -> UnsafeBufferPointer<Float> {
    guard layer >= 0 else { return input }
    guard let network = networks[layer] else { return values(of: layer - 1) }
    return UnsafeBufferPointer(start: network.logits, count: model.spec.shapes[layer].count)
  }

  /// Runs a picture of grey bytes (0 paper, 255 ink) through all layers.
  public func run(_ pixels: UnsafePointer<UInt8>) {
    let factor = 1 / model.metadata.inputDeviation
    let offset = -model.metadata.inputMean * factor
    let input = source.view(Float.self)
    // As a batch is normalised, so that both networks see the same numbers.
    for index in 0..<model.spec.input.count { input[index] = Float(pixels[index]) * (factor / 255) + offset }
    Team(threads: 1).claim()
    for (layer, network) in networks.enumerated() {
      guard let network, let values = values(of: layer - 1).baseAddress else { continue }
      network.input.update(from: values, count: model.spec.inputShape(of: layer).count)
      network.run()
    }
  }
}

extension LayerSpec {
  /// Whether an answering network gives what it gets: dropout only works while learning, and flat values lie as before.
  package var passesOn: Bool {
    switch self {
    case .dropout, .spatialDropout, .flatten: true
    default: false
    }
  }
}

extension Model {
  /// The arrays of one layer, in the order of the spec.
  package func tensors(ofLayer layer: Int) -> [Tensor] {
    zip(spec.parameters, tensors).filter { $0.0.layer == layer }.map(\.1)
  }
}
