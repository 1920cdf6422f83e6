import NeuralNet

extension InsideStage {
  /// The filters of the first layer with weights, as maps: kernels of a convolution, or what a dense layer looks for in
  /// the 28×28 pixels; nil where they are no pictures.
  init?(filtersOf spec: ModelSpec) {
    guard let weight = spec.parameters.first(where: { $0.role == .weight }) else { return nil }
    let shape = weight.shape
    switch spec.layers[weight.layer] {
    case .convolution where shape.count == 4: (maps, rows, columns) = (shape[0] * shape[1], shape[2], shape[3])
    case .dense where shape.count == 2 && shape[1] == 784: (maps, rows, columns) = (shape[0], 28, 28)
    default: return nil
    }
    (layers, shown) = (weight.layer..<weight.layer + 1, weight.layer)
    (title, isSigned, isOutput) = ("First layer", true, false)
  }
}
