import Charts
import Graphics
import Toolkit

extension StudioState {
  /// What this is, how good the model is, how to start.
  func homeScreen(_ layout: WindowLayout) -> [Element] {
    let margin: Double = layout.room == .compact ? 16 : 48
    let width = min(layout.room == .wide ? 1200 : 960, layout.body.width - 2 * margin)
    let x = ((layout.body.width - width) / 2).rounded()
    let isCompact = layout.room == .compact
    let body = Rect(x: x, y: layout.body.y, width: width, height: layout.body.height)
    // A large window has more room below than above.
    let top = isCompact ? 16 : max(40, ((body.height - 720) * 0.4).rounded())
    var head = PanelColumn(in: body.inset(top: top))
    addIntroduction(to: &head)
    head.gap(isCompact ? 16 : 32)
    let gap: Double = isCompact ? 24 : 48
    let half = ((width - gap) / 2).rounded()
    let rest = Rect(x: x, y: head.y, width: width, height: max(0, body.maxY - head.y))
    var left = PanelColumn(in: Rect(x: x, y: rest.y, width: half, height: rest.height))
    var right = PanelColumn(in: rest.inset(left: half + gap))
    addModel(to: &left)
    addTips(to: &right)
    var below = PanelColumn(in: rest.inset(top: max(left.y, right.y) + (isCompact ? 12 : 28) - rest.y))
    addRecent(to: &below)
    return head.elements + left.elements + right.elements + below.elements
  }

  private func addIntroduction(to column: inout PanelColumn) {
    let title = "Inkling reads handwritten digits while you draw them"
    column.add("home.title", 32, LabelLook(title, Font(size: 20, weight: .bold)))
    column.gap(4)
    let lines = Font.body.lines(of: HomeWords.introduction, width: min(column.width, 760), most: 3)
    for (index, line) in lines.enumerated() {
      column.add(ControlName(rawValue: "home.text.\(index)"), 22, LabelLook(line, .body, .muted))
    }
    column.gap(16)
    let about = Rect(x: column.x + 172, y: column.y, width: 160, height: 36)
    column.add(
      .startDrawing, 36, ButtonLook("Start drawing", icon: .pen, style: .primary), width: 160, role: .button)
    column.add(
      Element(
        .aboutAtHome, about, ButtonLook("About the model"), role: .button, hint: "How it was trained, data, licences",
        cursor: .hand))
  }

  private func addModel(to column: inout PanelColumn) {
    column.add(
      "home.model", 26, LabelLook("The model “\(model?.name ?? settings.model ?? Settings.usualModel)”", .section))
    column.gap(4)
    column.add(modelFacts, named: "home.fact")
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

  private func addTips(to column: inout PanelColumn) {
    column.add("home.tips", 26, LabelLook("For good reading", .section))
    column.gap(4)
    for (index, tip) in HomeWords.tips.enumerated() {
      column.add(ControlName(rawValue: "home.tip.\(index)"), 30, TipLook(text: tip))
    }
  }

  private func addRecent(to column: inout PanelColumn) {
    guard !recent.isEmpty, column.hasRoom(for: 26 + 4 + 36) else { return }
    column.add("home.recent", 26, LabelLook("Recent drawings", .section))
    column.gap(4)
    for (index, path) in recent.enumerated() {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      column.add(.recent(index), 36, RowLook(name, detail: path), role: .button, hint: "Open \(path)")
    }
  }
}
