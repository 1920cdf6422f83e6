package import NeuralNet

/// Reads from a network how it came to a value of the picture that it saw last.
package struct WalkReader {
  let session: LayerwiseSession
  private var spec: ModelSpec { session.model.spec }

  /// The most connections of a dense layer that are told one by one.
  static let mostEdges = 10

  /// Reads from `session`.
  package init(_ session: LayerwiseSession) { self.session = session }

  /// The steps to the value at `place`; a convolution tells about the input's `channel`, or the one that counts most.
  package func walk(to place: InsidePlace, of stage: InsideStage, channel: Int? = nil) -> KernelWalk {
    var index = (place.map * stage.rows + place.row) * stage.columns + place.column
    let value = Double(session.values(of: stage.shown)[index])
    var steps: [KernelWalk.Step] = []
    for layer in stage.layers.reversed() where layer <= stage.shown {
      guard let step = step(layer, to: &index, channel: channel) else { continue }
      steps.append(step)
    }
    return KernelWalk(place: place, steps: steps.reversed(), value: value)
  }

  /// The step of one layer to the value at `index`, which becomes the place that it came from.
  private func step(_ layer: Int, to index: inout Int, channel: Int?) -> KernelWalk.Step? {
    let result = Double(session.values(of: layer)[index])
    switch spec.layers[layer] {
    case .convolution(_, let kernel, let stride, let padding, _):
      let window = Window(size: kernel, stride: stride, padding: padding)
      return patch(layer, index, window, side: kernel, stride: stride, channel: channel).map { .convolution($0) }
    case .dense: return .dense(edges(layer, index))
    case .batchNormalization: return normalization(layer, index)
    case .relu: return function("ReLU, max(0, x)", layer, index)
    case .leakyRelu(let slope): return function("Leaky ReLU, below 0 times \(slope)", layer, index)
    case .gelu: return function("GELU", layer, index)
    case .tanh: return function("tanh", layer, index)
    case .sigmoid: return function("Sigmoid", layer, index)
    case .maxPool(let size, let stride): return pool(layer, &index, size, stride, isMaximum: true)
    case .averagePool(let size, let stride): return pool(layer, &index, size, stride, isMaximum: false)
    case .globalAveragePool:
      let input = session.values(of: layer - 1)
      let count = input.count / spec.shapes[layer].count
      let values = (0..<count).map { Double(input[index * count + $0]) }
      return .pool(values, isMaximum: false, result: result)
    case .dropout, .spatialDropout, .flatten: return nil
    }
  }

  private func function(_ name: String, _ layer: Int, _ index: Int) -> KernelWalk.Step {
    .function(
      name, value: Double(session.values(of: layer - 1)[index]), result: Double(session.values(of: layer)[index]))
  }

  private func normalization(_ layer: Int, _ index: Int) -> KernelWalk.Step {
    let tensors = session.model.tensors(ofLayer: layer).map(\.values)
    let shape = spec.shapes[layer]
    let channel = index / (shape.count / shape.channels)
    let deviation = (Double(tensors[3][channel]) + Double(ModelSpec.batchNormalizationEpsilon)).squareRoot()
    let factor = Double(tensors[0][channel]) / deviation
    return .normalization(
      value: Double(session.values(of: layer - 1)[index]), factor: factor,
      offset: Double(tensors[1][channel]) - Double(tensors[2][channel]) * factor,
      result: Double(session.values(of: layer)[index]))
  }

  private func pool(_ layer: Int, _ index: inout Int, _ size: Int, _ stride: Int, isMaximum: Bool) -> KernelWalk.Step? {
    guard case .picture(_, let height, let width) = spec.inputShape(of: layer),
      case .picture(_, let rows, let columns) = spec.shapes[layer]
    else { return nil }
    let input = session.values(of: layer - 1)
    let result = Double(session.values(of: layer)[index])
    let (map, row, column) = (index / (rows * columns), index / columns % rows, index % columns)
    let corner = (map * height + row * stride) * width + column * stride
    let places = (0..<size * size).map { corner + $0 / size * width + $0 % size }
    // The largest one is where the rest of the way is told.
    index = places.max { input[$0] < input[$1] } ?? corner
    return .pool(places.map { Double(input[$0]) }, isMaximum: isMaximum, result: result)
  }

  private func edges(_ layer: Int, _ unit: Int) -> KernelWalk.Edges {
    let tensors = session.model.tensors(ofLayer: layer).map(\.values)
    let input = session.values(of: layer - 1)
    let edges = input.indices.map { source in
      KernelWalk.Edge(
        source: source, value: Double(input[source]), weight: Double(tensors[0][unit * input.count + source]))
    }
    let ordered = edges.sorted { abs($0.product) > abs($1.product) }
    let others = ordered.dropFirst(WalkReader.mostEdges)
    return KernelWalk.Edges(
      strongest: Array(ordered.prefix(WalkReader.mostEdges)), otherCount: others.count,
      others: others.reduce(0) { $0 + $1.product }, bias: tensors.count > 1 ? Double(tensors[1][unit]) : nil,
      result: Double(session.values(of: layer)[unit]))
  }

  private func patch(
    _ layer: Int, _ index: Int, _ window: Window, side: Int, stride: Int, channel: Int?
  ) -> KernelWalk.Patch? {
    guard case .picture(let channels, let height, let width) = spec.inputShape(of: layer),
      case .picture(_, let rows, let columns) = spec.shapes[layer]
    else { return nil }
    let tensors = session.model.tensors(ofLayer: layer).map(\.values)
    let input = session.values(of: layer - 1)
    let filter = index / (rows * columns)
    let top = index / columns % rows * stride - window.borders(for: height).before
    let left = index % columns * stride - window.borders(for: width).before
    func value(_ channel: Int, _ cell: Int) -> Double {
      let (row, column) = (top + cell / side, left + cell % side)
      guard 0..<height ~= row, 0..<width ~= column else { return 0 }
      return Double(input[(channel * height + row) * width + column])
    }
    func weight(_ channel: Int, _ cell: Int) -> Double {
      Double(tensors[0][(filter * channels + channel) * side * side + cell])
    }
    let cells = 0..<side * side
    let sums = (0..<channels).map { channel in cells.reduce(0.0) { $0 + value(channel, $1) * weight(channel, $1) } }
    let strongest = sums.indices.max { abs(sums[$0]) < abs(sums[$1]) } ?? 0
    let shown = channel.map { min(max($0, 0), channels - 1) } ?? strongest
    return KernelWalk.Patch(
      channel: shown, channels: channels, side: side, values: cells.map { value(shown, $0) },
      weights: cells.map { weight(shown, $0) }, others: sums.reduce(0, +) - sums[shown],
      bias: tensors.count > 1 ? Double(tensors[1][filter]) : nil, result: Double(session.values(of: layer)[index]))
  }
}
