import Charts
import Graphics
import Reports
import Toolkit
import Training

extension StudioState {
  /// The curves as they are shown now; nil while there are none.
  var learnFigure: HistoryFigure? {
    guard let progress = learn.progress else { return nil }
    let isBatches = learn.curves == .batches
    let history = isBatches ? progress.curve.points : progress.history
    guard history.epochs > 0 else { return nil }
    var figure = HistoryFigure(history: history)
    (figure.pointer, figure.smoothing) = (learn.pointed, learn.smoothing)
    if isBatches { (figure.unit, figure.unitSize) = ("Batch", progress.curve.stride) }
    return figure
  }

  /// Loss, accuracy and learning rate as they come.
  func learnCurves(in rect: Rect) -> [Element] {
    let head = Rect(x: rect.x, y: rect.y, width: rect.width, height: 36)
    let place = rect.inset(top: 44)
    let panel = Element("learn.panel", place, PanelLook(.surface, radius: 8))
    let inner = place.inset(left: 12, top: 12, right: 8, bottom: 8)
    guard let figure = learnFigure else { return curvesHead(in: head) + [panel] + noCurves(in: inner.inset(by: 12)) }
    return curvesHead(in: head) + [
      panel, Element(.learnHistory, inner, ChartLook(figure, text: learnPointReadOut ?? ""), role: .area),
    ]
  }

  private func curvesHead(in rect: Rect) -> [Element] {
    let width = min(200, rect.width * 0.45)
    let box = Rect(x: rect.x, y: rect.y, width: width, height: rect.height)
    let choices: [(ControlName, String, LearnState.Curves)] = [
      (.learnBatches, "Batches", .batches), (.learnEpochs, "Epochs", .epochs),
    ]
    var elements = [Element("learn.curves", box, PanelLook(.control, radius: 8))]
    for (index, choice) in choices.enumerated() {
      let isChosen = learn.curves == choice.2
      elements.append(
        Element(
          choice.0, Rect(x: box.x + Double(index) * width / 2, y: box.y, width: width / 2, height: box.height),
          SegmentLook(choice.1, isChosen: isChosen), role: .choice(group: "learn.curves", isChosen: isChosen),
          cursor: .hand))
    }
    let slider = Rect(
      x: rect.maxX - min(140, rect.width * 0.24), y: rect.y, width: min(140, rect.width * 0.24), height: rect.height)
    let label = Rect(x: box.maxX + 16, y: rect.y, width: slider.x - 12 - box.maxX - 16, height: rect.height)
    let range = 0.0...0.95
    elements.append(
      Element(
        "learn.smoothing.title", label,
        LabelLook("Smoothing \(NumberText.fixed(learn.smoothing, 2))", .secondary, .muted, .trailing)))
    elements.append(
      Element(
        .learnSmoothing, slider, SliderLook(value: learn.smoothing, range: range),
        role: .slider(value: learn.smoothing, range: range, step: 0.05),
        hint: "How lazily the lines follow the values, which stay behind them", cursor: .hand))
    return elements
  }

  private func noCurves(in rect: Rect) -> [Element] {
    if let trouble = learn.trouble {
      return absentDigits(trouble, in: rect, named: "learn.absent", fetch: .learnFetch, folder: .learnFolder)
    }
    let isBegun = learn.progress != nil
    let title = learn.failure ?? (isBegun ? "Nothing has been learned yet" : "Train a network while you watch")
    let advice =
      isBegun
      ? "The network is as chance has made it: every answer is a guess. Play, or step by batch or epoch."
      : "Choose a network, or type its layers, and press play. The curves grow here; draw beside them and see what the "
        + "network makes of it while it learns. What comes of it is kept among your models."
    var column = PanelColumn(in: rect)
    for (index, line) in Font.bodyBold.lines(of: title, width: rect.width, most: 4).enumerated() {
      column.add(ControlName(rawValue: "learn.empty.title.\(index)"), 22, LabelLook(line, .bodyBold))
    }
    column.gap(4)
    for (index, line) in Font.secondary.lines(of: advice, width: min(560, rect.width), most: 4).enumerated() {
      column.add(ControlName(rawValue: "learn.empty.\(index)"), 20, LabelLook(line, .secondary, .muted))
    }
    return column.elements
  }

  /// One plain sentence about the point of the curves that is pointed at; nil where there is none.
  var learnPointReadOut: String? {
    guard let place = learn.pointed, let figure = learnFigure, (1...figure.history.epochs).contains(place) else {
      return nil
    }
    let values = figure.history.facts(of: place).map { "\($0.0.lowercased()) \($0.1)" }
    return "\(figure.unit) \(NumberText.grouped(place * figure.unitSize)): " + values.joined(separator: ", ") + "."
  }
}
