import Charts
import Graphics
import Recognition
import Toolkit

extension StudioState {
  /// The strips of all layers, or one map alone.
  func layersPart(_ parts: InsideLayout, _ moving: Moving) -> [Element] {
    if inside.isOpen, chosenStage != nil { return enlargedPart(parts, moving) }
    return layersHead(parts) + strips(moving)
  }

  /// The height of what stands above the strips.
  func stripTop(_ parts: InsideLayout) -> Double { parts.isCompact ? 28 : 30 }

  private func layersHead(_ parts: InsideLayout) -> [Element] {
    let row = Rect(x: parts.layers.x, y: parts.layers.y, width: parts.layers.width, height: 24)
    let legends = [
      RampLook(isSigned: false, isShort: parts.isCompact), RampLook(isSigned: true, isShort: parts.isCompact),
    ].filter { $0.isSigned ? shownStages.contains(where: \.isSigned) : shownStages.contains { !$0.isSigned } }
    var right = row.maxX
    // Beside the choice of parts there is room, too.
    var above = parts.isCompact ? row.maxX : 0
    var elements: [Element] = []
    for legend in legends.reversed() {
      let isAbove = above - legend.width >= parts.segments.maxX + 12
      let end = isAbove ? above : right
      let frame = Rect(
        x: end - legend.width, y: isAbove ? parts.segments.midY - 12 : row.y, width: legend.width, height: 24)
      let name: ControlName = legend.isSigned ? "inside.legend.signed" : "inside.legend"
      elements.append(Element(name, frame, legend))
      if isAbove { above = frame.x - 20 } else { right = frame.x - 20 }
    }
    let title = layersTitle
    let titleWidth = min(Font.title.width(of: title).rounded(.up) + 2, row.width)
    let place = Rect(x: row.x, y: row.y, width: titleWidth, height: 24)
    let readout = Rect(x: place.maxX + 14, y: row.y, width: max(0, right - place.maxX - 14), height: 24)
    elements.append(Element("inside.title", place, LabelLook(title, .title)))
    elements.append(
      Element("inside.readout", readout, LabelLook(readoutWords(width: readout.width), .secondary, .muted)))
    return elements
  }

  private func readoutWords(width: Double) -> String {
    let words = insideReadout
    let isAdvice = words == StudioState.mapAdvice
    return isAdvice && Font.secondary.width(of: words) > width ? "Point at a map, or press Tab" : words
  }

  private static let mapAdvice = "Point at a map, or choose one with Tab and the arrow keys"

  private var shownStages: [InsideStage] { insideStrips.grids.map { inside.stages[$0.stage] } }

  private var layersTitle: String {
    let strips = insideStrips
    let shown = strips.grids.filter { $0.stage < strips.scrollable }
    guard let first = shown.first, let last = shown.last, shown.count < strips.scrollable else { return "Layers" }
    let range = shown.count == 1 ? "Layer \(first.stage + 1)" : "Layers \(first.stage + 1) to \(last.stage + 1)"
    return "\(range) of \(inside.stages.count)"
  }

  /// What is known about the value under the pointer or the chosen one.
  package var insideReadout: String {
    if let problem = inside.problem { return problem }
    guard !inside.stages.isEmpty else { return "Making the network ready" }
    guard let place = inside.pointed ?? inside.chosen, inside.stages.indices.contains(place.stage) else {
      return StudioState.mapAdvice
    }
    let value = inside.findings.value.map { NumberText.fixed($0, 3) } ?? NumberText.none
    return "\(insideName(of: place)) = \(value)"
  }

  /// "conv 1, map 5, row 8, column 14".
  func insideName(of place: InsidePlace) -> String {
    let stage = inside.stages[place.stage]
    if stage.isOutput { return "\(stage.title), digit \(place.map)" }
    guard !stage.isVector else { return "\(stage.title), value \(place.map + 1)" }
    return "\(stage.title), map \(place.map + 1), row \(place.row), column \(place.column)"
  }

  // MARK: Strips

  private func strips(_ moving: Moving) -> [Element] {
    let strips = insideStrips
    var elements: [Element] = []
    for grid in strips.grids {
      let stage = inside.stages[grid.stage]
      let frame = grid.frame
      let head = Rect(x: frame.x, y: frame.y - InsideStrips.title, width: stripWidth(grid, strips), height: 20)
      let part = grid.count < stage.maps ? "the first \(grid.count) of " : ""
      elements.append(
        Element(
          ControlName(rawValue: "inside.layer.\(grid.stage + 1)"), head,
          StripHeadLook(title: stage.title, detail: part + stage.detail)))
      let sheet = moving.sheets.first { $0.grid == grid }
      elements.append(
        Element(
          ControlName(rawValue: "inside.strip.\(grid.stage + 1)"), frame,
          SheetLook(sheet: sheet, revision: moving.sheetRevision)))
      elements += maps(grid, stage)
    }
    return elements + answerStrip(strips)
  }

  private func stripWidth(_ grid: MapGrid, _ strips: InsideStrips) -> Double {
    let end = grid.stage >= strips.scrollable ? strips.answer.x - 16 : insideLayout.layers.maxX
    return max(0, end - grid.frame.x)
  }

  /// One control for each map; Tab stops at the chosen one of each strip.
  private func maps(_ grid: MapGrid, _ stage: InsideStage) -> [Element] {
    let current = inside.chosen?.stage == grid.stage ? inside.chosen?.map ?? 0 : 0
    return (0..<grid.count).map { map in
      let isChosen = inside.chosen?.stage == grid.stage && inside.chosen?.map == map
      var element = Element(
        .map(grid.stage, map), grid.frame(of: map),
        MapLook(isChosen: isChosen, isSmall: grid.pixel < 4 && stage.isVector), role: .area,
        cursor: .hand)
      element.isTabStop = map == min(current, grid.count - 1)
      return element
    }
  }

  private func answerStrip(_ strips: InsideStrips) -> [Element] {
    guard let stage = inside.stages.last, strips.answer.height > 0 else { return [] }
    let number = inside.stages.count - 1
    let head = Rect(x: strips.answer.x, y: strips.answer.y, width: strips.answer.width, height: 20)
    let title = StripHeadLook(title: "softmax", detail: "\(stage.maps) probabilities, %")
    var elements = strips.hasAnswerTitle ? [Element("inside.softmax", head, title)] : []
    let probabilities = inside.findings.hasValues ? inside.findings.softmax.probabilities : []
    let winner = probabilities.indices.max { probabilities[$0] < probabilities[$1] }
    let step = strips.answer.width / Double(max(1, stage.maps))
    for digit in 0..<stage.maps {
      let frame = Rect(x: strips.answer.x + Double(digit) * step, y: strips.answer.maxY - 48, width: step, height: 46)
      let isChosen = inside.chosen?.stage == number && inside.chosen?.map == digit
      var element = Element(
        .map(number, digit), frame,
        DigitCellLook(
          digit: digit, probability: digit < probabilities.count ? probabilities[digit] : nil,
          isWinner: digit == winner, isChosen: isChosen),
        role: .area, cursor: .hand)
      element.isTabStop = inside.chosen?.stage == number ? isChosen : digit == 0
      elements.append(element)
    }
    return elements
  }
}
