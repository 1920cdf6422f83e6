/// How a drawing is seen: which part of it, how large, with what pen in pixels.
struct InkView: Equatable {
  /// A mark smaller than this many widths of the pen on screen is not enlarged to fill the box: a tap stays a dot.
  private static let smallestMark = 2.5

  let box: InkBounds
  /// Pixels for each of the drawing's units.
  let scale: Double
  let pen: Float
  /// Whether the ink is fitted into the picture by its own box.
  private let isBoxed: Bool

  /// The view of ink with the box `ink`; nil where there is none. Lengths are in the unit of the strokes.
  init?(of ink: InkBounds, steps: Preprocessor.Steps, penWidth: Double?, canvas: InkBounds?) {
    guard !ink.isEmpty else { return nil }
    isBoxed = steps.contains(.box)
    box = isBoxed ? ink : canvas ?? ink
    let side = Double(steps.contains(.margin) && isBoxed ? Framing.digitSide : Framing.side)
    let screenPen = penWidth.flatMap { $0 > 0 && $0 < 1e150 ? $0 : nil }
    let longest = max(box.size.x, box.size.y, (screenPen ?? 0) * InkView.smallestMark, 1e-150)
    if let screenPen, !steps.contains(.pen) {
      scale = side / (longest + screenPen)
      pen = Float(screenPen * scale)
    } else {
      scale = (side - Double(Preprocessor.penWidth)) / longest
      pen = Preprocessor.penWidth
    }
  }

  /// Where a path that was followed in this view is put, from the box of its points.
  func fit(_ path: @autoclosure () -> InkBounds) -> InkFit {
    isBoxed ? InkFit(path(), longest: Float(max(box.size.x, box.size.y) * scale)) : .origin
  }
}
