import NeuralNet

/// Where a run is, as far as it is not in the session: what a checkpoint must hold besides weights.
struct TrainingProgress: Equatable, Sendable, Codable {
  /// The epoch that runs or comes next, 0-based, and the batches of it that are done.
  private(set) var epoch = 0
  private(set) var step = 0
  /// Sums over the batches of this epoch.
  private(set) var lossSum = 0.0
  private(set) var correct = 0
  private(set) var judged = 0
  private(set) var rate = 0.0
  private(set) var history = History()
  private(set) var plateau = PlateauState()
  private(set) var bestLoss: Double?
  private(set) var epochsWithoutProgress = 0
  var seconds = 0.0
  /// The best weights so far; stored apart from the rest.
  var best: Model?

  enum CodingKeys: String, CodingKey {
    case epoch, step, lossSum, correct, judged, rate, history, plateau, bestLoss, epochsWithoutProgress, seconds
  }

  /// What an epoch came to.
  struct FinishedEpoch {
    var index: Int
    var loss: Double
    var accuracy: Double
    var rate: Double
    var isBest: Bool
  }

  mutating func add(_ result: TrainingSession.Result, rate: Float) {
    lossSum += result.loss
    correct += result.correct
    judged += result.judged
    self.rate = Double(rate)
    step += 1
  }

  /// The share of this epoch's digits that were read right.
  private var accuracy: Double { Double(correct) / Double(max(1, judged)) }

  func batchEvent(of steps: Int, batch: Int, imagesPerSecond: Double) -> TrainingEvent.Batch {
    let images = Double(max(1, step * batch))
    return TrainingEvent.Batch(
      epoch: epoch, step: step, stepsPerEpoch: steps, loss: lossSum / images, accuracy: accuracy,
      learningRate: rate, imagesPerSecond: imagesPerSecond)
  }

  /// Closes the epoch: history, best weights, plateau.
  mutating func finishEpoch(
    validation: (loss: Double, accuracy: Double)?, model: Model, options: TrainingOptions, batch: Int
  ) -> FinishedEpoch {
    let images = Double(max(1, step * batch))
    let loss = lossSum / images
    history.loss.append(loss)
    history.accuracy.append(accuracy)
    history.learningRate.append(rate)
    if let validation {
      history.validationLoss.append(validation.loss)
      history.validationAccuracy.append(validation.accuracy)
    }
    let watched = validation?.loss ?? loss
    plateau.observe(watched, reduction: Double(options.plateauFactor), patience: options.plateauPatience)
    // Without validation there is nothing to choose by: the newest weights are the ones to keep.
    let isBest = validation == nil || bestLoss.map { watched < $0 } ?? true
    if isBest {
      best = model
      bestLoss = watched
      epochsWithoutProgress = 0
    } else {
      epochsWithoutProgress += 1
    }
    let finished = FinishedEpoch(
      index: epoch, loss: loss, accuracy: accuracy, rate: rate, isBest: isBest)
    epoch += 1
    step = 0
    lossSum = 0
    correct = 0
    judged = 0
    return finished
  }
}
