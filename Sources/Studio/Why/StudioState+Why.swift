import Charts
import Graphics
import Ink
import Recognition
import Toolkit

extension StudioState {
  /// Whether anybody sees why the digit is read.
  var isWhyShown: Bool { tab == .why }

  /// Whether there is ink that has been read and not explained by the model of a directory, and the pen rests.
  func wantsExplanation(_ directory: String) -> Bool {
    guard drawingDevice == nil, erasingDevice == nil, reading.revision == document.revision || document.isBlank else {
      return false
    }
    return why.revision != document.revision || why.directory != directory
  }

  /// Whether the explained ink has not been compared with the training digits.
  var wantsNearDigits: Bool { why.near == nil && why.explanation?.embedding.isEmpty == false }

  mutating func update(_ action: WhyAction) -> [Effect] {
    switch action {
    case .explained(let explanation, let revision, let directory):
      // There is newer ink, or another model.
      guard revision == document.revision, directory == model?.directory else { return [] }
      (why.explanation, why.revision, why.directory) = (explanation, revision, directory)
      (why.near, why.place) = (nil, nil)
    case .digits(let digits, let directory): (why.digits, why.digitsDirectory) = (digits, directory)
    case .found(let near, let revision, let directory):
      if revision == why.revision, directory == why.directory { why.near = near }
    case .pointed(let place, let size): why.place = place.flatMap { inkPlace(at: $0, in: size) }
    }
    return []
  }

  /// The place of the lines that is nearest to a place of the map, if the pen reaches so far.
  private func inkPlace(at point: Point, in size: Size) -> Int? {
    guard let explanation = why.explanation, !why.showsPixels else { return nil }
    let placement = HeatMapPlacement(explanation, penWidth: settings.penWidth, in: Rect(size))
    let reach = max(8, settings.penWidth * placement.scale / 2 + 3)
    let distances = why.places.map { place in
      let shown = placement.place(place.x, place.y)
      return ((shown.x - point.x) * (shown.x - point.x) + (shown.y - point.y) * (shown.y - point.y)).squareRoot()
    }
    guard let nearest = distances.indices.min(by: { distances[$0] < distances[$1] }) else { return nil }
    return distances[nearest] <= reach ? nearest : nil
  }

  /// Shows the evidence of pixels, or that of ink.
  mutating func showWhy(pixels: Bool) -> [Effect] {
    (why.showsPixels, why.place) = (pixels, nil)
    return []
  }

  /// Walks along the ink; nil where the key is for nothing there.
  mutating func walkInk(_ key: Key) -> [Effect]? {
    let count = why.places.count
    guard count > 0, !why.showsPixels else { return nil }
    // A walk through all of it takes about fifty keys.
    let step = max(1, count / 50)
    switch key {
    case .left: why.place = max(0, (why.place ?? step) - step)
    case .right: why.place = min(count - 1, (why.place ?? -step) + step)
    case .home: why.place = 0
    case .end: why.place = count - 1
    case .escape where why.place != nil && notice == nil: why.place = nil
    default: return nil
    }
    return []
  }

  // MARK: Words

  /// One plain sentence about what is pointed at, or about all of it.
  package var whyReadOut: String {
    guard let explanation = why.explanation else { return words.readOut }
    guard let place = why.place, why.places.indices.contains(place) else {
      return explanation.gaps.first.map { gapReadOut($0, explanation) } ?? words.readOut
    }
    let evidence = why.places[place].evidence
    let favoured = evidence < 0 ? explanation.second : explanation.digit
    return "\(strokeName(of: place, explanation)): \(StudioState.signed(evidence)), speaks for \(favoured)."
  }

  private func gapReadOut(_ gap: InkExplanation.Gap, _ explanation: InkExplanation) -> String {
    let share = NumberText.answered(Double(gap.probability))
    return gap.digit == explanation.digit
      ? "Ink at the dashed place would leave it \(DigitWord.text(gap.digit)), \(share) percent."
      : "Ink at the dashed place would make it \(DigitWord.text(gap.digit)), \(share) percent."
  }

  private func strokeName(of place: Int, _ explanation: InkExplanation) -> String {
    var first = 0
    for line in explanation.lines {
      if place < first + line.places.count {
        let share = Double(place - first) / Double(max(1, line.places.count - 1))
        return "Stroke \(line.stroke + 1), \(NumberText.percent(share, 0)) % of its way"
      }
      first += line.places.count
    }
    return "Ink"
  }

  /// A number with its sign and one decimal.
  static func signed(_ value: Float) -> String {
    let text = NumberText.fixed(Double(value), 1)
    return value > 0 && text != "0.0" ? "+" + text : text
  }

  /// The numbers that are shown, as JSON.
  package var whyValues: [(key: String, value: String)] {
    guard let explanation = why.explanation else { return [] }
    let parts = explanation.parts.filter { $0.third == nil }.map { "\($0.probability)" }
    let gaps = explanation.gaps.map { #"{"digit":\#($0.digit),"probability":\#($0.probability)}"# }
    var values = [
      (key: "digit", value: "\(explanation.digit)"), (key: "second", value: "\(explanation.second)"),
      (key: "probability", value: "\(explanation.probability)"),
      (key: "withoutStroke", value: "[" + parts.joined(separator: ",") + "]"),
      (key: "withInkAdded", value: "[" + gaps.joined(separator: ",") + "]"),
    ]
    if let near = why.near {
      values.append(("nearest", "[" + near.map { "\($0.label)" }.joined(separator: ",") + "]"))
      values.append(("distances", "[" + near.map { "\($0.distance)" }.joined(separator: ",") + "]"))
    }
    return values
  }
}
