/// How a drawing lies in the picture that the network sees, kept while ink is taken away or added: what is left neither
/// grows nor moves.
struct InkPlacement {
  /// The paper whose picture is the whole 28×28.
  let canvas: InkBounds
  /// Pixels for each of the drawing's units.
  let scale: Double

  /// Only the pen's width is done anew.
  static let steps: Preprocessor.Steps = [.pen]

  init(_ framing: Framing) {
    scale = framing.scale
    let shift = SIMD2(Double(framing.shift.x), Double(framing.shift.y))
    let center = framing.box.center - shift / scale
    let half = SIMD2(repeating: (Double(Framing.side) - Double(Preprocessor.penWidth)) / scale / 2)
    canvas = InkBounds(low: center - half, high: center + half)
  }

  /// Where a place of the drawing is in the picture, in pixels.
  func pixel(_ place: SIMD2<Double>) -> SIMD2<Double> {
    (place - canvas.center) * scale + Double(Framing.side) / 2
  }
}
