extension LayerSpec: Codable {
  /// Reads `{"type":"conv","filters":32,"kernel":3}`; unknown types and keys are errors of type `SpecError`.
  public init(from decoder: any Decoder) throws {
    let fields = try LayerFields(decoder)
    switch fields.kind {
    case .conv:
      self = .convolution(
        filters: try fields.integer("filters"), kernel: try fields.integer("kernel"),
        stride: try fields.integer("stride", default: 1), padding: try fields.padding(),
        bias: try fields.bool("bias", default: true))
    case .dense: self = .dense(units: try fields.integer("units"), bias: try fields.bool("bias", default: true))
    case .pool:
      let size = try fields.integer("size")
      self = .maxPool(size: size, stride: try fields.integer("stride", default: size))
    case .avgpool:
      let size = try fields.integer("size")
      self = .averagePool(size: size, stride: try fields.integer("stride", default: size))
    case .leaky: self = .leakyRelu(slope: try fields.number("slope", default: LayerSpec.defaultSlope))
    case .dropout: self = .dropout(rate: try fields.number("rate"))
    case .spatialdropout: self = .spatialDropout(rate: try fields.number("rate"))
    case .bn: self = .batchNormalization
    case .relu: self = .relu
    case .gelu: self = .gelu
    case .tanh: self = .tanh
    case .sigmoid: self = .sigmoid
    case .gap: self = .globalAveragePool
    case .flatten: self = .flatten
    }
  }

  /// Writes what `init(from:)` reads, without the values that are the default.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: LayerKey.self)
    try container.encode(LayerKind(self).rawValue, forKey: "type")
    switch self {
    case .convolution(let filters, let kernel, let stride, let padding, let bias):
      try container.encode(filters, forKey: "filters")
      try container.encode(kernel, forKey: "kernel")
      if stride != 1 { try container.encode(stride, forKey: "stride") }
      if padding != .same { try container.encode(padding, forKey: "padding") }
      if !bias { try container.encode(bias, forKey: "bias") }
    case .dense(let units, let bias):
      try container.encode(units, forKey: "units")
      if !bias { try container.encode(bias, forKey: "bias") }
    case .maxPool(let size, let stride), .averagePool(let size, let stride):
      try container.encode(size, forKey: "size")
      if stride != size { try container.encode(stride, forKey: "stride") }
    case .leakyRelu(let slope): try container.encode(slope, forKey: "slope")
    case .dropout(let rate), .spatialDropout(let rate): try container.encode(rate, forKey: "rate")
    case .batchNormalization, .relu, .gelu, .tanh, .sigmoid, .globalAveragePool, .flatten: break
    }
  }
}

/// A key of the JSON form, whatever it is.
struct LayerKey: CodingKey, ExpressibleByStringLiteral {
  let stringValue: String
  var intValue: Int? { nil }
  init(stringValue: String) { self.stringValue = stringValue }
  init(stringLiteral value: String) { stringValue = value }
  init?(intValue: Int) { nil }
}
