import DigitData
import FoundationEssentials
import Training

extension ModelFindings {
  /// More than this is no file of a model.
  private static let longestFile = 16 << 20

  /// More epochs than this are not drawn.
  private static let mostEpochs = 10_000
  private static let measureAgain = "Evaluate now measures it anew"

  /// Reads what a model directory holds; what is missing, damaged or contradicts itself or the weights, which have so
  /// many `parameters`, is named in `problems`.
  package init(directory: String, parameters: Int? = nil) {
    self.directory = directory
    let model = ModelDirectory(directory)
    metrics = read(ModelMetrics.self, model.metrics, advice: ModelFindings.measureAgain)
    history = read(History.self, model.history, advice: "the curves need a new training")
    configuration = read(RunConfiguration.self, model.configuration, advice: "the settings of the training are unknown")
    checkMetrics(parameters)
    checkHistory()
    checkConfiguration()
  }

  private mutating func read<Value: Decodable>(_ type: Value.Type, _ path: String, advice: String) -> Value? {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if let obstacle = PathKind(of: path).obstacle {
      report(name, obstacle == "no such file" ? "is missing" : obstacle, advice)
      return nil
    }
    guard let bytes = try? DataFile.contents(of: path, limit: ModelFindings.longestFile) else {
      report(name, "cannot be read", advice)
      return nil
    }
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    guard let value = try? decoder.decode(type, from: Data(bytes)) else {
      report(name, "is damaged or incomplete", advice)
      return nil
    }
    return value
  }

  private mutating func report(_ file: String, _ fault: String, _ advice: String) {
    problems.append(Problem(file: file, text: "\(file) \(fault): \(advice)"))
  }

  // MARK: What contradicts itself

  private mutating func checkMetrics(_ parameters: Int?) {
    guard let metrics else { return }
    guard metrics.isSound else {
      self.metrics = nil
      return report("metrics.json", "has figures that cannot be", ModelFindings.measureAgain)
    }
    if let contradiction = metrics.contradiction {
      report("metrics.json", "contradicts itself (\(contradiction))", ModelFindings.measureAgain)
    } else if let parameters, let stored = metrics.parameters, stored != parameters {
      report("metrics.json", "is about another model (its parameters are not these)", ModelFindings.measureAgain)
    }
  }

  private mutating func checkHistory() {
    guard let history else { return }
    let lengths = history.lengths
    guard let least = lengths.min() else { return }
    if lengths.contains(where: { $0 != least }) {
      self.history = history.cut(to: min(least, ModelFindings.mostEpochs))
      let words = least == 0 ? "nothing is shown" : "only the first \(least) are shown"
      report("history.json", "contradicts itself (curves of \(least) and more epochs)", words)
    } else if least > ModelFindings.mostEpochs {
      self.history = history.cut(to: ModelFindings.mostEpochs)
      report("history.json", "has \(least) epochs", "only the first \(ModelFindings.mostEpochs) are shown")
    }
  }

  private mutating func checkConfiguration() {
    guard let configuration else { return }
    let isSound = (0...1_000_000_000).contains(configuration.pictures) && configuration.dataset.utf8.count <= 1_000
    guard !isSound else { return }
    self.configuration = nil
    report("config.json", "has settings that cannot be", "the settings of the training are unknown")
  }
}

extension ModelMetrics {
  /// Whether every figure is one that there can be, so that nothing overflows or is drawn outside.
  fileprivate var isSound: Bool {
    func isShare(_ value: Double) -> Bool { (0...1).contains(value) }
    let counts = confusion.joined()
    let shares =
      [accuracy, worstClassRecall, worstClassPrecision, calibrationError]
      + reliability.flatMap { [$0.low, $0.high, $0.confidence, $0.accuracy] }
      + rejection.flatMap { [$0.threshold, $0.accepted, $0.accuracy] }
      + (report.classes + [report.macroAverage, report.weightedAverage]).flatMap {
        [$0.precision, $0.recall, $0.f1Score]
      }
    let supports = (report.classes + [report.macroAverage, report.weightedAverage]).map(\.support)
    return confusion.count == 10 && confusion.allSatisfy { $0.count == 10 }
      && counts.allSatisfy { (0...1_000_000_000).contains($0) } && (0...1_000_000_000).contains(count)
      && shares.allSatisfy(isShare) && supports.allSatisfy { (0...1e9).contains($0) }
      && reliability.allSatisfy { (0...1_000_000_000).contains($0.count) } && reliability.count <= 1_000
      && rejection.count <= 10_000 && !loss.isNaN && loss >= 0 && (0...1e12).contains(trainingSeconds ?? 0)
      && (drawn.map { isShare($0.accuracy) } ?? true) && (data?.utf8.count ?? 0) <= 1_000
  }

  /// What does not agree with the matrix, in words; nil where all does.
  fileprivate var contradiction: String? {
    let total = confusion.joined().reduce(0, +)
    func differs(_ one: Double, _ other: Double) -> Bool { abs(one - other) > 1e-6 }
    if total != count { return "\(count) digits, \(total) in the matrix" }
    if differs(Double(rightCount) / Double(max(1, total)), accuracy) { return "accuracy and matrix differ" }
    let rows = confusion.map { Double($0.reduce(0, +)) }
    for (digit, line) in report.classes.enumerated() {
      if differs(line.support, rows[digit]) { return "report and matrix count different \(digit)s" }
      let recall = Double(confusion[digit][digit]) / max(1, rows[digit])
      if differs(line.recall, recall) { return "recall of \(digit) and matrix differ" }
    }
    if let least = report.classes.map(\.recall).min(), differs(least, worstClassRecall) {
      return "the worst recall is not the least of the report"
    }
    let binned = reliability.reduce(0) { $0 + $1.count }
    return reliability.isEmpty || binned == count ? nil : "\(count) digits, \(binned) in the bins"
  }
}

extension History {
  /// How many epochs each curve has; those that may be missing count where they have any.
  fileprivate var lengths: [Int] {
    [loss.count, accuracy.count]
      + [validationLoss, validationAccuracy, learningRate].map(\.count).filter { $0 > 0 }
  }

  fileprivate func cut(to count: Int) -> History {
    var history = self
    for path in [
      \History.loss, \History.accuracy, \History.validationLoss, \History.validationAccuracy, \History.learningRate,
    ] {
      history[keyPath: path] = Array(history[keyPath: path].prefix(count))
    }
    return history
  }
}
