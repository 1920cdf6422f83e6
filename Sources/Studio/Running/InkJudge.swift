import Graphics
import Ink
import NeuralNet
import Recognition

/// Asks a network about drawings: ink by its strokes, anything else by a picture that is framed already.
final class InkJudge {
  private let recognizer: Recognizer
  private var preprocessor = LivePreprocessor()
  /// What lay between the newest ink and its picture; nil where there was none, or a picture beneath it.
  private(set) var framing: Framing?
  private let clock = ContinuousClock()

  /// What is done to ink before the network sees it.
  var steps: Preprocessor.Steps {
    get { preprocessor.steps }
    set { if newValue != preprocessor.steps { preprocessor = LivePreprocessor(steps: newValue) } }
  }

  /// All of the canvas: the box of ink whose own is not cut out.
  private static let canvas = InkBounds(low: .zero, high: SIMD2(repeating: CanvasSpace.side))

  /// The network that is asked.
  var model: Model { recognizer.models[0] }

  /// Asks `model`.
  init(_ model: Model) throws { recognizer = try Recognizer([model]) }

  /// Reads `strokes` with their pen of `penWidth`, both in canvas units.
  func read(_ strokes: [Ink.Stroke], penWidth: Double, revision: Int) -> Reading {
    let start = clock.now
    framing = preprocessor.framing(of: strokes, penWidth: penWidth, canvas: InkJudge.canvas)
    guard let framing else { return .blank(revision: revision) }
    var reading = read(framing.image, revision: revision, since: start)
    if max(framing.box.size.x, framing.box.size.y) < penWidth { reading.verdict = .speck }
    return reading
  }

  /// Reads `drawing`, at once even where a picture lies beneath the ink.
  func read(_ drawing: Drawing, penWidth: Double, revision: Int, eye: PictureEye) -> Reading {
    drawing.image == nil
      ? read(drawing.strokes, penWidth: penWidth, revision: revision)
      : read(eye.look(at: drawing, penWidth: penWidth, revision: revision))
  }

  /// Reads a picture that took some time to frame.
  func read(_ picture: FramedPicture) -> Reading {
    framing = nil
    guard let image = picture.image else { return .blank(revision: picture.revision) }
    var reading = read(image, revision: picture.revision, since: clock.now)
    reading.time += picture.time
    return reading
  }

  /// How long an answer takes: the median of a few about one picture.
  func timeOfAnswer() -> Duration {
    var image = GrayImage(width: Framing.side, height: Framing.side, pixels: [UInt8](repeating: 0, count: 784))
    for y in 4..<24 { for x in 13..<16 { image[x, y] = 255 } }
    let times = (0..<9).map { _ in
      let start = clock.now
      _ = recognizer.recognize(frame: image)
      return start.duration(to: clock.now)
    }
    return times.sorted()[times.count / 2]
  }

  /// Reads a picture that is framed already.
  func read(frame: GrayImage, revision: Int) -> Reading { read(frame, revision: revision, since: clock.now) }

  private func read(_ image: GrayImage, revision: Int, since start: ContinuousClock.Instant) -> Reading {
    let answer = recognizer.recognize(frame: image)
    return Reading(
      revision: revision, verdict: Reading.Verdict(answer), answer: answer, image: image, inkBox: image.inkBox,
      centerOfMass: image.centerOfMass,
      time: start.duration(to: clock.now))
  }
}

extension GrayImage {
  /// Columns and rows that hold ink.
  var inkBox: SIMD2<Int> {
    var (low, high) = (SIMD2(width, height), SIMD2(-1, -1))
    for y in 0..<height {
      for x in 0..<width where pixels[y * width + x] > 0 {
        low = pointwiseMin(low, SIMD2(x, y))
        high = pointwiseMax(high, SIMD2(x, y))
      }
    }
    return high.x < 0 ? .zero : high &- low &+ SIMD2(1, 1)
  }

  /// Column and row around which the ink is in balance.
  var centerOfMass: SIMD2<Float> {
    var (sum, total) = (SIMD2<Float>.zero, Float(0))
    for y in 0..<height {
      for x in 0..<width {
        let ink = Float(pixels[y * width + x])
        sum += SIMD2(Float(x), Float(y)) * ink
        total += ink
      }
    }
    return total > 0 ? sum / total : .zero
  }
}
