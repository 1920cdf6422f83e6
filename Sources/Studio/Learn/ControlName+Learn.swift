import Toolkit

extension ControlName {
  static let learnPlay: ControlName = "learn.play"
  static let learnBatch: ControlName = "learn.batch"
  static let learnEpoch: ControlName = "learn.epoch"
  static let learnRewind: ControlName = "learn.rewind"
  static let learnNewSeed: ControlName = "learn.newseed"
  static let learnKeep: ControlName = "learn.keep"
  static let learnCopy: ControlName = "learn.copy"
  static let learnPreset: ControlName = "learn.preset"
  static let learnMNIST: ControlName = "learn.data.mnist"
  static let learnCSV: ControlName = "learn.data.csv"
  static let learnAugment: ControlName = "learn.augment"
  static let learnHistory: ControlName = "learn.history"
  static let learnSmoothing: ControlName = "learn.smoothing"
  static let learnBatches: ControlName = "learn.curves.batches"
  static let learnEpochs: ControlName = "learn.curves.epochs"
  static let learnFetch: ControlName = "learn.download"
  static let learnFolder: ControlName = "learn.folder"
}

extension LearnPreset {
  /// The name of its row.
  var control: ControlName { ControlName(rawValue: "learn.preset.\(rawValue)") }
}

extension LearnState.Page {
  /// The name of its segment.
  var control: ControlName { ControlName(rawValue: "learn.page.\(rawValue)") }
}
