import Charts
import Graphics
import Ink
import Recognition
import Toolkit

extension StudioState {
  /// Answer, bars, what the network sees.
  func panel(_ layout: WindowLayout, _ moving: Moving) -> [Element] {
    if isNumber { return numberPanel(layout, moving) }
    let isCompact = layout.room == .compact
    let choice = NumberLayout.choice(layout)
    let answerHeight: Double = lessons.isPresenting ? 124 : isCompact ? 84 : layout.room == .wide ? 148 : 118
    let answer = Rect(
      x: layout.panel.x, y: layout.panel.y, width: (choice.map { $0.x - 16 } ?? layout.panel.maxX) - layout.panel.x,
      height: answerHeight)
    let sees = networkSide(layout)
    let seesHeight = sees + 34
    let barsTop = answer.maxY
    let room = layout.panel.maxY - barsTop - seesHeight - (isCompact ? 12 : 20) - 26
    // Where there is no room for what the network sees, the rows may be lower, too.
    let least = max(14, min(20, ((layout.panel.maxY - barsTop - 26) / 10).rounded(.down)))
    let row = min(layout.room == .wide ? 44 : 30, max(least, (room / 10).rounded(.down)))
    let bars = Rect(x: layout.panel.x, y: barsTop + 26, width: layout.panel.width, height: row * 10)
    let bottom = Rect(
      x: layout.panel.x, y: bars.maxY + (isCompact ? 10 : 20), width: layout.panel.width, height: seesHeight)
    let elements =
      answerElements(answer, layout) + readsChoice(choice) + (tab == .draw ? [teachButton(layout)] : [])
      + barElements(bars, moving)
    // Where there is no room for it, answer and bars are more important.
    guard bottom.maxY <= layout.panel.maxY + 1 else { return elements }
    return elements + networkElements(bottom, side: sees, layout)
  }

  /// A whole number of pixels of the screen for each of the 28.
  private func networkSide(_ layout: WindowLayout) -> Double {
    // Answer, bars with rows of 44 and what stands between need 668.
    let room = ((layout.panel.height - 668) / Double(Framing.side)).rounded(.down)
    let wished: Double = layout.room == .compact ? 4 : layout.room == .wide ? min(12, max(8, room)) : 6
    let pixels = max(1, (wished * scale).rounded(.down))
    return pixels * Double(Framing.side) / scale
  }

  func answerElements(_ frame: Rect, _ layout: WindowLayout) -> [Element] {
    let words = words
    let isCompact = layout.room == .compact
    let largest: Double = frame.width >= 290 ? 150 : 120
    let size: Double = lessons.isPresenting ? largest : isCompact ? 84 : layout.room == .wide ? 160 : 120
    let digitHeight = Font(size: size, weight: .bold).digitHeight
    let digitWidth = Font(size: size, weight: .bold).width(of: "0")
    let figure = Rect(x: frame.x, y: frame.y + 3, width: digitWidth + 4, height: digitHeight + 4)
    let x = words.figure.isEmpty ? frame.x : figure.maxX + (isCompact ? 10 : 28)
    let right = frame.maxX
    let top: Double = isCompact && !lessons.isPresenting ? 2 : 14
    // A small window has the button that teaches at the right end of the first line.
    let end = tab == .draw && NumberLayout.choice(layout) == nil ? teachButton(layout).frame.x - 8 : right
    let first = Rect(x: x, y: frame.y + top, width: end - x, height: isCompact ? 36 : 40)
    let second = Rect(x: x, y: first.maxY + (isCompact ? 2 : 4), width: right - x, height: 26)
    var elements: [Element] = []
    if !words.figure.isEmpty {
      elements.append(
        Element(
          "answer.figure", figure.inset(by: -FigureLook.margin),
          FigureLook(text: words.figure, isOutlined: words.style == .outlined, size: size)))
    }
    if let percentage = words.percentage {
      let look = PercentageLook(number: percentage, size: isCompact ? 30 : 40)
      elements.append(Element("answer.line1", first, look))
    } else {
      let font = Font.sentence(words.sentence, width: first.width, isCompact: isCompact)
      elements.append(Element("answer.line1", first, LabelLook(words.sentence, font)))
    }
    elements.append(
      Element(
        "answer.line2", second,
        VerdictLook(icon: words.icon, word: words.word, tone: words.tone, detail: words.detail)))
    return elements
  }

  func barElements(_ frame: Rect, _ moving: Moving, columns: Int = 1) -> [Element] {
    let label = "Probability"
    let title = Rect(x: frame.x, y: frame.y - 26, width: Font.section.width(of: label).rounded(.up) + 2, height: 22)
    var elements = [Element("bars.title", title, LabelLook(label, .section))]
    let gap = 16.0
    let width = (frame.width - gap * Double(columns - 1)) / Double(columns)
    let count = Probabilities.count / columns
    for column in 0..<columns {
      let x = frame.x + Double(column) * (width + gap)
      let place = Rect(x: x, y: frame.y, width: width, height: frame.height)
      elements += bars(column * count..<(column + 1) * count, in: place, moving)
      elements += threshold(place, column: column)
    }
    return elements
  }

  private func bars(_ digits: Range<Int>, in frame: Rect, _ moving: Moving) -> [Element] {
    let row = frame.height / Double(digits.count)
    let hasNumbers = hasNumbersNow
    return digits.map { digit in
      let y = frame.y + Double(digit - digits.lowerBound) * row
      let look = BarLook(
        digit: digit, probability: hasNumbers ? reading.probabilities[digit] : nil,
        length: digit < moving.bars.count ? moving.bars[digit] : 0, mark: mark(of: digit))
      return Element(
        ControlName(rawValue: "bar.\(digit)"), Rect(x: frame.x, y: y, width: frame.width, height: row), look)
    }
  }

  private var hasNumbersNow: Bool {
    reading.answer?.digit != nil && reading.verdict != .speck
      && (settings.isLive || reading.revision == document.revision)
  }

  private func mark(of digit: Int) -> BarLook.Mark {
    guard hasNumbersNow, let answer = reading.answer else { return .none }
    switch reading.verdict {
    case .sure: return digit == answer.digit ? .winner : .none
    case .unsure: return digit == answer.digit || digit == answer.second ? .doubtful : .none
    default: return .none
    }
  }

  private func threshold(_ frame: Rect, column: Int) -> [Element] {
    guard let from = model?.sureFrom, from > 0, from < 1 else { return [] }
    let track = BarLook.track(in: frame)
    let x = track.x + track.width * from
    let text = "sure from \(NumberText.percent(from, 0)) %"
    let width = Font.secondary.width(of: text) + 2
    let left = min(frame.maxX - width, max(frame.x + 100, x - width / 2))
    let name: ControlName = column == 0 ? "bars.threshold" : "bars.threshold.2"
    let line = Element(name, Rect(x: x - 1, y: frame.y, width: 2, height: frame.height), ThresholdLook())
    guard column == 0 else { return [line] }
    return [
      line,
      Element(
        "bars.sure", Rect(x: left, y: frame.y - 26, width: width, height: 22),
        LabelLook(text, .secondary, .muted)),
    ]
  }

  private func networkElements(_ frame: Rect, side: Double, _ layout: WindowLayout) -> [Element] {
    // The answer and the bars need the room more.
    guard frame.maxY <= layout.panel.maxY else { return [] }
    let isCompact = layout.room == .compact
    let title = Rect(x: frame.x, y: frame.y, width: frame.width, height: 22)
    let picture = Rect(
      x: (frame.x * scale).rounded() / scale, y: ((frame.y + 30) * scale).rounded() / scale, width: side, height: side)
    var elements = [
      Element("network.title", title, LabelLook("What the network sees", .section)),
      Element(
        .network, picture, NetworkLook(image: hasNumbersNow ? reading.image : nil, pixel: pixel), role: .area,
        hint: "", cursor: .crosshair),
    ]
    let gap: Double = isCompact ? 16 : 28
    let facts = isCompact ? shortFacts : facts
    let row = min(28, side / Double(facts.count))
    for (index, fact) in facts.enumerated() {
      let place = Rect(
        x: picture.maxX + gap, y: picture.y + Double(index) * row, width: frame.maxX - picture.maxX - gap, height: row)
      elements.append(
        Element(
          ControlName(rawValue: "fact.\(index)"), place,
          FactLook(label: fact.0, value: fact.1, hasLine: index < facts.count - 1)))
    }
    return elements
  }

  /// The facts for little room.
  private var shortFacts: [(String, String)] {
    let times = facts.prefix(2).map { ($0.0 == "Recognised in" ? "Read in" : $0.0, $0.1) }
    let counts = [
      ("Strokes", NumberText.grouped(document.strokeCount)), ("Points", NumberText.grouped(document.pointCount)),
    ]
    guard let pixel, let image = reading.image else { return times + counts }
    let value = "\(image.pixels[pixel.y * Framing.side + pixel.x])"
    return times + [counts[0], ("\(pixel.x), \(pixel.y)", value)]
  }

  /// What is known about the drawing and the answer.
  private var facts: [(String, String)] {
    let none = NumberText.none
    var pixelFact = ("Pixel under the pointer", none)
    if let pixel, let image = reading.image {
      pixelFact = (
        "Pixel, row \(pixel.y), column \(pixel.x)", "\(image.pixels[pixel.y * Framing.side + pixel.x])"
      )
    }
    let hasInk = reading.image != nil && hasNumbersNow
    let center = reading.centerOfMass
    return [
      ("Recognised in", recogniseTime.map(TimeText.milliseconds) ?? none),
      ("Pen to screen", screenTime.map(TimeText.milliseconds) ?? none),
      (
        "Strokes and points",
        "\(NumberText.grouped(document.strokeCount)) and \(NumberText.grouped(document.pointCount))"
      ),
      pixelFact,
      ("Ink box", hasInk ? "\(reading.inkBox.x) × \(reading.inkBox.y)" : none),
      ("Centre of mass", hasInk ? "\(Int(center.x.rounded())), \(Int(center.y.rounded()))" : none),
    ]
  }
}

extension Font {
  /// As large as the sentence that stands for an answer fits: it is never cut where there is any other way.
  fileprivate static func sentence(_ text: String, width: Double, isCompact: Bool) -> Font {
    let fonts = (isCompact ? [18, 17, 16, 15, 14, 13] : [24, 22, 20, 18]).map { Font(size: $0, weight: .bold) }
    return fonts.first { $0.width(of: text) <= width } ?? fonts[fonts.count - 1]
  }
}
