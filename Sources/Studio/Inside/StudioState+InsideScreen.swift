import Charts
import Graphics
import Ink
import Toolkit

extension StudioState {
  /// Where the parts of the Inside screen are.
  var insideLayout: InsideLayout { InsideLayout(windowLayout) }

  /// Where the strips are.
  package var insideStrips: InsideStrips {
    let parts = insideLayout
    // Sixteen maps side by side in a large window.
    let largest = max(parts.room == .wide || lessons.isPresenting ? 78 : 52, parts.layers.width / 16 - 2)
    return InsideStrips(
      inside.stages, in: parts.layers.inset(top: stripTop(parts)), first: inside.firstStage, largest: largest,
      scale: scale, isForClass: lessons.isPresenting)
  }

  /// Where the map that is shown alone is, and its numbers.
  var insideEnlarged: EnlargedMap {
    let parts = insideLayout
    guard parts.isCompact else { return EnlargedMap(chosenStage, in: parts.layers, scale: scale) }
    // The choice of parts makes room: the way back is a button of its own.
    let place = parts.layers.inset(top: parts.segments.y - parts.layers.y)
    return EnlargedMap(chosenStage, inSmall: place, kernel: inside.findings.walk?.patch?.side ?? 3, scale: scale)
  }

  /// The strip of the chosen map.
  var chosenStage: InsideStage? {
    guard let chosen = inside.chosen, inside.stages.indices.contains(chosen.stage) else { return nil }
    return inside.stages[chosen.stage]
  }

  /// The canvas, what becomes of the ink before the network sees it, and what the layers make of it.
  func insideScreen(_ layout: WindowLayout, _ moving: Moving) -> [Element] {
    let parts = InsideLayout(layout)
    let why = whyPart(parts, moving)
    var elements = insideHead(parts)
    elements.append(
      Element(
        .canvas, parts.canvas, moving.canvas, role: .paper, hint: "", cursor: tool == .eraser ? .hidden : .crosshair))
    if !parts.isCompact, !why.isEmpty {
      elements += why
    } else if parts.bars.height > 0 {
      elements += barElements(parts.bars, moving)
    }
    if parts.isCompact, !showsOneMap { elements += segments(parts, hasWhy: !why.isEmpty) }
    if shows(.pipeline, parts) { elements += pipelinePart(parts, moving) }
    if shows(.layers, parts) { elements += layersPart(parts, moving) }
    if parts.isCompact, inside.part == .why { elements += why }
    return elements
  }

  /// Whether one map has all the room for itself.
  private var showsOneMap: Bool { inside.part == .layers && inside.isOpen && chosenStage != nil }

  private func shows(_ part: InsideState.Part, _ parts: InsideLayout) -> Bool {
    !parts.isCompact || inside.part == part
  }

  /// What stands in `parts.why` and explains the answer; nothing as long as nothing does, and then ten bars have its place.
  func whyPart(_ parts: InsideLayout, _ moving: Moving) -> [Element] { [] }

  // MARK: Above the canvas

  private func insideHead(_ parts: InsideLayout) -> [Element] {
    let size = 36.0
    let buttons: [(ControlName, Icon, String, Bool)] = [
      (.undo, .undo, document.canUndo ? "Undo (Ctrl+Z)" : "Nothing to undo yet", document.canUndo),
      (.clear, .clear, document.isBlank ? "The canvas is blank" : "Clear (C); undo brings it back", !document.isBlank),
    ]
    let right = parts.head.maxX - Double(buttons.count) * size
    let label = Rect(x: parts.head.x, y: parts.head.y, width: right - parts.head.x - 8, height: parts.head.height)
    var elements = [insideAnswer(label)]
    for (index, (name, icon, hint, isEnabled)) in buttons.enumerated() {
      elements.append(
        Element(
          name, Rect(x: right + Double(index) * size, y: parts.head.y, width: size, height: size),
          ButtonLook("", icon: icon, style: .bare), role: .button, isEnabled: isEnabled, hint: hint, cursor: .hand))
    }
    return elements
  }

  private func insideAnswer(_ frame: Rect) -> Element {
    let words = words
    guard let percentage = words.percentage else {
      let tone: Tone = words.tone == .warn ? .warn : .text
      return Element("inside.answer", frame, LabelLook(words.sentence, Font(size: 16, weight: .bold), tone))
    }
    let answer = "\(words.figure)   \(percentage) %"
    let fonts = [20.0, 17, 15].map { Font(size: $0, weight: .bold) }
    let font = fonts.first { $0.width(of: answer) <= frame.width } ?? .bodyBold
    return Element("inside.answer", frame, LabelLook(answer, font))
  }

  private func segments(_ parts: InsideLayout, hasWhy: Bool) -> [Element] {
    let shown: [InsideState.Part] = hasWhy ? [.pipeline, .layers, .why] : [.pipeline, .layers]
    let width = parts.segments.width / Double(shown.count)
    var elements = [Element("inside.parts", parts.segments, PanelLook(.control, radius: 8))]
    for (index, part) in shown.enumerated() {
      let frame = Rect(
        x: parts.segments.x + Double(index) * width, y: parts.segments.y, width: width, height: parts.segments.height)
      let isChosen = part == inside.part
      elements.append(
        Element(
          .part(part), frame, SegmentLook(part.title, isChosen: isChosen),
          role: .choice(group: "inside.parts", isChosen: isChosen), cursor: .hand))
    }
    return elements
  }
}

extension InsideState.Part {
  /// What stands on its segment.
  var title: String {
    switch self {
    case .pipeline: "Pipeline"
    case .layers: "Layers"
    case .why: "Why"
    }
  }
}
