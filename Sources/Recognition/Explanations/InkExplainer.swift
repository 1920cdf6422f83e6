public import Ink
public import NeuralNet

/// Finds out which ink a network relies on: it leaves out strokes, pieces of strokes, and adds ink where none is, and
/// looks how far the answer moves.
///
/// Pieces are taken away in vector form and drawn by the same `Preprocessor`, with the drawing where it was: only the ink
/// differs. Whole strokes are taken away as an eraser would, so that the rest is framed anew. An explainer belongs to one
/// thread.
public final class InkExplainer {
  /// The network that is asked.
  public let model: Model
  private let batch: PictureBatch
  private let framer = Preprocessor()
  private let placer = Preprocessor(steps: InkPlacement.steps)

  /// Points of evenly spaced lines are this many pixels apart.
  private static let spacing = 0.5
  /// Only the strokes drawn first are taken away one by one.
  private static let mostStrokes = 12

  /// An explainer of what `model` reads; throws where it is not for digits or cannot be compiled.
  public init(_ model: Model) throws(RecognizerError) {
    self.model = model
    batch = try PictureBatch(model)
  }

  /// Explains `strokes`, drawn with a pen `penWidth` wide; nil where there is no ink or `isCancelled` says so.
  public func explain(
    _ strokes: [Stroke], penWidth: Double? = nil, isCancelled: () -> Bool = { false }
  ) -> InkExplanation? {
    guard let framing = framer.framing(of: strokes, penWidth: penWidth), framing.scale.isFinite else { return nil }
    let seen = batch.look(at: framing.image)
    guard let shares = seen.score?.probabilities else { return nil }
    let (digit, second) = (shares.top, shares.second(after: shares.top))
    let subject = Subject(
      ink: EvenInk(strokes, spacing: InkExplainer.spacing / framing.scale), placement: InkPlacement(framing),
      digit: digit, second: second, penWidth: penWidth)
    guard !isCancelled() else { return nil }
    let lines = lines(of: subject)
    guard !isCancelled() else { return nil }
    let parts = parts(of: subject)
    guard !isCancelled() else { return nil }
    let gaps = gaps(of: subject)
    return InkExplanation(
      digit: digit, second: second, probability: shares[digit], secondProbability: shares[second], lines: lines,
      parts: parts, gaps: gaps, pixels: pixels(of: framing.image, digit),
      image: framing.image, embedding: seen.embedding)
  }

  /// How many numbers describe a picture; 0 where the network's last layer is not dense.
  public var embeddingWidth: Int { batch.embeddingWidth }

  /// What describes a picture of 28×28 that is framed already.
  public func embedding(of image: GrayImage) -> [Float] { batch.look(at: image).embedding }

  /// Gives `body` what describes `count` framed pictures of 784 bytes, a few rows at a time.
  public func embeddings(
    of pixels: UnsafePointer<UInt8>, count: Int, _ body: (UnsafeBufferPointer<Float>) -> Void
  ) {
    batch.embeddings(of: pixels, count: count, body)
  }

  /// What is explained.
  private struct Subject {
    var ink: EvenInk
    var placement: InkPlacement
    var digit: Int
    var second: Int
    var penWidth: Double?
  }

  // MARK: Pieces

  private func add(_ strokes: [Stroke], _ subject: Subject) {
    batch.add { placer.frame(strokes, canvas: subject.placement.canvas, into: $0) }
  }

  private func lines(of subject: Subject) -> [InkExplanation.Line] {
    let windows = PieceWindows(subject.ink)
    add(subject.ink.all, subject)
    for window in windows.all { add(subject.ink.without(window.range, of: window.line), subject) }
    let margins = batch.finish().map { $0.margin(of: subject.digit, over: subject.second) }
    guard let whole = margins.first else { return [] }
    let evidence = windows.spread(margins.dropFirst().map { whole - $0 }, over: subject.ink)
    return subject.ink.lines.indices.map { line in
      let places = zip(subject.ink.lines[line], evidence[line]).map {
        InkExplanation.Place(x: $0.x, y: $0.y, evidence: $1)
      }
      return InkExplanation.Line(stroke: subject.ink.strokes[line], places: places)
    }
  }

  // MARK: Pixels

  /// How much the answer rests on each pixel.
  private func pixels(of image: GrayImage, _ digit: Int) -> [Float] {
    let masks = PixelMasks(image)
    masks.forEachPicture { pixels in
      batch.add { target in
        pixels.withUnsafeBufferPointer { source in
          if let start = source.baseAddress { target.update(from: start, count: Framing.pixelCount) }
        }
        return true
      }
    }
    return masks.effects(of: batch.finish().map { $0.logarithm(of: digit) })
  }

  // MARK: Strokes

  private func parts(of subject: Subject) -> [InkExplanation.Part] {
    let lines = subject.ink.lines.indices.prefix(InkExplainer.mostStrokes)
    // A drawing of one or two strokes says little stroke by stroke.
    let thirds = lines.count < 3 ? lines.flatMap { line in (0..<3).map { (line, $0) } } : []
    let wanted = lines.map { ($0, nil as Int?) } + thirds.map { ($0, $1 as Int?) }
    let kept = wanted.filter { $1 == nil || subject.ink.lines[$0].count >= 9 }
    var isBlank: [Bool] = []
    for (line, third) in kept {
      let rest = third.map { self.rest($0, line, subject) } ?? subject.ink.without(line: line)
      isBlank.append(rest.isEmpty)
      batch.add { framer.frame(rest, penWidth: subject.penWidth, into: $0) }
    }
    return zip(zip(kept, isBlank), batch.finish()).map { (item, score) in
      let ((line, third), isBlank) = item
      return InkExplanation.Part(
        stroke: subject.ink.strokes[line], third: third, digit: isBlank ? nil : score.probabilities.top,
        probability: isBlank ? 0 : score.probabilities[subject.digit])
    }
  }

  private func rest(_ third: Int, _ line: Int, _ subject: Subject) -> [Stroke] {
    let count = subject.ink.lines[line].count
    return subject.ink.without(count * third / 3..<count * (third + 1) / 3, of: line)
  }

  // MARK: Gaps

  private func gaps(of subject: Subject) -> [InkExplanation.Gap] {
    let candidates = AbsentInk.candidates(for: subject.ink, subject.placement)
    let all = subject.ink.all
    add(all, subject)
    for candidate in candidates { add(all + [candidate.stroke], subject) }
    let scores = batch.finish()
    guard let now = scores.first else { return [] }
    let whole = now.margin(of: subject.digit, over: subject.second)
    let gaps = zip(candidates, scores.dropFirst()).compactMap { candidate, score -> InkExplanation.Gap? in
      let change = score.probabilities[subject.digit] - now.probabilities[subject.digit]
      guard abs(change) >= AbsentInk.leastChange else { return nil }
      return InkExplanation.Gap(
        start: candidate.start, end: candidate.end,
        evidence: whole - score.margin(of: subject.digit, over: subject.second), digit: score.probabilities.top,
        probability: score.probabilities[score.probabilities.top])
    }
    return AbsentInk.mostTelling(gaps, for: subject.digit, subject.placement)
  }
}
