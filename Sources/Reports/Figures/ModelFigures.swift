public import Charts
public import Graphics
import NeuralNet
import Training

/// The figures of a model: one drawing each, for files, the window and reports alike.
public struct ModelFigures: Sendable {
  public let data: ModelFigureData

  /// User units become this many pixels in files.
  public static let exportScale = 2.0
  static let margin = 24.0

  /// Figures of `data`.
  public init(_ data: ModelFigureData) { self.data = data }

  /// A figure laid out in `rect`, heading included, without a page behind it.
  public func drawing(of figure: ModelFigure, in rect: Rect, theme: Theme) -> Drawing {
    let heading = heading(of: figure)
    var drawing = heading.drawing(in: rect, theme: theme)
    drawing.add(content(of: figure, in: rect.inset(top: Heading.height + 20), theme: theme))
    return drawing
  }

  /// Draws a figure with its page and margin over all of `rect`.
  public func draw(_ figure: ModelFigure, on context: Context, in rect: Rect, theme: Theme) {
    context.fill(rect, with: theme.background)
    drawing(of: figure, in: rect.inset(by: ModelFigures.margin), theme: theme).draw(on: context)
  }

  /// The PNG file of a figure in a look.
  public func png(of figure: ModelFigure, look: Theme.Name) throws -> [UInt8] {
    let surface = try ImageSurface(size: figure.size, scale: ModelFigures.exportScale)
    try surface.draw { draw(figure, on: $0, in: Rect(figure.size), theme: .named(look)) }
    return PNG.encodeIndexed(try surface.pixels())
  }

  /// Writes every figure, light and dark, into a directory that exists; a `FileError` says which could not be written.
  public func write(to directory: String) throws {
    for figure in ModelFigure.allCases {
      for look in Theme.Name.allCases {
        try AtomicFile.write(try png(of: figure, look: look), to: directory + "/" + figure.fileName(look))
      }
    }
  }

  private func content(of figure: ModelFigure, in rect: Rect, theme: Theme) -> Drawing {
    switch figure {
    case .confusionMatrix:
      ConfusionChart(counts: data.evaluation.confusion).drawing(in: rect.inset(top: -12), theme: theme)
    case .trainingHistory: HistoryFigure(history: data.history).drawing(in: rect, theme: theme)
    case .sampleImages: SampleFigure(samples: data.samples).drawing(in: rect, theme: theme)
    case .classDistribution:
      DistributionFigure([
        .init("Training", data.trainingCounts, series: 1), .init("Validation", data.validationCounts, series: 0),
      ]).drawing(in: rect, theme: theme)
    case .augmentedSample: AugmentedFigure(images: data.augmented).drawing(in: rect, theme: theme)
    case .misclassified: MisreadFigure(images: data.misread).drawing(in: rect, theme: theme)
    case .predictionResult:
      PredictionFigure(prediction: data.prediction, threshold: data.sureThreshold).drawing(in: rect, theme: theme)
    case .calibration: CalibrationFigure(bins: data.evaluation.reliability).drawing(in: rect, theme: theme)
    }
  }
}
