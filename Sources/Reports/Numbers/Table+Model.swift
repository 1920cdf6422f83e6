package import Charts
package import NeuralNet
package import Training

extension Table {
  /// Precision, recall, F1 and support of every digit, and the averages, in per cent.
  package static func classes(_ report: ReportDictionary) -> Table {
    func row(_ name: String, _ line: ClassReport) -> [String] {
      [name] + [line.precision, line.recall, line.f1Score].map { NumberText.percent($0, 2) }
        + [NumberText.grouped(Int(line.support.rounded()))]
    }
    let rows =
      report.classes.enumerated().map { row("Digit \($0)", $1) }
      + [row("Mean of the digits", report.macroAverage), row("Mean by support", report.weightedAverage)]
    let heads = ["Precision, %", "Recall, %", "F1, %", "Support"].map { Column($0) }
    return Table(columns: [Column("Written", isNumber: false)] + heads, rows: rows)
  }

  /// The layers of a network.
  package static func layers(_ layers: some Sequence<LayerSummary>) -> Table {
    let columns = [Column("Layer", isNumber: false)] + ["Gives", "Parameters", "Multiply-adds"].map { Column($0) }
    let rows = layers.map { layer in
      [
        layer.text, "\(layer.output)", NumberText.grouped(layer.parameters), NumberText.grouped(layer.multiplyAdds),
      ]
    }
    return Table(columns: columns, rows: rows)
  }
}
