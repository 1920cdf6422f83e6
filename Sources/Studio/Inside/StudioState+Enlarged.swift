import Charts
import Graphics
import Toolkit

extension StudioState {
  /// One map alone, with the calculation of one of its values.
  func enlargedPart(_ parts: InsideLayout, _ moving: Moving) -> [Element] {
    guard let chosen = inside.chosen, let stage = chosenStage else { return [] }
    let places = insideEnlarged
    var elements = enlargedHead(chosen, stage, places)
    if places.map.height > 0 {
      elements.append(
        Element(
          .enlarged, places.map,
          EnlargedLook(
            sheet: moving.alone, revision: moving.sheetRevision,
            cell: places.frame(row: chosen.row, column: chosen.column)),
          role: .area, cursor: .crosshair))
    }
    guard let walk = shownWalk, walk.place == chosen else {
      let line = Rect(x: places.numbers.x, y: places.numbers.y, width: places.numbers.width, height: 22)
      return elements + [
        Element("inside.numbers.none", line, LabelLook("Draw a digit to see its numbers", .body, .muted))
      ]
    }
    if let patch = walk.patch { return elements + patchElements(patch, walk, places) }
    if let edges = walk.edges { return elements + edgeElements(edges, walk, stage, places.numbers) }
    return elements + walkRows(walk.rows(decimals: 3), in: places.sum ?? places.numbers)
  }

  private func enlargedHead(_ chosen: InsidePlace, _ stage: InsideStage, _ places: EnlargedMap) -> [Element] {
    let isSmall = places.sum != nil
    let font = isSmall ? Font.secondary : Font.caption
    let back = Rect(x: places.head.maxX - 116, y: places.head.y, width: 116, height: 36)
    let room = back.x - places.head.x - 12
    return [
      Element(
        "inside.title", Rect(x: places.head.x, y: places.head.y, width: room, height: 22),
        LabelLook(insideName(of: inside.pointed ?? chosen), .section)),
      Element(
        "inside.readout", Rect(x: places.head.x, y: places.head.y + 22, width: room, height: isSmall ? 18 : 14),
        LabelLook(enlargedReadout(stage, font, width: room), font, .muted)),
      Element(
        .insideBack, back, ButtonLook("All layers"), role: .button, hint: "Back to all layers (Esc)", cursor: .hand),
    ]
  }

  private func enlargedReadout(_ stage: InsideStage, _ font: Font, width: Double) -> String {
    let value = inside.findings.value.map { NumberText.fixed($0, 3) } ?? NumberText.none
    // In a lesson these two keys belong to its steps.
    let pages = lessons.running == nil ? ["Arrow keys walk, PageUp and PageDown change the map"] : []
    let keys = stage.isVector ? ["Arrow keys go to the next value"] : pages + ["Arrow keys walk"]
    let words = keys.map { "Value \(value). \($0)" }
    return words.first { font.width(of: $0) <= width } ?? words[words.count - 1]
  }

  // MARK: Convolution

  /// How the numbers of a patch are shown: the cells' size and how many decimals there is room for.
  private func cells(_ patch: KernelWalk.Patch, in rect: Rect) -> (size: Size, decimals: Int?) {
    let room = ((rect.width - 2 * StudioState.sign) / 3).rounded(.down)
    let width = min(56, (room / Double(patch.side)).rounded(.down))
    let decimals = width >= 52 ? 3 : width >= 38 ? 2 : nil
    let height = decimals == nil ? width : min(32, max(22, (rect.height * 0.4 / Double(patch.side)).rounded(.down)))
    return (Size(width: width, height: height), decimals)
  }

  private static let sign = 28.0
  /// About what full ink is for the network.
  private static let ink = 2.8

  /// The decimals that the calculation is shown with.
  var walkDecimals: Int {
    guard let patch = inside.findings.walk?.patch else { return 3 }
    return cells(patch, in: insideEnlarged.numbers).decimals ?? 3
  }

  private func patchElements(
    _ patch: KernelWalk.Patch, _ walk: KernelWalk, _ places: EnlargedMap
  ) -> [Element] {
    let rect = places.numbers
    let (cell, decimals) = cells(patch, in: rect)
    let size = Size(width: cell.width * Double(patch.side), height: cell.height * Double(patch.side))
    let products = walk.shownProducts(decimals: decimals ?? 3)
    // What the network sees of blank paper is below 0 and should look like paper.
    let isPixels = patch.channels == 1
    let blocks: [(String, String, [Double], Bool)] = [
      ("patch", "Patch", patch.values, !isPixels && patch.values.contains { $0 < 0 }),
      ("kernel", "Kernel", patch.weights, true),
      ("products", "Products", products, true),
    ]
    var elements: [Element] = []
    for (index, (name, title, values, isSigned)) in blocks.enumerated() {
      let x = rect.x + Double(index) * (size.width + StudioState.sign)
      elements.append(
        Element(
          ControlName(rawValue: "inside.\(name).title"), Rect(x: x, y: rect.y, width: size.width, height: 20),
          LabelLook(title, .secondaryBold)))
      let frame = Rect(x: x, y: rect.y + 24, width: size.width, height: size.height)
      elements.append(
        Element(
          ControlName(rawValue: "inside.\(name)"), frame,
          MatrixLook(
            values: values, side: patch.side, decimals: decimals, isSigned: isSigned,
            largest: isPixels && index == 0 ? max(StudioState.ink, values.max() ?? 0) : nil)))
      guard index > 0 else { continue }
      let sign = Rect(x: x - StudioState.sign, y: frame.y, width: StudioState.sign, height: frame.height)
      elements.append(
        Element(
          ControlName(rawValue: "inside.sign.\(index)"), sign,
          LabelLook(index == 1 ? "×" : "=", .section, .muted, .center)))
    }
    let below = rect.inset(top: 24 + size.height + 10)
    let (line, rest) = channelLine(patch, below)
    return elements + line + walkRows(walk.rows(decimals: decimals ?? 3), in: places.sum ?? rest)
  }

  /// Which channel the patch is of, with buttons for the others.
  private func channelLine(_ patch: KernelWalk.Patch, _ rect: Rect) -> ([Element], Rect) {
    guard patch.channels > 1 else {
      let words = "Pixels as the network sees them: (ink − mean) ÷ deviation"
      let line = Rect(x: rect.x, y: rect.y, width: rect.width, height: 20)
      return ([Element("inside.channel", line, LabelLook(words, .caption, .muted))], rect.inset(top: 26))
    }
    let words = "Map \(patch.channel + 1) of the layer before"
    let width = min(rect.width - 80, Font.body.width(of: "Map 4096 of the layer before") + 8)
    let line = Rect(x: rect.x, y: rect.y, width: width, height: 32)
    var elements = [Element("inside.channel", line, LabelLook(words, .body))]
    let buttons: [(ControlName, String, String)] = [
      (.previousChannel, "‹", "Previous map ([)"), (.nextChannel, "›", "Next map (])"),
    ]
    for (index, (name, label, hint)) in buttons.enumerated() {
      let frame = Rect(x: line.maxX + Double(index) * 36, y: rect.y, width: 32, height: 32)
      elements.append(Element(name, frame, ButtonLook(label), role: .button, hint: hint, cursor: .hand))
    }
    return (elements, rect.inset(top: 38))
  }

  // MARK: The sum

  /// The lines of a calculation.
  func walkRows(_ rows: [KernelWalk.Row], in rect: Rect) -> [Element] {
    let height = min(26, max(15, (rect.height / Double(max(1, rows.count))).rounded(.down)))
    let width = min(rect.width, 460)
    let shown = rows.prefix(max(0, Int(rect.height / height)))
    return shown.enumerated().map { index, row in
      let frame = Rect(x: rect.x, y: rect.y + Double(index) * height, width: width, height: height)
      return Element(
        ControlName(rawValue: "inside.sum.\(index + 1)"), frame,
        SumLook(label: row.label, number: NumberText.fixed(row.number, walkDecimals), isResult: row.isResult))
    }
  }
}
