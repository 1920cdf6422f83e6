/// Means and variances of one batch normalisation, followed while training and used instead of the batch's afterwards.
final class RunningStatistics {
  /// Indices in `ModelSpec.parameters`.
  let meanIndex: Int
  let varianceIndex: Int
  /// How far the statistics move towards those of the newest batch.
  var rate = RunningStatistics.usualRate
  var means: [Float]
  var variances: [Float]

  static let usualRate = 0.05

  init(meanIndex: Int, means: [Float], varianceIndex: Int, variances: [Float]) {
    self.meanIndex = meanIndex
    self.means = means
    self.varianceIndex = varianceIndex
    self.variances = variances
  }

  func follow(channel: Int, mean: Double, variance: Double) {
    means[channel] += Float(rate * (mean - Double(means[channel])))
    variances[channel] += Float(rate * (variance - Double(variances[channel])))
  }
}
