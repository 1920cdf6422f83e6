import NeuralNet
import Training

/// `inkling-train architectures`: the presets, layer by layer.
enum ArchitecturesCommand {
  private static let widths = [34, 10, 11, 14]

  /// The table of options.
  static let syntax = CommandSyntax(
    name: "architectures", summary: "shows the networks that have a name, layer by layer", options: [])

  /// Does the work.
  static func run(_ values: OptionValues, in context: CommandContext) throws -> ExitStatus {
    context.console.result(Preset.allCases.map { table($0.rawValue, $0.spec) }.joined(separator: "\n\n"))
    return .done
  }

  /// One network as a table.
  static func table(_ name: String, _ spec: ModelSpec) -> String {
    var rows = [row([name, "output", "parameters", "multiply-adds"])]
    rows.append(row(["  input", "\(spec.input)", "", ""]))
    for layer in spec.summary {
      rows.append(row(["  \(layer.text)", "\(layer.output)", count(layer.parameters), count(layer.multiplyAdds)]))
    }
    rows.append(
      row(["  total", "", DecimalText.grouped(spec.parameterCount), DecimalText.grouped(spec.multiplyAdds)]))
    return rows.joined(separator: "\n")
  }

  private static func count(_ value: Int) -> String { value == 0 ? "" : DecimalText.grouped(value) }

  private static func row(_ cells: [String]) -> String { Columns.text(cells, widths: widths) }
}
