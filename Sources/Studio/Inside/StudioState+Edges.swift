import Charts
import Graphics
import Toolkit

extension StudioState {
  /// The strongest edges into a value, what they come to, and for a digit the softmax.
  func edgeElements(
    _ edges: KernelWalk.Edges, _ walk: KernelWalk, _ stage: InsideStage, _ rect: Rect
  ) -> [Element] {
    let (list, table) = densePlaces(stage, rect)
    return edgeList(edges, walk, list) + (table.map { softmaxTable(in: $0) } ?? [])
  }

  /// Where the edges are listed, and for a digit where its softmax stands: beside them or above.
  private func densePlaces(_ stage: InsideStage, _ rect: Rect) -> (list: Rect, table: Rect?) {
    guard stage.isOutput else { return (rect, nil) }
    let width = min(rect.width, 320)
    if rect.width - width - 32 >= 300 {
      return (
        Rect(x: rect.x, y: rect.y, width: rect.width - width - 32, height: rect.height),
        Rect(x: rect.maxX - width, y: rect.y, width: width, height: rect.height)
      )
    }
    let half = (rect.height / 2).rounded()
    return (rect.inset(top: half + 8), Rect(x: rect.x, y: rect.y, width: rect.width, height: half))
  }

  /// The calculation with as many edges as are listed one by one.
  package var shownWalk: KernelWalk? {
    guard let walk = inside.findings.walk, walk.edges != nil, let stage = chosenStage else {
      return inside.findings.walk
    }
    let list = densePlaces(stage, insideEnlarged.numbers).list
    return walk.limited(toEdges: edgeRows(walk, list).count)
  }

  /// How many edges have room above their sum, and how high each is.
  private func edgeRows(_ walk: KernelWalk, _ rect: Rect) -> (count: Int, height: Double) {
    let room = rect.height - StudioState.edgeHead - Double(walk.rows(decimals: 3).count) * StudioState.sumHeight - 8
    let edges = walk.edges?.strongest.count ?? 0
    let height = min(26, max(16, (room / Double(max(1, edges))).rounded(.down)))
    return (max(1, min(edges, Int(room / height))), height)
  }

  private static let edgeHead = 24.0
  private static let sumHeight = 20.0

  private func edgeList(_ edges: KernelWalk.Edges, _ walk: KernelWalk, _ rect: Rect) -> [Element] {
    let shown = walk.shownEdges(decimals: 3)
    // As many as before those without room were left out.
    let row = inside.findings.walk.map { edgeRows($0, rect).height } ?? 16
    let largest = edges.strongest.map { abs($0.product) }.max() ?? 0
    var elements = [
      Element(
        "inside.edges.title", Rect(x: rect.x, y: rect.y, width: rect.width, height: 20),
        LabelLook("Strongest edges: value × weight; orange adds, blue takes away", .secondary, .muted))
    ]
    for (index, edge) in edges.strongest.enumerated() {
      let frame = Rect(
        x: rect.x, y: rect.y + StudioState.edgeHead + Double(index) * row, width: rect.width, height: row)
      elements.append(
        Element(
          ControlName(rawValue: "inside.edge.\(index + 1)"), frame,
          ConnectionLook(
            source: sourceName(of: edge.source), value: edge.value, weight: edge.weight, product: shown[index],
            share: largest > 0 ? edge.product / largest : 0)))
    }
    let below = rect.inset(top: StudioState.edgeHead + Double(edges.strongest.count) * row + 8)
    return elements + walkRows(walk.rows(decimals: 3), in: below)
  }

  /// What a flat index of the layer before means.
  private func sourceName(of index: Int) -> String {
    guard let chosen = inside.chosen, chosen.stage > 0 else {
      return "pixel row \(index / 28), column \(index % 28)"
    }
    let stage = inside.stages[chosen.stage - 1]
    guard !stage.isVector else { return "value \(index + 1)" }
    let (map, rest) = index.quotientAndRemainder(dividingBy: stage.mapCount)
    return "map \(map + 1), row \(rest / stage.columns), column \(rest % stage.columns)"
  }

  private func softmaxTable(in rect: Rect) -> [Element] {
    let softmax = inside.findings.softmax
    let exponentials = RoundedSum(softmax.exponentials, total: softmax.exponentials.reduce(0, +), decimals: 4)
    let percents = RoundedSum(softmax.probabilities.map { $0 * 100 }, total: 100, decimals: 1)
    let logits = inside.findings.logits
    let row = min(26, (rect.height / Double(logits.count + 2)).rounded(.down))
    let temperature = NumberText.fixed(inside.findings.temperature, 3)
    var rows = [SoftmaxRowLook(cells: ["", "logit z", "e^((z − max) ÷ T)", "%"], isHead: true)]
    let winner = logits.indices.max { logits[$0] < logits[$1] }
    for digit in logits.indices {
      rows.append(
        SoftmaxRowLook(
          cells: [
            "\(digit)", NumberText.fixed(logits[digit], 3), NumberText.fixed(exponentials.terms[digit], 4),
            NumberText.answered(percents.terms[digit] / 100),
          ], isWinner: digit == winner))
    }
    rows.append(
      SoftmaxRowLook(
        cells: [
          "T", temperature, NumberText.fixed(exponentials.total, 4), NumberText.fixed(percents.total, 1),
        ], isHead: true))
    return rows.enumerated().map { index, look in
      let frame = Rect(x: rect.x, y: rect.y + Double(index) * row, width: rect.width, height: row)
      return Element(ControlName(rawValue: "inside.softmax.\(index)"), frame, look)
    }
  }
}
