import Glibc
public import Ink
public import NeuralNet

/// Reads numbers of several digits: pieces of ink are grouped into signs so that geometry and networks agree best.
///
/// Answers about groups are kept from one reading to the next: a new stroke costs the groups that it may be part of.
/// A reader belongs to one thread.
public final class NumberReader {
  /// More strokes or pieces than this are no number.
  public static let mostParts = 128
  /// How many groups go through the networks at once.
  private static let batch = 4

  /// What the networks say about a group, and the picture that they saw.
  private struct Opinion {
    var answer = Answer(blankAfter: .zero)
    var frame = GrayImage(width: Framing.side, height: Framing.side)
  }

  private let recognizer: Recognizer
  private let preprocessor = Preprocessor()
  private var known: [[UInt64]: Opinion] = [:]
  private var pixels = [UInt8](repeating: 0, count: batch * Framing.pixelCount)

  /// A reader that asks `models`, of which there is at least one; throws where one is not for digits.
  public init(_ models: [Model], team: Team = Team(threads: 1)) throws(RecognizerError) {
    recognizer = try Recognizer(models, batch: NumberReader.batch, team: team)
  }

  /// Reads ink; `penWidth` is the pen's width in the unit of the strokes. What is no place is left out.
  public func read(_ strokes: [Stroke], penWidth: Double? = nil) -> NumberReading {
    let parts = strokes.indices.compactMap { index in
      let box = InkBounds(of: [strokes[index]])
      return box.isEmpty ? nil : NumberPart(index: index, box: box)
    }
    let pen = penWidth.flatMap { $0 > 0 && $0 < 1e150 ? $0 : nil } ?? 0
    let marks = strokes.map(NumberReader.mark)
    var used: [[UInt64]: Opinion] = [:]
    let reading = read(parts, least: 2 * pen) { groups in
      let keys = groups.map { $0.map { marks[$0] } }
      let missing = groups.indices.filter { known[keys[$0]] == nil }
      let opinions = opinions(missing.map { groups[$0] }) { group, pixels in
        _ = self.preprocessor.frame(group.map { strokes[$0] }, into: pixels)
      }
      for (index, opinion) in zip(missing, opinions) { known[keys[index]] = opinion }
      return keys.map { key in
        let opinion = known[key] ?? Opinion()
        used[key] = opinion
        return opinion
      }
    }
    known = used
    return reading
  }

  /// Reads a photograph, a scan or a screenshot.
  public func read(_ picture: Picture) -> NumberReading {
    let ink = PictureInk(picture)
    let marks = DigitChoice(width: ink.ink.width, height: ink.ink.height).signs(among: ink.marks)
    let parts = marks.indices.map { NumberPart(index: $0, box: ink.bounds(marks[$0].box)) }
    let reading = read(parts, least: ink.dust) { groups in
      opinions(groups) { group, pixels in
        let frame = ink.stages(of: group.map { marks[$0] })?.frame
        for (place, ink) in (frame?.pixels ?? []).enumerated() { pixels[place] = ink }
      }
    }
    return reading.withoutStrokes
  }

  /// Asks about groups of pieces, which are indices into what is read.
  private typealias Ask = ([[Int]]) -> [Opinion]

  private func read(_ parts: [NumberPart], least: Double, _ ask: Ask) -> NumberReading {
    guard !parts.isEmpty else { return .blank }
    guard parts.count <= NumberReader.mostParts else { return NumberReading(lines: [], isTooMuch: true) }
    let box = parts.reduce(into: InkBounds()) { $0.include($1.box) }
    // Less than this is a speck.
    guard max(box.size.x, box.size.y) >= least / 2 else { return .blank }
    let lines = NumberLine.lines(of: parts, least: least)
    return NumberReading(lines: lines.map { NumberReader.symbols($0, ask) })
  }

  private static func symbols(_ line: NumberLine, _ ask: Ask) -> [NumberSymbol] {
    let source = NumberGroups(line)
    let groups = line.parts.indices.flatMap(source.groups)
    let digits = groups.indices.filter { groups[$0].kind == nil }
    let opinions = ask(digits.map { groups[$0].places.map { line.parts[$0].index }.sorted() })
    let opinionOf = Dictionary(uniqueKeysWithValues: zip(digits, opinions))
    let costs = groups.indices.map { groups[$0].cost + (opinionOf[$0].map { cost($0.answer) } ?? 0) }
    return GroupChoice.best(of: groups, costs: costs, count: line.parts.count)
      .map { NumberReader.symbol(groups[$0], opinionOf[$0], line) }
      .sorted { $0.box.center.x < $1.box.center.x }
  }

  private static func symbol(_ group: NumberGroup, _ opinion: Opinion?, _ line: NumberLine) -> NumberSymbol {
    NumberSymbol(
      kind: group.kind ?? .digit(opinion?.answer.digit ?? 0), answer: opinion?.answer, frame: opinion?.frame,
      box: group.box, strokes: group.places.map { line.parts[$0].index }.sorted())
  }

  /// What the networks say against a group being one digit: that they do not know which, or that it looks like none.
  private static func cost(_ answer: Answer) -> Double {
    guard answer.digit != nil else { return 20 }
    let doubt = -log(max(Double(answer.confidence), 1e-6))
    return doubt + 0.5 * min(-log(max(1 - Double(answer.notDigit), 1e-9)), 8)
  }

  /// The opinions on `groups`, each drawn by `draw`, in batches.
  private func opinions(
    _ groups: [[Int]], _ draw: ([Int], UnsafeMutablePointer<UInt8>) -> Void
  ) -> [Opinion] {
    var opinions: [Opinion] = []
    for first in stride(from: 0, to: groups.count, by: NumberReader.batch) {
      let some = groups[first..<min(first + NumberReader.batch, groups.count)]
      pixels.withUnsafeMutableBufferPointer { pixels in
        guard let start = pixels.baseAddress else { return }
        start.update(repeating: 0, count: pixels.count)
        for (row, group) in some.enumerated() { draw(group, start + row * Framing.pixelCount) }
        for (row, answer) in recognizer.recognize(frames: start, count: some.count).enumerated() {
          let frame = UnsafeBufferPointer(start: start + row * Framing.pixelCount, count: Framing.pixelCount)
          opinions.append(
            Opinion(
              answer: answer, frame: GrayImage(width: Framing.side, height: Framing.side, pixels: Array(frame))))
        }
      }
    }
    return opinions
  }

  /// A number that strokes with other points do not have.
  private static func mark(_ stroke: Stroke) -> UInt64 {
    var hash = UInt64(stroke.points.count)
    for point in stroke.points {
      for bits in [point.x.bitPattern, point.y.bitPattern] {
        hash = (hash ^ bits) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
      }
    }
    return hash
  }
}
