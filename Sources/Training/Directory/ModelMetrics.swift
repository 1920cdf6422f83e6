/// What `metrics.json` says: how a model did on a test set, and about the run that made it.
public struct ModelMetrics: Equatable, Sendable, Codable {
  public var accuracy: Double
  public var loss: Double
  public var count: Int
  public var worstClassRecall: Double
  public var worstClassPrecision: Double
  public var calibrationError: Double
  public var reliability: [ReliabilityBin]
  /// Rows are the written digits, columns the digits read.
  public var confusion: [[Int]]
  public var report: ReportDictionary
  public var rejection: [RejectionPoint]
  /// About the run; nil where a model is evaluated later.
  public var arch: String?
  public var parameters: Int?
  public var multiplyAdds: Int?
  public var trainingSeconds: Double?
  public var seed: UInt64?
  /// What the data are, in words.
  public var data: String?
  /// On drawings by people whom the model was not trained on; nil where there are none.
  public var drawn: DrawnMetrics?

  /// The numbers of `evaluation`; nothing about a run.
  public init(_ evaluation: Evaluation) {
    accuracy = evaluation.accuracy
    loss = evaluation.loss
    count = evaluation.count
    worstClassRecall = evaluation.worstClassRecall
    worstClassPrecision = evaluation.worstClassPrecision
    calibrationError = evaluation.calibrationError
    reliability = evaluation.reliability
    confusion = evaluation.confusion
    report = ReportDictionary(evaluation)
    rejection = evaluation.rejection
  }
}
