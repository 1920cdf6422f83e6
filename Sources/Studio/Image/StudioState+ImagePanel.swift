import Charts
import Graphics
import Recognition
import Toolkit

extension StudioState {
  /// The state in which the answer to the picture is the answer.
  private var readingThePhoto: StudioState {
    var state = self
    (state.reading, state.settings.isLive) = (image.reading, true)
    // Beside the pictures there is no room for a figure that is larger than everything else is.
    state.lessons.isPresenting = false
    return state
  }

  /// What is said about the picture.
  package var imageWords: AnswerWords { AnswerWords(image.reading, isFresh: true, hasDrawn: true) }

  /// Answer, bars and what can be corrected.
  func imagePanel(_ parts: ImageLayout, _ layout: WindowLayout, _ moving: Moving) -> [Element] {
    let isCompact = parts.isCompact
    let answerHeight: Double = isCompact ? 84 : layout.room == .wide ? 148 : 118
    let controls: Double = isCompact ? 112 : 212
    let panel = parts.panel
    let row = min(
      layout.room == .wide ? 44 : 30, max(12, ((panel.height - answerHeight - 26 - controls - 12) / 10).rounded(.down)))
    let answer = Rect(x: panel.x, y: panel.y, width: panel.width, height: answerHeight)
    let bars = Rect(x: panel.x, y: answer.maxY + 26, width: panel.width, height: row * 10)
    let rest = Rect(
      x: panel.x, y: bars.maxY + (isCompact ? 10 : 20), width: panel.width,
      height: panel.maxY - bars.maxY - (isCompact ? 10 : 20))
    let state = readingThePhoto
    let hasAnswer = image.reading.answer?.digit != nil
    return (hasAnswer ? state.answerElements(answer, layout) : noAnswer(in: answer, isCompact: isCompact))
      + state.barElements(bars, moving) + corrections(in: rest, isCompact: isCompact)
  }

  private func noAnswer(in frame: Rect, isCompact: Bool) -> [Element] {
    let (sentence, detail) = imageSentence
    let first = Rect(x: frame.x, y: frame.y + (isCompact ? 2 : 14), width: frame.width, height: isCompact ? 36 : 40)
    let second = Rect(x: frame.x, y: first.maxY + (isCompact ? 2 : 4), width: frame.width, height: 26)
    return [
      Element("answer.line1", first, LabelLook(sentence, Font(size: isCompact ? 18 : 24, weight: .bold))),
      Element("answer.line2", second, LabelLook(detail)),
    ]
  }

  /// What is said where there is no answer.
  private var imageSentence: (String, String) {
    guard image.photo != nil else { return ("Open a picture", "or drop or paste one here") }
    guard let findings = image.findings else { return ("Looking at it", "the answer comes at once") }
    if findings.stages != nil {
      return ("No answer", modelProblem == nil ? "the model is loading" : "choose another model")
    }
    return ("Nothing on the paper", "lower the threshold, or drag a rectangle")
  }

  private func corrections(in frame: Rect, isCompact: Bool) -> [Element] {
    var elements: [Element] = []
    var y = frame.y
    if !isCompact {
      elements.append(
        Element(
          "image.correct", Rect(x: frame.x, y: y, width: frame.width, height: 22),
          LabelLook("Correct by hand", .section)))
      y += 30
    }
    let height: Double = isCompact ? 32 : 36
    elements += polarityChoices(Rect(x: frame.x, y: y, width: frame.width, height: height), isCompact: isCompact)
    y += height + (isCompact ? 4 : 8)
    elements += thresholdRow(Rect(x: frame.x, y: y, width: frame.width, height: 32), isCompact: isCompact)
    y += 32 + (isCompact ? 4 : 8)
    if !isCompact {
      elements.append(
        Element(
          "image.crop", Rect(x: frame.x, y: y, width: frame.width, height: 30),
          FactLook(label: "Part of the picture", value: cropText)))
      y += 42
    }
    let last = Rect(x: frame.x, y: y, width: frame.width, height: height)
    // In the smallest windows a lesson's bar needs the room; the first choice and Delete do the same.
    return elements + (last.maxY <= frame.maxY + 0.5 ? resetButtons(last, isCompact: isCompact) : [])
  }

  private func polarityChoices(_ row: Rect, isCompact: Bool) -> [Element] {
    let title: Double = isCompact ? 0 : 108
    let box = row.inset(left: title)
    let width = box.width / 3
    var elements =
      isCompact
      ? [] : [Element("image.polarity.title", row.inset(right: box.width), LabelLook("Ink is", .secondary, .muted))]
    elements.append(Element("image.polarity", box, PanelLook(.control, radius: 8)))
    for (index, polarity) in PictureOptions.Polarity.allCases.enumerated() {
      let frame = Rect(x: box.x + Double(index) * width, y: box.y, width: width, height: box.height)
      let isChosen = polarity == image.options.polarity
      elements.append(
        Element(
          .polarity(polarity), frame, SegmentLook(isCompact ? polarity.shortTitle : polarity.title, isChosen: isChosen),
          role: .choice(group: "image.polarity", isChosen: isChosen), isEnabled: image.photo != nil,
          hint: polarity.hint, cursor: .hand))
    }
    return elements
  }

  private func thresholdRow(_ row: Rect, isCompact: Bool) -> [Element] {
    let range = 3.0...97.0
    let found = image.findings?.threshold.map { $0 * 100 }
    let value = min(97, max(3, (image.options.threshold.map { $0 * 100 } ?? found ?? 33).rounded()))
    let text = "\(Int(value)) %" + (image.options.threshold == nil && !isCompact ? ", found" : "")
    let isEnabled = image.photo != nil
    let title = isCompact ? 108.0 : 200
    let slider = row.inset(left: title + 8)
    return [
      Element(
        "image.threshold.title", row.inset(right: row.width - title),
        FactLook(label: "Ink from", value: isEnabled ? text : NumberText.none, hasLine: false)),
      Element(
        .photoThreshold, slider, SliderLook(value: value, range: range),
        role: .slider(value: value, range: range, step: 1), isEnabled: isEnabled,
        hint: "How much of a stroke’s strength counts as ink", cursor: .hand),
    ]
  }

  private func resetButtons(_ row: Rect, isCompact: Bool) -> [Element] {
    let half = ((row.width - 8) / 2).rounded()
    let left = Rect(x: row.x, y: row.y, width: half, height: row.height)
    let right = Rect(x: row.maxX - half, y: row.y, width: half, height: row.height)
    let isCorrected = image.options != .automatic
    let hasCrop = image.options.crop != nil
    return [
      Element(
        .resetPhoto, left, ButtonLook(isCompact ? "Automatic" : "Reset to automatic"), role: .button,
        isEnabled: isCorrected, hint: isCorrected ? "Forget all corrections" : "Nothing is corrected", cursor: .hand),
      Element(
        .wholePhoto, right, ButtonLook("Whole picture"), role: .button, isEnabled: hasCrop,
        hint: hasCrop ? "Look for the digit everywhere (Delete)" : "The whole picture is looked at", cursor: .hand),
    ]
  }

  private var cropText: String {
    guard image.photo != nil else { return NumberText.none }
    guard let crop = image.options.crop else { return "all of it" }
    let (width, height) = (NumberText.grouped(crop.width), NumberText.grouped(crop.height))
    return "\(width) × \(height) at \(NumberText.grouped(crop.left)), \(NumberText.grouped(crop.top))"
  }
}

extension PictureOptions.Polarity {
  /// What stands on its segment.
  fileprivate var title: String {
    switch self {
    case .automatic: "Automatic"
    case .darkInk: "Dark"
    case .lightInk: "Light"
    }
  }

  fileprivate var shortTitle: String {
    switch self {
    case .automatic: "Auto"
    case .darkInk: "Dark ink"
    case .lightInk: "Light ink"
    }
  }

  fileprivate var hint: String {
    switch self {
    case .automatic: "Find out whether the ink is dark or light"
    case .darkInk: "The ink is darker than the paper"
    case .lightInk: "The ink is lighter than what it lies on"
    }
  }
}
