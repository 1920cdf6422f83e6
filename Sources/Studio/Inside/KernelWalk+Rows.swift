import Charts

extension KernelWalk {
  /// A line of the calculation as it is shown.
  package struct Row: Equatable, Sendable {
    package var label: String
    package var number: Double
    /// Whether it is what the lines above come to.
    package var isResult = false
  }

  /// The calculation with so many decimals: the lines between two results add up to the second of them, as they are
  /// written. The value of the network is the last line.
  package func rows(decimals: Int) -> [Row] { steps.flatMap { KernelWalk.rows(of: $0, decimals: decimals) } }

  /// The products of the patch, which add up to the first line as they are written.
  package func shownProducts(decimals: Int) -> [Double] {
    guard let patch, let sum = rows(decimals: decimals).first?.number else { return [] }
    return RoundedSum(patch.products, total: sum, decimals: decimals).terms
  }

  /// The products of the strongest edges, which add up to the first line as they are written.
  package func shownEdges(decimals: Int) -> [Double] {
    guard let edges, let sum = rows(decimals: decimals).first?.number else { return [] }
    return RoundedSum(edges.strongest.map(\.product), total: sum, decimals: decimals).terms
  }

  private static func rows(of step: Step, decimals: Int) -> [Row] {
    switch step {
    case .convolution(let patch): rows(of: patch, decimals: decimals)
    case .dense(let edges): rows(of: edges, decimals: decimals)
    case .normalization(let value, let factor, let offset, let result):
      sum(
        [
          ("Batch norm, × \(NumberText.fixed(factor, 4))", value * factor), ("Offset", offset),
        ], "Batch norm", result, decimals)
    case .function(let name, _, let result): [Row(label: name, number: rounded(result, decimals), isResult: true)]
    case .pool(let values, let isMaximum, let result):
      [Row(label: words(of: values, isMaximum, decimals), number: rounded(result, decimals), isResult: true)]
    }
  }

  private static func rows(of patch: Patch, decimals: Int) -> [Row] {
    var terms = [(patch.channels == 1 ? "Patch × kernel" : "Patch × kernel, channel \(patch.channel + 1)", patch.sum)]
    if patch.channels > 1 { terms.append(("The other \(patch.channels - 1) channels", patch.others)) }
    if let bias = patch.bias { terms.append(("Bias", bias)) }
    return sum(terms, "Convolution", patch.result, decimals)
  }

  private static func rows(of edges: Edges, decimals: Int) -> [Row] {
    var terms = [
      (
        edges.strongest.count == 1 ? "The strongest edge" : "The \(edges.strongest.count) strongest edges",
        edges.strongest.reduce(0) { $0 + $1.product }
      )
    ]
    if edges.otherCount > 0 {
      terms.append(("The other \(NumberText.grouped(edges.otherCount)) edges", edges.others))
    }
    if let bias = edges.bias { terms.append(("Bias", bias)) }
    return sum(terms, "Dense", edges.result, decimals)
  }

  private static func sum(_ terms: [(String, Double)], _ name: String, _ result: Double, _ decimals: Int) -> [Row] {
    let shown = RoundedSum(terms.map(\.1), total: result, decimals: decimals)
    return zip(terms, shown.terms).map { Row(label: $0.0, number: $1) }
      + [Row(label: name, number: shown.total, isResult: true)]
  }

  private static func words(of values: [Double], _ isMaximum: Bool, _ decimals: Int) -> String {
    let word = isMaximum ? "largest" : "mean"
    guard values.count <= 4 else { return "Pool, \(word) of \(values.count) values" }
    let numbers = values.map { NumberText.fixed($0, decimals) }.joined(separator: "  ")
    return "Pool, \(word) of \(numbers)"
  }

  private static func rounded(_ value: Double, _ decimals: Int) -> Double {
    RoundedSum([value], total: value, decimals: decimals).total
  }
}
