/// The words of the text form and the `type`s of the JSON form.
enum LayerKind: String, CaseIterable {
  case conv, dense, bn, relu, leaky, gelu, tanh, sigmoid, pool, avgpool, gap, dropout, spatialdropout, flatten

  /// The kind of `layer`.
  init(_ layer: LayerSpec) {
    switch layer {
    case .convolution: self = .conv
    case .dense: self = .dense
    case .batchNormalization: self = .bn
    case .relu: self = .relu
    case .leakyRelu: self = .leaky
    case .gelu: self = .gelu
    case .tanh: self = .tanh
    case .sigmoid: self = .sigmoid
    case .maxPool: self = .pool
    case .averagePool: self = .avgpool
    case .globalAveragePool: self = .gap
    case .dropout: self = .dropout
    case .spatialDropout: self = .spatialdropout
    case .flatten: self = .flatten
    }
  }

  /// How the text form of the layer is written.
  var usage: String {
    switch self {
    case .conv: "conv FILTERS KERNEL [stride N] [valid] [nobias]"
    case .dense: "dense UNITS [nobias]"
    case .pool, .avgpool: "\(rawValue) SIZE [stride N]"
    case .leaky: "leaky [SLOPE]"
    case .dropout, .spatialdropout: "\(rawValue) RATE"
    case .bn, .relu, .gelu, .tanh, .sigmoid, .gap, .flatten: rawValue
    }
  }

  /// The keys of the JSON form besides `type`.
  var keys: [String] {
    switch self {
    case .conv: ["filters", "kernel", "stride", "padding", "bias"]
    case .dense: ["units", "bias"]
    case .pool, .avgpool: ["size", "stride"]
    case .leaky: ["slope"]
    case .dropout, .spatialdropout: ["rate"]
    case .bn, .relu, .gelu, .tanh, .sigmoid, .gap, .flatten: []
    }
  }

  /// All words, for error messages.
  static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
