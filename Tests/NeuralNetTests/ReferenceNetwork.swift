import Glibc
import NeuralNet

/// The written definition of every layer: slow, in double precision, with batch statistics as while training.
struct ReferenceNetwork {
  let spec: ModelSpec
  var tensors: [[Double]]
  /// Batch statistics while learning, running statistics otherwise.
  var usesBatchStatistics = true

  init(_ model: Model) {
    spec = model.spec
    tensors = model.tensors.map { $0.values.map(Double.init) }
  }

  /// Mean cross-entropy of a batch; `inputs` and `targets` are one row per item.
  func loss(_ inputs: [[Double]], targets: [[Double]]) -> Double {
    let outputs = logits(inputs)
    var total = 0.0
    for (logits, target) in zip(outputs, targets) {
      let largest = logits.max() ?? 0
      let sum = logits.reduce(0) { $0 + exp($1 - largest) }
      for (value, share) in zip(logits, target) where share > 0 {
        total -= share * (value - largest - log(sum))
      }
    }
    return total / Double(inputs.count)
  }

  /// The outputs of the last layer.
  func logits(_ inputs: [[Double]]) -> [[Double]] { outputs(inputs, layers: spec.layers.count) }

  /// The outputs of the first `layers` layers.
  func outputs(_ inputs: [[Double]], layers: Int) -> [[Double]] {
    var items = inputs
    for index in 0..<layers { items = apply(index, items) }
    return items
  }

  private func arrays(of layer: Int) -> [[Double]] {
    spec.parameters.indices.filter { spec.parameters[$0].layer == layer }.map { tensors[$0] }
  }

  private func apply(_ index: Int, _ items: [[Double]]) -> [[Double]] {
    let input = spec.inputShape(of: index)
    switch spec.layers[index] {
    case .convolution(_, let kernel, let stride, let padding, _):
      return items.map {
        convolve($0, index, kernel: kernel, stride: stride, isSame: padding == .same)
      }
    case .dense(let units, let bias):
      let arrays = arrays(of: index)
      return items.map { item in
        (0..<units).map { unit in
          let start = unit * item.count
          return item.indices.reduce(bias ? arrays[1][unit] : 0) { $0 + arrays[0][start + $1] * item[$1] }
        }
      }
    case .batchNormalization: return normalize(items, index)
    case .relu: return items.map { $0.map { max($0, 0) } }
    case .leakyRelu(let slope): return items.map { $0.map { $0 > 0 ? $0 : $0 * Double(slope) } }
    case .gelu: return items.map { $0.map { 0.5 * $0 * (1 + erf($0 / 2.0.squareRoot())) } }
    case .tanh: return items.map { $0.map { Glibc.tanh($0) } }
    case .sigmoid: return items.map { $0.map { 1 / (1 + exp(-$0)) } }
    case .maxPool(let size, let stride): return items.map { pool($0, index, size, stride) { $0.max() ?? 0 } }
    case .averagePool(let size, let stride):
      return items.map { pool($0, index, size, stride) { $0.reduce(0, +) / Double($0.count) } }
    case .globalAveragePool:
      let pixels = input.count / input.channels
      return items.map { item in
        (0..<input.channels).map { item[$0 * pixels..<($0 + 1) * pixels].reduce(0, +) / Double(pixels) }
      }
    case .dropout, .spatialDropout, .flatten: return items
    }
  }

  private func convolve(_ item: [Double], _ index: Int, kernel: Int, stride: Int, isSame: Bool) -> [Double] {
    guard case .picture(let channels, let height, let width) = spec.inputShape(of: index),
      case .picture(let filters, let rows, let columns) = spec.shapes[index]
    else { return [] }
    let arrays = arrays(of: index)
    let top = isSame ? max((rows - 1) * stride + kernel - height, 0) / 2 : 0
    let left = isSame ? max((columns - 1) * stride + kernel - width, 0) / 2 : 0
    var result: [Double] = []
    for filter in 0..<filters {
      for row in 0..<rows {
        for column in 0..<columns {
          var sum = arrays.count > 1 ? arrays[1][filter] : 0
          for channel in 0..<channels {
            for y in 0..<kernel {
              for x in 0..<kernel {
                let (sourceRow, sourceColumn) = (row * stride + y - top, column * stride + x - left)
                guard (0..<height).contains(sourceRow), (0..<width).contains(sourceColumn) else { continue }
                sum +=
                  item[(channel * height + sourceRow) * width + sourceColumn]
                  * arrays[0][((filter * channels + channel) * kernel + y) * kernel + x]
              }
            }
          }
          result.append(sum)
        }
      }
    }
    return result
  }

  private func pool(_ item: [Double], _ index: Int, _ size: Int, _ stride: Int, _ reduce: ([Double]) -> Double)
    -> [Double]
  {
    guard case .picture(let channels, let height, let width) = spec.inputShape(of: index),
      case .picture(_, let rows, let columns) = spec.shapes[index]
    else { return [] }
    var result: [Double] = []
    for channel in 0..<channels {
      for row in 0..<rows {
        for column in 0..<columns {
          var window: [Double] = []
          for y in 0..<size {
            for x in 0..<size {
              window.append(item[(channel * height + row * stride + y) * width + column * stride + x])
            }
          }
          result.append(reduce(window))
        }
      }
    }
    return result
  }

  private func normalize(_ items: [[Double]], _ index: Int) -> [[Double]] {
    let arrays = arrays(of: index)
    let channels = spec.inputShape(of: index).channels
    let pixels = (items.first?.count ?? 0) / channels
    var result = items
    for channel in 0..<channels {
      let range = channel * pixels..<(channel + 1) * pixels
      let values = items.flatMap { $0[range] }
      var mean = values.reduce(0, +) / Double(values.count)
      var variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
      if !usesBatchStatistics { (mean, variance) = (arrays[2][channel], arrays[3][channel]) }
      let factor = arrays[0][channel] / (variance + Double(ModelSpec.batchNormalizationEpsilon)).squareRoot()
      for item in result.indices {
        for position in range { result[item][position] = (items[item][position] - mean) * factor + arrays[1][channel] }
      }
    }
    return result
  }
}
