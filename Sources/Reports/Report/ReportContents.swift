public import NeuralNet
public import Training

/// Everything that the report on a model says, as plain values.
public struct ReportContents: Sendable {
  public var name: String
  /// How it did on the digits that it was tested on.
  public var metrics: ModelMetrics
  /// What these digits are, such as `MNIST`.
  public var tested: String
  public var history: History?
  public var configuration: RunConfiguration?
  public var layers: [LayerSummary]
  /// How long an answer takes on this machine, where that was measured.
  public var answerTime: Duration?
  /// Pictures of what was read wrong, the surest first; nil where there are no pictures.
  public var misread: [ModelFigureData.MisreadImage]?
  /// How many pictures of each digit there are to train on; empty where that is not known.
  public var trainingCounts: [Int] = []
  /// A few of them.
  public var samples: [ModelFigureData.LabelledImage] = []

  /// The numbers; everything else is added afterwards.
  public init(name: String, metrics: ModelMetrics, tested: String, layers: [LayerSummary]) {
    self.name = name
    self.metrics = metrics
    self.tested = tested
    self.layers = layers
  }

  var parameters: Int { layers.reduce(0) { $0 + $1.parameters } }
  var multiplyAdds: Int { layers.reduce(0) { $0 + $1.multiplyAdds } }
  /// Bytes of the weights.
  var bytes: Int { 4 * layers.reduce(0) { $0 + $1.parameters + $1.statistics } }

  /// How many digits were read right.
  var rightCount: Int { metrics.confusion.indices.reduce(0) { $0 + metrics.confusion[$1][$1] } }

  /// The digit that is read right least often.
  var worstDigit: Int? {
    metrics.report.classes.indices.min { metrics.report.classes[$0].recall < metrics.report.classes[$1].recall }
  }

  /// The pairs of digits that were taken for each other, most frequent first: written, read, how often.
  var confusions: [(written: Int, read: Int, count: Int)] {
    let cells = metrics.confusion.enumerated().flatMap { written, row in
      row.enumerated().map { (written: written, read: $0, count: $1) }
    }
    return cells.filter { $0.written != $0.read && $0.count > 0 }.sorted {
      ($1.count, $0.written, $0.read) < ($0.count, $1.written, $1.read)
    }
  }
}
