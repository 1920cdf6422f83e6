/// Reads one layer of the text form, word by word.
struct LayerParser {
  private let label: String
  private let kind: LayerKind
  private var words: ArraySlice<Substring>

  /// Takes the words of the layer with number `number` (from 1) in lower case; there must be at least one.
  init(words: [Substring], number: Int) throws(SpecError) {
    label = "\(number) '\(SpecError.excerpt(words.joined(separator: " ")))'"
    guard let kind = LayerKind(rawValue: String(words[0])) else {
      throw .unknownLayer(text: SpecError.excerpt(words[0]))
    }
    self.kind = kind
    self.words = words.dropFirst()
  }

  /// The layer; every word must have a meaning.
  mutating func layer() throws(SpecError) -> LayerSpec {
    let layer = try read()
    guard let rest = words.first else { return layer }
    throw error("'\(SpecError.excerpt(rest))' has no meaning here")
  }

  private mutating func read() throws(SpecError) -> LayerSpec {
    switch kind {
    case .conv:
      return .convolution(
        filters: try integer("FILTERS"), kernel: try integer("KERNEL"), stride: try option("stride") ?? 1,
        padding: flag("valid") ? .valid : .same, bias: !flag("nobias"))
    case .dense: return .dense(units: try integer("UNITS"), bias: !flag("nobias"))
    case .pool:
      let size = try integer("SIZE")
      return .maxPool(size: size, stride: try option("stride") ?? size)
    case .avgpool:
      let size = try integer("SIZE")
      return .averagePool(size: size, stride: try option("stride") ?? size)
    case .leaky: return .leakyRelu(slope: words.isEmpty ? LayerSpec.defaultSlope : try number("SLOPE"))
    case .dropout: return .dropout(rate: try number("RATE"))
    case .spatialdropout: return .spatialDropout(rate: try number("RATE"))
    case .bn: return .batchNormalization
    case .relu: return .relu
    case .gelu: return .gelu
    case .tanh: return .tanh
    case .sigmoid: return .sigmoid
    case .gap: return .globalAveragePool
    case .flatten: return .flatten
    }
  }

  private mutating func integer(_ name: String) throws(SpecError) -> Int {
    guard let word = words.popFirst() else { throw error("has no \(name)") }
    return try integer(word, name)
  }

  private func integer(_ word: Substring, _ name: String) throws(SpecError) -> Int {
    guard let value = Int(word), (0...999_999).contains(value) else {
      throw error("\(name) must be a whole number up to 999999, found '\(SpecError.excerpt(word))'")
    }
    return value
  }

  private mutating func number(_ name: String) throws(SpecError) -> Float {
    guard let word = words.popFirst() else { throw error("has no \(name)") }
    guard word.allSatisfy({ "0123456789.e-+".contains($0) }), let value = Float(word), value.isFinite else {
      throw error("\(name) must be a number such as .25, found '\(SpecError.excerpt(word))'")
    }
    return value
  }

  /// Takes `name` out of the remaining words, wherever it is.
  private mutating func flag(_ name: String) -> Bool {
    guard let index = words.firstIndex(where: { $0 == name }) else { return false }
    words.remove(at: index)
    return true
  }

  /// Takes `name` and the number after it out of the remaining words.
  private mutating func option(_ name: String) throws(SpecError) -> Int? {
    guard let index = words.firstIndex(where: { $0 == name }) else { return nil }
    words.remove(at: index)
    guard index < words.endIndex else { throw error("'\(name)' has no number after it") }
    return try integer(words.remove(at: index), name)
  }

  private func error(_ reason: String) -> SpecError {
    .badValue(layer: label, reason: "\(reason); write \(kind.usage)")
  }
}
