import Charts
import Graphics
import JSONText
import Recognition
import Training

extension StudioState {
  /// The numbers of the compare screen as JSON.
  package var compareValues: [(key: String, value: String)] {
    let models = compare.loaded.map { slot, name, model in (key: name, value: figures(of: model, slot)) }
    var values = [(key: "models", value: JSONWriter.object(models))]
    let problems = compare.chosen.compactMap { _, name in
      compare.problems[name].map { (key: name, value: JSONWriter.string($0)) }
    }
    if !problems.isEmpty { values.append(("problems", JSONWriter.object(problems))) }
    switch compare.page {
    case .ink: return values + inkValues
    case .curves: return values + [("epoch", compare.epoch.map { "\($0)" } ?? "null")]
    case .confusion: return values + differenceValues
    }
  }

  private func figures(of model: ComparedModel, _ slot: Int) -> String {
    var values = [
      (key: "slot", value: "\(slot)"), (key: "parameters", value: "\(model.facts.parameters)"),
      (key: "bytes", value: "\(model.facts.bytes)"),
      (key: "milliseconds", value: number(model.answerTime.milliseconds)),
    ]
    if let metrics = model.findings.metrics {
      values += [
        ("accuracy", number(metrics.accuracy)), ("loss", number(metrics.loss)),
        ("calibrationError", number(metrics.calibrationError)),
        ("worstClass", metrics.worstClass.map { "\($0)" } ?? "null"),
        ("worstClassRecall", number(metrics.worstClassRecall)),
      ]
    }
    return JSONWriter.object(values)
  }

  private var inkValues: [(key: String, value: String)] {
    let readings = compare.loaded.compactMap { _, name, _ in
      compare.readings[name]?.shares.map { (key: name, value: numbers($0)) }
    }
    guard !readings.isEmpty else { return [] }
    return [("probabilities", JSONWriter.object(readings)), ("together", ensemble.map(numbers) ?? "null")]
  }

  private var differenceValues: [(key: String, value: String)] {
    guard let pair = comparedPair, let chart = differenceChart else { return [] }
    let rows = chart.differences.map { "[" + $0.map(String.init).joined(separator: ",") + "]" }
    return [
      ("first", JSONWriter.string(pair.first.name)), ("second", JSONWriter.string(pair.second.name)),
      ("difference", "[" + rows.joined(separator: ",") + "]"),
    ]
  }

  private func number(_ value: Double) -> String { value.isFinite ? JSONWriter.number(value) : "null" }
  private func numbers(_ values: [Double]) -> String { "[" + values.map(number).joined(separator: ",") + "]" }

  /// One plain sentence about what is compared.
  var compareReadOut: String {
    switch compare.page {
    case .curves: return comparedEpoch
    case .confusion: return differenceReadOut
    case .ink: break
    }
    guard let ensemble, let top = ensemble.indices.max(by: { ensemble[$0] < ensemble[$1] }) else {
      return "Ready. Draw a digit."
    }
    let answers = compare.loaded.compactMap { _, name, _ in
      compare.readings[name]?.answer?.digit.map { "\(SafeName.text(name)) \($0)" }
    }
    return "Together \(top), \(NumberText.answered(ensemble[top])) percent: " + answers.joined(separator: ", ") + "."
  }

  /// The right half of the status line.
  var compareStatus: String {
    let count = compare.chosen.count - compare.loaded.count - compare.problems.count
    return count > 0 ? "Loading \(NumberText.counted(count, "model", "models"))" : "Saved as you draw"
  }
}
