package import NeuralNet

/// A part of a network that is shown as one strip: a layer with weights and what follows it up to the next one.
package struct InsideStage: Equatable, Sendable {
  /// The layers, as indices of the spec.
  package let layers: Range<Int>
  /// The layer whose values are shown.
  package let shown: Int
  /// Such as "conv 1" or "conv 2, pool".
  package let title: String
  package let maps: Int
  package let rows: Int
  package let columns: Int
  /// Whether values below 0 mean something.
  package let isSigned: Bool
  /// Whether these are the ten logits.
  package let isOutput: Bool

  /// Values of one map.
  package var mapCount: Int { rows * columns }
  /// Whether a map is one value.
  package var isVector: Bool { mapCount == 1 }

  /// Such as "32 maps of 26 × 26".
  package var detail: String {
    if isOutput { return "\(maps) probabilities" }
    return isVector ? "\(maps) values" : "\(maps) maps of \(rows) × \(columns)"
  }

  /// The strips of a network, from the input to the answer.
  package static func stages(of spec: ModelSpec) -> [InsideStage] {
    var starts: [Int] = []
    for (index, layer) in spec.layers.enumerated() where index == 0 || layer.beginsStage { starts.append(index) }
    // Flat pixels are no strip of their own: they are what the network sees.
    if starts.count > 1, spec.layers[..<starts[1]].allSatisfy(\.passesOn) { starts.remove(at: 0) }
    var numbers: [String: Int] = [:]
    return starts.enumerated().map { place, start in
      let end = place + 1 < starts.count ? starts[place + 1] : spec.layers.count
      let word = spec.layers[start].stageWord
      numbers[word, default: 0] += 1
      return InsideStage(spec, place == 0 ? 0..<end : start..<end, start: start, number: numbers[word] ?? 1)
    }
  }

  private init(_ spec: ModelSpec, _ layers: Range<Int>, start: Int, number: Int) {
    self.layers = layers
    // Flattened values are shown as the maps that they were.
    shown = layers.last { !spec.layers[$0].passesOn } ?? layers.lowerBound
    isOutput = layers.upperBound == spec.layers.count
    let hasPool = layers.contains { spec.layers[$0].isPool }
    title = "\(spec.layers[start].stageWord) \(number)" + (hasPool ? ", pool" : "")
    switch spec.shapes[shown] {
    case .picture(let channels, let height, let width) where !isOutput:
      (maps, rows, columns) = (channels, height, width)
    case let shape: (maps, rows, columns) = (shape.count, 1, 1)
    }
    isSigned = !InsideStage.isNeverNegative(spec, upTo: shown)
  }

  /// Whether nothing below 0 can come out of a layer.
  private static func isNeverNegative(_ spec: ModelSpec, upTo layer: Int) -> Bool {
    for index in (0...layer).reversed() {
      switch spec.layers[index] {
      case .relu, .sigmoid: return true
      case .maxPool, .averagePool, .globalAveragePool, .dropout, .spatialDropout, .flatten: continue
      default: return false
      }
    }
    return false
  }
}

extension LayerSpec {
  /// Whether a new strip begins with it.
  fileprivate var beginsStage: Bool {
    switch self {
    case .convolution, .dense, .globalAveragePool: true
    default: false
    }
  }

  /// Whether it makes pictures smaller.
  fileprivate var isPool: Bool {
    switch self {
    case .maxPool, .averagePool: true
    default: false
    }
  }

  /// What a strip that begins with it is called.
  fileprivate var stageWord: String {
    switch self {
    case .convolution: "conv"
    case .dense: "dense"
    case .globalAveragePool: "mean"
    default: "input"
    }
  }
}
