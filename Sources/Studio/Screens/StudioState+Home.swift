import Charts
import Graphics
import Toolkit

extension StudioState {
  /// What this is, how good the model is, how to start.
  func homeScreen(_ layout: WindowLayout) -> [Element] {
    let margin: Double = layout.room == .compact ? 24 : 48
    let width = min(960, layout.body.width - 2 * margin)
    let x = ((layout.body.width - width) / 2).rounded()
    var column = Column(x: x, y: layout.body.y + (layout.room == .compact ? 16 : 40), width: width)
    column.add(
      "home.title", 32, LabelLook("Inkling reads handwritten digits while you draw them", Font(size: 20, weight: .bold))
    )
    column.gap(4)
    for (index, line) in HomeWords.introduction.enumerated() {
      column.add(ControlName(rawValue: "home.text.\(index)"), 22, LabelLook(line, .body, .muted))
    }
    column.gap(16)
    let start = Rect(x: x, y: column.y, width: 160, height: 36)
    column.elements.append(
      Element(
        .startDrawing, start, ButtonLook("Start drawing", icon: .pen, style: .primary), role: .button, cursor: .hand))
    column.elements.append(
      Element(
        .aboutAtHome, Rect(x: start.maxX + 12, y: column.y, width: 160, height: 36), ButtonLook("About the model"),
        role: .button, hint: "How it was trained, data, licences", cursor: .hand))
    column.y += 36
    column.gap(layout.room == .compact ? 16 : 32)
    let half = ((width - 48) / 2).rounded()
    var right = Column(x: x + half + 48, y: column.y, width: width - half - 48)
    column.width = half
    addModel(to: &column)
    addTips(to: &right)
    column.y = max(column.y, right.y)
    column.width = width
    column.gap(layout.room == .compact ? 12 : 28)
    addRecent(to: &column, limit: layout.body.maxY)
    return column.elements + right.elements
  }

  private func addModel(to column: inout Column) {
    column.add(
      "home.model", 26, LabelLook("The model “\(model?.name ?? settings.model ?? Settings.usualModel)”", .section))
    column.gap(4)
    for (index, fact) in modelFacts.enumerated() {
      column.add(
        ControlName(rawValue: "home.fact.\(index)"), 30,
        FactLook(label: fact.0, value: fact.1, hasLine: index < modelFacts.count - 1))
    }
  }

  /// The key figures of the model in use.
  var modelFacts: [(String, String)] {
    let none = NumberText.none
    guard let model else { return [("Model", modelProblem ?? "loading")] }
    return [
      ("MNIST test digits read right", model.accuracy.map { NumberText.percent($0, 2) + " %" } ?? none),
      ("Drawings of other people read right", model.drawnAccuracy.map { NumberText.percent($0, 1) + " %" } ?? none),
      ("Parameters", NumberText.grouped(model.parameters)),
      ("Multiply-adds for one digit", NumberText.grouped(model.multiplyAdds)),
      ("Size", NumberText.fixed(Double(model.bytes) / 1e6, 1) + " MB"),
      ("Time per answer", recogniseTime.map(TimeText.milliseconds) ?? none),
    ]
  }

  private func addTips(to column: inout Column) {
    column.add("home.tips", 26, LabelLook("For good reading", .section))
    column.gap(4)
    for (index, tip) in HomeWords.tips.enumerated() {
      column.add(ControlName(rawValue: "home.tip.\(index)"), 30, TipLook(text: tip))
    }
  }

  private func addRecent(to column: inout Column, limit: Double) {
    guard !recent.isEmpty, column.y + 26 + 36 < limit else { return }
    column.add("home.recent", 26, LabelLook("Recent drawings", .section))
    column.gap(4)
    for (index, path) in recent.enumerated() where column.y + 36 <= limit {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let row = Element(
        .recent(index), Rect(x: column.x, y: column.y, width: column.width, height: 36),
        RowLook(name, detail: path), role: .button, hint: "Open \(path)", cursor: .hand)
      column.elements.append(row)
      column.y += 36
    }
  }
}

/// Elements one below the other.
private struct Column {
  var x: Double
  var y: Double
  var width: Double
  var elements: [Element] = []

  mutating func add(_ name: ControlName, _ height: Double, _ look: any Look) {
    elements.append(Element(name, Rect(x: x, y: y, width: width, height: height), look))
    y += height
  }

  mutating func gap(_ height: Double) { y += height }
}
