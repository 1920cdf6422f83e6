/// A classification report in the layout of scikit-learn's `classification_report(output_dict=True)`.
public struct ReportDictionary: Equatable, Sendable {
  /// One per digit, under the keys `0` to `9`.
  public var classes: [ClassReport]
  public var accuracy: Double
  /// Under the keys `macro avg` and `weighted avg`.
  public var macroAverage: ClassReport
  public var weightedAverage: ClassReport

  /// The report of `evaluation`.
  public init(_ evaluation: Evaluation) {
    classes = evaluation.classes
    accuracy = evaluation.accuracy
    macroAverage = evaluation.macroAverage
    weightedAverage = evaluation.weightedAverage
  }
}

extension ReportDictionary: Codable {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    classes = try (0..<10).map { try values.decode(ClassReport.self, forKey: Key("\($0)")) }
    accuracy = try values.decode(Double.self, forKey: Key("accuracy"))
    macroAverage = try values.decode(ClassReport.self, forKey: Key("macro avg"))
    weightedAverage = try values.decode(ClassReport.self, forKey: Key("weighted avg"))
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    for (digit, report) in classes.enumerated() { try values.encode(report, forKey: Key("\(digit)")) }
    try values.encode(accuracy, forKey: Key("accuracy"))
    try values.encode(macroAverage, forKey: Key("macro avg"))
    try values.encode(weightedAverage, forKey: Key("weighted avg"))
  }
}
