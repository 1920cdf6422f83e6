/// What the figures are called in a model card.
enum FigureTitle {
  /// A few words for one figure.
  static func of(_ figure: ModelFigure) -> String {
    switch figure {
    case .confusionMatrix: "Confusion on the test digits"
    case .trainingHistory: "Training history"
    case .sampleImages: "Training digits"
    case .classDistribution: "Digits by class"
    case .augmentedSample: "Augmented training digits"
    case .misclassified: "Surest mistakes"
    case .predictionResult: "One prediction"
    case .calibration: "Calibration"
    }
  }
}
