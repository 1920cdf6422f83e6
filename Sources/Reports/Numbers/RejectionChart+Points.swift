package import Charts
package import Training

extension RejectionChart {
  /// The curves of a model.
  package init(points: [RejectionPoint]) {
    self.init(points: points.map { Threshold(threshold: $0.threshold, accepted: $0.accepted, accuracy: $0.accuracy) })
  }
}
