import Charts
import Training

extension ModelFigures {
  /// What stands above a figure.
  func heading(of figure: ModelFigure) -> Heading {
    let (title, detail) = words(of: figure)
    return Heading(title: title, detail: detail, note: "Model \(data.modelName)")
  }

  private func words(of figure: ModelFigure) -> (String, String) {
    switch figure {
    case .confusionMatrix: ("Confusion on \(tested)", "\(rightAndWrong). Recall and precision in per cent.")
    case .trainingHistory: ("Training history", historyDetail)
    case .sampleImages: ("Training digits", samplesDetail)
    case .classDistribution: ("Digits by class", distributionDetail)
    case .augmentedSample: ("Augmented training digits", augmentedDetail)
    case .misclassified: ("Mistakes on \(tested)", mistakesDetail)
    case .predictionResult: ("One prediction", predictionDetail)
    case .calibration: ("Calibration on \(tested)", calibrationDetail)
    }
  }

  private var tested: String { NumberText.counted(data.evaluation.count, "test digit", "test digits") }

  private var wrong: Int { data.evaluation.mistakes.count }

  private var rightAndWrong: String {
    "\(NumberText.grouped(data.evaluation.count - wrong)) right, \(NumberText.grouped(wrong)) wrong"
  }

  private var historyDetail: String {
    guard let best = data.history.keptEpoch else { return "No epoch finished." }
    let history = data.history
    let hasValidation = history.validationLoss.indices.contains(best)
    let losses = hasValidation ? history.validationLoss : history.loss
    let accuracies = hasValidation ? history.validationAccuracy : history.accuracy
    let kind = hasValidation ? "validation" : "training"
    let epochs = NumberText.counted(history.epochs, "epoch", "epochs")
    var text = "\(epochs), kept \(best + 1): \(kind) loss \(NumberText.fixed(losses[best], 4))"
    if accuracies.indices.contains(best) { text += ", accuracy \(NumberText.percent(accuracies[best], 2)) %" }
    return text + ". On test digits \(NumberText.percent(data.evaluation.accuracy, 2)) %."
  }

  private var samplesDetail: String {
    guard !data.samples.isEmpty else { return "No pictures." }
    let total = NumberText.grouped(data.trainingCounts.reduce(0, +))
    return "A few of \(total), by the digit that was written."
  }

  private var distributionDetail: String {
    let counts = data.trainingCounts
    guard let most = counts.indices.max(by: { counts[$0] < counts[$1] }),
      let least = counts.indices.min(by: { counts[$0] < counts[$1] }), counts[most] > 0
    else { return "No training digits." }
    let high = NumberText.grouped(counts[most])
    guard counts[most] > counts[least] else { return "\(high) of each digit to train on." }
    return
      "Most often \(most), \(high) times; least often \(least), \(NumberText.counted(counts[least], "time", "times"))."
  }

  private var augmentedDetail: String {
    data.augmented.isEmpty
      ? "This model was trained without augmentation."
      : "Originals at the left; beside each, what the network was shown."
  }

  private var mistakesDetail: String {
    guard wrong > 0 else { return "\(rightAndWrong)." }
    let order = wrong == 1 ? "Probabilities" : "Surest mistakes first, probabilities"
    return "\(rightAndWrong). \(order) in per cent."
  }

  private var predictionDetail: String {
    data.prediction == nil ? "No picture." : "What the network sees, and its answer to it."
  }

  private var calibrationDetail: String {
    let error = NumberText.percent(data.evaluation.calibrationError, 2)
    let bins = data.evaluation.reliability.count
    return "Mean distance between confidence and accuracy \(error) %, over \(bins) bins of equal counts."
  }
}
