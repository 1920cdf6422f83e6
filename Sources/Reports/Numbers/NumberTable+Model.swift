package import Charts
package import NeuralNet
import Recognition
package import Training

extension NumberTable {
  /// A confusion matrix: the digit written, and how often it was read as each.
  package static func confusion(_ counts: [[Int]]) -> NumberTable {
    NumberTable(
      columns: ["written"] + counts.indices.map(String.init),
      rows: counts.enumerated().map { written, row in [.count(written)] + row.map { .count($0) } })
  }

  /// The curves of a training, under the keys of Keras; what was not measured stays empty.
  package static func history(_ history: History) -> NumberTable {
    let curves = [
      ("loss", history.loss), ("accuracy", history.accuracy), ("val_loss", history.validationLoss),
      ("val_accuracy", history.validationAccuracy), ("learning_rate", history.learningRate),
    ].filter { !$0.1.isEmpty }
    let rows = (0..<history.epochs).map { epoch in
      [Cell.count(epoch + 1)] + curves.map { .value($0.1.indices.contains(epoch) ? $0.1[epoch] : .nan) }
    }
    return NumberTable(columns: ["epoch"] + curves.map(\.0), rows: rows)
  }

  /// Precision, recall, F1 and support of every digit, and the averages, as shares.
  package static func classes(_ report: ReportDictionary) -> NumberTable {
    let names = report.classes.indices.map(String.init) + ["macro avg", "weighted avg"]
    let lines = report.classes + [report.macroAverage, report.weightedAverage]
    let rows = zip(names, lines).map { name, line in
      [Cell.text(name)] + [line.precision, line.recall, line.f1Score].map { .value($0) }
        + [.count(Int(line.support.rounded()))]
    }
    return NumberTable(columns: ["digit", "precision", "recall", "f1-score", "support"], rows: rows)
  }

  /// The bins of a reliability diagram.
  package static func reliability(_ bins: [ReliabilityBin]) -> NumberTable {
    NumberTable(
      columns: ["low", "high", "count", "confidence", "accuracy"],
      rows: bins.map {
        [.value($0.low), .value($0.high), .count($0.count), .value($0.confidence), .value($0.accuracy)]
      })
  }

  /// What happens when answers below a confidence are refused.
  package static func rejection(_ points: [RejectionPoint]) -> NumberTable {
    NumberTable(
      columns: ["threshold", "accepted", "accuracy"],
      rows: points.map { [.value($0.threshold), .value($0.accepted), .value($0.accuracy)] })
  }

  /// The layers of a network.
  package static func layers(_ layers: [LayerSummary]) -> NumberTable {
    NumberTable(
      columns: ["layer", "output", "parameters", "multiply_adds"],
      rows: layers.map {
        [.text($0.text), .text("\($0.output)"), .count($0.parameters), .count($0.multiplyAdds)]
      })
  }

  /// Pictures with their labels, as data to train on.
  package static func pictures(_ pictures: [ModelFigureData.LabelledImage]) -> NumberTable {
    NumberTable(
      columns: ["label"] + (0..<784).map { "pixel\($0)" },
      rows: pictures.filter { $0.image.pixels.count == 784 }.map { picture in
        [.count(picture.label)] + picture.image.pixels.map { .count(Int($0)) }
      })
  }
}
