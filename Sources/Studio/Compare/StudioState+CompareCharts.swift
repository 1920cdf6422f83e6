import Charts
import Graphics
import Toolkit
import Training

extension StudioState {
  /// The curves of the chosen models over each other; nil where there are none.
  var comparedCurves: LineChart? { comparedCurves(theme) }

  private func comparedCurves(_ theme: Theme) -> LineChart? {
    let hasValidation = compare.loaded.contains { $0.model.findings.curves?.validationLoss.isEmpty == false }
    let series = compare.loaded.compactMap { slot, name, model -> LineSeries? in
      guard let curve = model.findings.curves?.comparable(compare.curve), !curve.values.isEmpty else { return nil }
      let name = SafeName.text(name) + (hasValidation && !curve.isValidation ? " (training)" : "")
      return LineSeries(name: name, style: theme.series[slot], values: curve.values)
    }
    guard !series.isEmpty else { return nil }
    let isLoss = compare.curve == .loss
    let values = series.flatMap(\.values)
    let kind = hasValidation ? "Validation" : "Training"
    var chart = LineChart(
      title: isLoss ? "\(kind) loss" : "\(kind) accuracy, %", series: series,
      axis: Axis(isLoss ? .logarithmic : .linear, fitting: values))
    chart.pointer = compare.epoch
    return chart
  }

  func compareCurves(_ parts: CompareLayout) -> [Element] {
    guard var chart = comparedCurves else {
      return compareMissing("None of the chosen models has curves: they were not kept.", in: parts.content)
    }
    let place = parts.content
    let inner = place.inset(left: 12, top: 12, right: 12, bottom: 28)
    chart.gutter = max(44, chart.neededGutter(in: inner))
    let line = Rect(x: place.x + 12, y: place.maxY - 24, width: place.width - 24, height: 18)
    let without = compare.loaded.filter { $0.model.findings.curves?.validationLoss.isEmpty != false }.map(\.name)
    let words =
      without.isEmpty
      ? "Left and right move the pointer"
      : CompareWords.withoutValidation(without.count == compare.loaded.count ? [] : without)
    return [
      Element("compare.panel", place, PanelLook(.surface, radius: 8)),
      Element(.comparedCurves, inner, ChartLook(chart, text: comparedEpoch), role: .area),
      Element("compare.note", line, LabelLook(words, .secondary, .muted)),
    ]
  }

  /// One plain sentence about the epoch that is pointed at.
  var comparedEpoch: String {
    guard let chart = comparedCurves, let epoch = compare.epoch else { return "Point at the curves for their values." }
    let values = chart.series.filter { $0.values.indices.contains(epoch - 1) }.map {
      "\($0.name) \(NumberText.fixed($0.values[epoch - 1], compare.curve == .loss ? 4 : 2))"
    }
    return "Epoch \(epoch): " + values.joined(separator: ", ") + "."
  }

  // MARK: Differences

  /// The two chosen models whose matrices are compared.
  var comparedPair: (first: (name: String, metrics: ModelMetrics), second: (name: String, metrics: ModelMetrics))? {
    func side(_ slot: Int) -> (name: String, metrics: ModelMetrics)? {
      guard compare.slots.indices.contains(slot), let name = compare.slots[slot],
        let metrics = compare.models[name]?.findings.metrics
      else { return nil }
      return (name, metrics)
    }
    guard let first = side(compare.first), let second = side(compare.second) else { return nil }
    return (first, second)
  }

  /// The difference of their matrices.
  var differenceChart: DifferenceChart? {
    guard let pair = comparedPair else { return nil }
    var chart = DifferenceChart(pair.first.metrics.confusion, pair.second.metrics.confusion)
    (chart.selected, chart.hovered) = (compare.cell, compare.hoveredCell)
    return chart
  }

  func compareDifference(_ parts: CompareLayout) -> [Element] {
    guard compare.chosen.count > 1 else {
      return compareMissing("Choose two models to see what they read differently.", in: parts.content)
    }
    let side = min(parts.content.width * 0.56, max(320, parts.content.height * 1.15)).rounded()
    let left = Rect(x: parts.content.x, y: parts.content.y, width: side, height: parts.content.height)
    let rest = parts.content.inset(left: side + (parts.isCompact ? 16 : 32))
    // In a wider column a label is far from its value.
    let right = Rect(x: rest.x, y: rest.y, width: min(rest.width, 800), height: rest.height)
    let chart = differenceChart.map {
      [Element(.difference, left, ChartLook($0, text: differenceReadOut), role: .area, cursor: .hand)]
    }
    return (chart ?? compareMissing("One of both has no matrix.", in: left)) + differencePanel(right, parts)
  }

  private func differencePanel(_ frame: Rect, _ parts: CompareLayout) -> [Element] {
    let height: Double = parts.isCompact ? 32 : 36
    let first = Rect(x: frame.x, y: frame.y, width: frame.width, height: height)
    let second = Rect(x: frame.x, y: first.maxY + 6, width: frame.width, height: height)
    var elements = pairRow(first, "First", compare.first, ControlName.firstModel, "compare.first")
    elements += pairRow(second, "Second", compare.second, ControlName.secondModel, "compare.second")
    guard let pair = comparedPair else { return elements }
    var column = PanelColumn(in: frame.inset(top: second.maxY + (parts.isCompact ? 6 : 16) - frame.y))
    if pair.first.metrics.count != pair.second.metrics.count {
      column.add("compare.counts", 22, LabelLook("They were tested on different numbers of digits", .secondary, .warn))
    }
    column.add(
      "compare.signs", 22, LabelLook(signs(pair.first.name, pair.second.name, frame.width), .secondary, .muted))
    addLargestHead([pair.first.name, pair.second.name], to: &column)
    let facts = CompareWords.largest(pair.first.metrics.confusion, pair.second.metrics.confusion)
    let room = max(0, Int((frame.maxY - column.y) / 22))
    column.add(Array(facts.prefix(min(8, room))), named: "compare.difference")
    return elements + column.elements
  }

  /// The title of the largest differences, and at its right whose counts stand below.
  private func addLargestHead(_ names: [String], to column: inout PanelColumn) {
    let title = "Where they differ most"
    let place = column.place(26)
    let width = (Font.section.width(of: title) + 2).rounded(.up)
    let room = max(0, place.width - width - 16)
    column.add(Element("compare.largest", place.inset(right: place.width - width), LabelLook(title, .section)))
    let words = names.map { SafeName.text($0) }.joined(separator: " and ")
    // Beginnings of names would say less than the two rows of names above.
    if Font.secondary.width(of: words) <= room {
      column.add(
        Element(
          "compare.largest.names", place.inset(left: place.width - room),
          LabelLook(words, .secondary, .muted, .trailing)))
    }
    column.gap(26)
  }

  /// What the signs in the cells mean, with names as short as the room is.
  private func signs(_ first: String, _ second: String, _ width: Double) -> String {
    func words(_ names: [String]) -> String { "+ \(names[0]) has more digits there, − \(names[1]) has" }
    let room = (width - Font.secondary.width(of: words(["", ""]))) / 2
    return words(
      [first, second].map { Font.secondary.fitted(SafeName.text($0), width: max(40, room), keepsEnd: true) })
  }

  private func pairRow(
    _ row: Rect, _ title: String, _ chosen: Int, _ control: (Int) -> ControlName, _ group: ControlName
  ) -> [Element] {
    let box = row.inset(left: 72)
    let slots = compare.chosen
    let width = box.width / Double(max(1, slots.count))
    let segments = slots.enumerated().map { index, model in
      let isChosen = model.slot == chosen
      return Element(
        control(model.slot), Rect(x: box.x + Double(index) * width, y: box.y, width: width, height: box.height),
        SegmentLook(
          Font.body.fitted(SafeName.text(model.name), width: width - 8, keepsEnd: true), isChosen: isChosen),
        role: .choice(group: group, isChosen: isChosen), hint: SafeName.text(model.name), cursor: .hand)
    }
    return [
      Element(group.part("title"), row.inset(right: box.width), LabelLook(title)),
      Element(group.part("box"), box, PanelLook(.control, radius: 8)),
    ] + segments
  }

  /// One plain sentence about the cell under the pointer, else about the chosen one.
  var differenceReadOut: String {
    guard let pair = comparedPair else { return "" }
    let cell = compare.hoveredCell ?? compare.cell
    let counts = [pair.first, pair.second].map { side in
      "\(SafeName.text(side.name)) \(NumberText.grouped(side.metrics.confusion[cell.row][cell.column]))"
    }
    return "Written \(cell.row), read as \(cell.column): \(counts[0]), \(counts[1])."
  }
}

extension History {
  /// The curve that is compared: on the digits held back where there are any, else on those trained on.
  fileprivate func comparable(_ curve: CompareState.Curve) -> (values: [Double], isValidation: Bool) {
    let isValidation = !validationLoss.isEmpty
    switch curve {
    case .loss: return (isValidation ? validationLoss : loss, isValidation)
    case .accuracy: return ((isValidation ? validationAccuracy : accuracy).map { $0 * 100 }, isValidation)
    }
  }
}
