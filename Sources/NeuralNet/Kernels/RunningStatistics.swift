/// Means and variances of one batch normalisation, followed while training and used instead of the batch's afterwards.
final class RunningStatistics {
  /// Indices in `ModelSpec.parameters`.
  let meanIndex: Int
  let varianceIndex: Int
  /// How far the statistics move towards those of the newest batch.
  var rate = RunningStatistics.usualRate
  /// One number per channel.
  let means: UnsafeMutablePointer<Float>
  let variances: UnsafeMutablePointer<Float>
  private let count: Int
  private let memory: Buffer

  static let usualRate = 0.05

  init(meanIndex: Int, varianceIndex: Int, of model: Model) throws(KernelError) {
    self.meanIndex = meanIndex
    self.varianceIndex = varianceIndex
    count = model.tensors[meanIndex].values.count
    memory = try Buffer(byteCount: count * 8)
    means = memory.view()
    variances = means + count
    take(from: model)
  }

  /// Takes the statistics that `model` has.
  func take(from model: Model) {
    means.update(from: model.tensors[meanIndex].values, count: count)
    variances.update(from: model.tensors[varianceIndex].values, count: count)
  }

  /// Puts the statistics into a list of arrays in the order of `ModelSpec.parameters`.
  func put(into arrays: inout [[Float]]) {
    arrays[meanIndex] = Array(UnsafeBufferPointer(start: means, count: count))
    arrays[varianceIndex] = Array(UnsafeBufferPointer(start: variances, count: count))
  }
}
