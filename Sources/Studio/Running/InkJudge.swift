import Graphics
import Ink
import NeuralNet
import Recognition

/// Asks a network about drawings: ink by its strokes, a picture with ink on it by its pixels.
final class InkJudge {
  private let recognizer: Recognizer
  private var preprocessor = Preprocessor()
  /// What lay between the newest ink and its picture; nil where there was none, or a picture beneath it.
  private(set) var framing: Framing?
  private let clock = ContinuousClock()
  /// Side of the picture that is made of a placed picture and the ink on it.
  private static let pictureSide = 560

  /// What is done to ink before the network sees it.
  var steps: Preprocessor.Steps {
    get { preprocessor.steps }
    set { if newValue != preprocessor.steps { preprocessor = Preprocessor(steps: newValue) } }
  }

  /// All of the canvas: the box of ink whose own is not cut out.
  private static let canvas = InkBounds(low: .zero, high: SIMD2(repeating: CanvasSpace.side))

  /// The network that is asked.
  var model: Model { recognizer.models[0] }

  /// Asks `model`.
  init(_ model: Model) throws { recognizer = try Recognizer([model]) }

  /// Reads `drawing` with its pen of `penWidth`, both in canvas units.
  func read(_ drawing: Drawing, penWidth: Double, revision: Int) -> Reading {
    let start = clock.now
    framing = nil
    if drawing.image != nil { return readPicture(drawing, penWidth: penWidth, revision: revision, since: start) }
    framing = preprocessor.framing(of: drawing.strokes, penWidth: penWidth, canvas: InkJudge.canvas)
    guard let framing else { return .blank(revision: revision) }
    var reading = read(framing.image, revision: revision, since: start)
    if max(framing.box.size.x, framing.box.size.y) < penWidth { reading.verdict = .speck }
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

  private func readPicture(
    _ drawing: Drawing, penWidth: Double, revision: Int, since start: ContinuousClock.Instant
  ) -> Reading {
    guard let pixels = try? InkJudge.pixels(of: drawing, penWidth: penWidth),
      let image = PictureFramer.frame(Picture(width: pixels.width, height: pixels.height, pixels: pixels.pixels))
    else { return .blank(revision: revision) }
    return read(image, revision: revision, since: start)
  }

  /// Picture and ink as one picture, dark on light.
  private static func pixels(of drawing: Drawing, penWidth: Double) throws -> PixelImage {
    let picture = DrawingPicture(
      drawing, pen: InkPen(width: penWidth, pressure: .off), ink: Theme.light.ink, paper: Theme.light.canvas)
    let surface = try ImageSurface(width: pictureSide, height: pictureSide, isOpaque: true)
    let side = Double(pictureSide)
    try surface.draw { picture.draw(on: $0, in: Rect(x: 0, y: 0, width: side, height: side)) }
    return try surface.pixels()
  }

  private func read(_ image: GrayImage, revision: Int, since start: ContinuousClock.Instant) -> Reading {
    let answer = recognizer.recognize(frame: image)
    let verdict: Reading.Verdict =
      switch answer.status {
      case .ok: .sure
      case .unsure: answer.notDigit > 0.5 ? .notDigit : .unsure
      case .blank: .blank
      }
    return Reading(
      revision: revision, verdict: verdict, answer: answer, image: image, inkBox: image.inkBox,
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
