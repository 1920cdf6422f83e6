public import Graphics

/// The figures of a model directory; the raw value is the name of the file.
public enum ModelFigure: String, CaseIterable, Sendable {
  case confusionMatrix = "confusion_matrix"
  case trainingHistory = "training_history"
  case sampleImages = "sample_images"
  case classDistribution = "class_distribution"
  case augmentedSample = "augmented_sample"
  case misclassified
  case predictionResult = "prediction_result"
  case calibration

  /// The size in user units at which the figure is exported.
  public var size: Size {
    switch self {
    case .confusionMatrix: Size(width: 592, height: 638)
    case .trainingHistory: Size(width: 680, height: 600)
    case .sampleImages: Size(width: 680, height: 512)
    case .classDistribution: Size(width: 680, height: 500)
    case .augmentedSample: Size(width: 680, height: 522)
    case .misclassified: Size(width: 680, height: 532)
    case .predictionResult: Size(width: 680, height: 420)
    case .calibration: Size(width: 680, height: 500)
    }
  }

  /// The name of the file in a look, without its directory.
  public func fileName(_ look: Theme.Name) -> String { rawValue + (look == .dark ? "-dark.png" : ".png") }
}
