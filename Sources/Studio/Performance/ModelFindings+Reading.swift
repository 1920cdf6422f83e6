import DigitData
import FoundationEssentials
import Training

extension ModelFindings {
  /// More than this is no file of a model.
  private static let longestFile = 16 << 20

  /// Reads what a model directory holds; what is missing or damaged is named in `problems`.
  package init(directory: String) {
    self.directory = directory
    let model = ModelDirectory(directory)
    metrics = read(ModelMetrics.self, model.metrics, advice: "run inkling-train evaluate on this model")
    history = read(History.self, model.history, advice: "the curves need a new training")
    configuration = read(RunConfiguration.self, model.configuration, advice: "the settings of the training are unknown")
    checkMetrics()
    checkHistory()
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

  private mutating func checkMetrics() {
    guard let metrics else { return }
    let advice = "run inkling-train evaluate on this model"
    guard metrics.isSound else {
      self.metrics = nil
      return report("metrics.json", "has figures that cannot be", advice)
    }
    let total = metrics.confusion.joined().reduce(0, +)
    if total != metrics.count {
      report("metrics.json", "contradicts itself (\(metrics.count) digits, \(total) in the matrix)", advice)
    } else if abs(Double(metrics.rightCount) / Double(max(1, total)) - metrics.accuracy) > 1e-6 {
      report("metrics.json", "contradicts itself (accuracy and matrix differ)", advice)
    }
  }

  private mutating func checkHistory() {
    guard let history else { return }
    let lengths = history.lengths
    guard let least = lengths.min(), lengths.contains(where: { $0 != least }) else { return }
    self.history = history.cut(to: least)
    report(
      "history.json", "contradicts itself (curves of \(least) and more epochs)", "only the first \(least) are shown")
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
      && (drawn.map { isShare($0.accuracy) } ?? true)
  }
}

extension History {
  /// How many epochs each curve has; curves without any value do not count.
  fileprivate var lengths: [Int] {
    [loss, accuracy, validationLoss, validationAccuracy, learningRate].map(\.count).filter { $0 > 0 }
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
