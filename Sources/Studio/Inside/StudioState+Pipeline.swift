import Charts
import Graphics
import Ink
import Recognition
import Toolkit

extension StudioState {
  /// The five pictures on the way from the ink to what the network sees, with a switch for each step.
  func pipelinePart(_ parts: InsideLayout, _ moving: Moving) -> [Element] {
    let places = PipelineLayout(
      in: parts.pipeline, room: parts.room, scale: scale, hasBars: parts.isCompact && parts.bars.height == 0)
    var elements = pipelineHead(parts)
    if let bars = places.bars { elements += barElements(bars, moving, columns: 2) }
    for (index, stage) in PipelineStage.allCases.enumerated() {
      elements += pipelineStage(stage, index, places, moving, parts)
    }
    guard places.hasArrows else { return elements }
    for index in 1..<places.pictures.count {
      let (left, right) = (places.pictures[index - 1], places.pictures[index])
      let middle = (left.maxX + right.x) / 2
      let frame = Rect(x: middle - 12, y: left.midY - 12, width: 24, height: 24)
      elements.append(Element(ControlName(rawValue: "pipeline.arrow.\(index)"), frame, ArrowLook()))
    }
    return elements
  }

  private func pipelineHead(_ parts: InsideLayout) -> [Element] {
    let head = Rect(x: parts.pipeline.x, y: parts.pipeline.y, width: parts.pipeline.width, height: 36)
    let export = Rect(x: head.maxX - 36, y: head.y, width: 36, height: 36)
    var elements = [
      Element(
        .exportStages, export, ButtonLook("", icon: .export, style: .bare), role: .button,
        isEnabled: !document.isBlank, hint: document.isBlank ? "The canvas is blank" : "Save the pictures as PNG",
        cursor: .hand)
    ]
    var right = export.x - 8
    if let badge = stepsBadge(right: right, y: head.y) {
      elements.append(badge)
      right = badge.frame.x - 12
    }
    var x = head.x
    if !parts.isCompact {
      let width = Font.title.width(of: "Pipeline").rounded(.up) + 2
      elements.append(
        Element("pipeline.title", Rect(x: x, y: head.y, width: width, height: 36), LabelLook("Pipeline", .title)))
      x += width + 16
    }
    let usual = parts.isCompact ? "What happens to the ink first" : "What happens to the ink before the network sees it"
    let words = hasPicture ? "A picture is framed by itself: these steps are for ink" : usual
    elements.append(
      Element(
        "pipeline.detail", Rect(x: x, y: head.y, width: max(0, right - x), height: 36),
        LabelLook(words, .secondary, .muted)))
    return elements
  }

  /// Whether there is a picture under the ink, which is framed in another way.
  var hasPicture: Bool { document.drawing.image != nil }

  /// Says that steps are switched off and puts them on again; nil while none is.
  func stepsBadge(right: Double, y: Double, height: Double = 36) -> Element? {
    guard inside.stepsOff > 0 else { return nil }
    let look = BadgeLook(text: stepsWords, action: "All on")
    let width = look.width
    return Element(
      .restoreSteps, Rect(x: right - width, y: y, width: width, height: height), look, role: .button,
      hint: "Frame the ink as in training again", cursor: .hand)
  }

  /// The badge of the Draw screen in the status line.
  func stepsBadgeInStatus(_ layout: WindowLayout, _ frame: Rect) -> Element? {
    tab == .draw ? stepsBadge(right: frame.maxX, y: frame.y, height: frame.height) : nil
  }

  /// What the status line adds to the answer.
  var stepsNote: String {
    inside.stepsOff == 0 ? "" : " With \(NumberText.counted(inside.stepsOff, "step", "steps")) of framing switched off."
  }

  /// What the status line of the Inside screen says on the right.
  var insideStatus: String {
    screenTime.map { "Everything updated in \(TimeText.milliseconds($0))" } ?? "Saved as you draw"
  }

  /// "1 step off", "2 steps off".
  var stepsWords: String { NumberText.counted(inside.stepsOff, "step off", "steps off") }

  private func pipelineStage(
    _ stage: PipelineStage, _ index: Int, _ places: PipelineLayout, _ moving: Moving, _ parts: InsideLayout
  ) -> [Element] {
    let place = places.pictures[index]
    let width = places.wordsWidth
    let title = Font.body.width(of: stage.title) <= width - 8 ? stage.title : stage.shortTitle
    let words = Rect(
      x: min(place.x, parts.pipeline.maxX - width), y: place.maxY + 4, width: width, height: 48)
    let picture = Element(
      ControlName(rawValue: "pipeline.picture.\(index + 1)"), place, pipelineLook(stage, moving))
    guard let step = stage.step else {
      let count = NumberText.counted(document.strokeCount, "stroke", "strokes")
      return [picture, Element("pipeline.ink", words, StepLook(title: title, isOn: nil, detail: count))]
    }
    let isOn = inside.steps.contains(step.step)
    return [
      picture,
      Element(
        ControlName(rawValue: "pipeline.\(step.name)"), words, StepLook(title: title, isOn: isOn, detail: ""),
        role: .button, isEnabled: !hasPicture, hint: hasPicture ? "This step is for ink alone" : stage.hint,
        cursor: .hand),
    ]
  }

  private func pipelineLook(_ stage: PipelineStage, _ moving: Moving) -> any Look {
    let framing = hasPicture ? nil : inside.framing
    switch stage {
    case .ink:
      return InkThumbLook(canvas: moving.canvas as? CanvasLook, revision: document.revision, view: CanvasSpace.bounds)
    case .box:
      guard let framing else { return StageThumbLook() }
      let box = PipelinePictures.box(framing)
      return InkThumbLook(
        canvas: moving.canvas as? CanvasLook, revision: document.revision, view: PipelinePictures.view(of: box),
        box: box)
    case .margin: return StageThumbLook(image: framing.map(PipelinePictures.placed), hasFrame: true)
    case .center:
      return StageThumbLook(
        image: framing.map(PipelinePictures.placed),
        center: inside.steps.contains(.center) ? framing?.centerOfMass : nil)
    case .pen: return StageThumbLook(image: document.isBlank ? nil : framing?.image ?? reading.image)
    }
  }
}
