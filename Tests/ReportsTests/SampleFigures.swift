import NeuralNet
import Recognition
import Reports
import Training

/// Figures of a made-up model, always the same for the same arguments.
func sampleFigures(
  name: String = "inkling", epochs: Int = 45, validation: Bool = true, wrongEach: Int = 20,
  counts: [Int] = [Int](repeating: 5400, count: 10), tests: Int = 2000
) -> ModelFigureData {
  let labels = (0..<tests).map { UInt8($0 % 10) }
  let evaluation = Evaluation(probabilities: probabilities(labels, wrongEach: wrongEach), labels: labels)
  var data = ModelFigureData(
    modelName: name, history: history(epochs, validation: validation), evaluation: evaluation, trainingCounts: counts)
  data.validationCounts = validation ? counts.map { $0 / 9 } : []
  data.samples = (0..<60).map { .init(image: picture($0), label: $0 % 10) }
  data.augmented = (0..<6).map { row in .init(original: picture(row), variants: (1...8).map { picture(row + $0) }) }
  data.misread = evaluation.mistakes.prefix(500).map { .init(image: picture($0.index), mistake: $0) }
  data.prediction = .init(
    image: picture(4), label: 4, probabilities: [0, 0, 0.001, 0, 0.9997, 0, 0, 0, 0.0001, 0.0002])
  return data
}

/// Every `wrongEach`-th answer is wrong; none is where that is 0.
private func probabilities(_ labels: [UInt8], wrongEach: Int) -> [Float] {
  labels.enumerated().flatMap { index, label in
    var row = [Float](repeating: 0.001, count: 10)
    let isWrong = wrongEach > 0 && index % wrongEach == 0
    let confidence = 0.6 + 0.39 * Float(index % 97) / 97
    row[(Int(label) + (isWrong ? 1 : 0)) % 10] = confidence
    row[(Int(label) + (isWrong ? 0 : 1)) % 10] = 0.99 - confidence
    return row
  }
}

private func history(_ epochs: Int, validation: Bool) -> History {
  var history = History()
  for epoch in 0..<epochs {
    let fall = 1 / Double(epoch + 1)
    history.loss.append(0.3 * fall + 0.01)
    history.accuracy.append(1 - 0.1 * fall)
    history.learningRate.append(0.003 * (1 - Double(epoch) / Double(epochs)))
    guard validation else { continue }
    history.validationLoss.append(0.1 * fall + 0.012)
    history.validationAccuracy.append(1 - 0.03 * fall)
  }
  return history
}

private func picture(_ seed: Int) -> GrayImage {
  GrayImage(width: 28, height: 28, pixels: (0..<784).map { UInt8(($0 * 7 + seed * 13) % 256) })
}
