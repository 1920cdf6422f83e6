public import Ink

/// Turns ink into the 28×28 picture that the network sees, framed as the pictures that it learned from.
///
/// Ink → box → 20×20 → centre of mass → 28×28. Strokes are drawn anew with a pen of fixed width, whatever the pen on
/// screen. Window, command line and training use the same code. Memory is kept from one drawing to the next: after the
/// first long one nothing is allocated. A preprocessor belongs to one thread.
public final class Preprocessor {
  /// What is done to a drawing. Each step can be left out, to see what it is good for.
  public struct Steps: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// The pen gets the width of the training pictures; without it, the width it has on screen.
    public static let pen = Steps(rawValue: 1)
    /// The box around the ink is cut out; without it, the whole canvas is the box.
    public static let box = Steps(rawValue: 2)
    /// The longer side becomes 20 pixels; without it, all 28.
    public static let margin = Steps(rawValue: 4)
    /// The centre of mass is moved to the middle; without it, the middle of the box.
    public static let center = Steps(rawValue: 8)
    /// Every step.
    public static let all: Steps = [.pen, .box, .margin, .center]
  }

  /// The width of the pen of the training pictures in pixels of the 28×28 picture, measured on MNIST.
  public static let penWidth: Float = 2.8
  /// A mark smaller than this many widths of the pen on screen is not enlarged to fill the box: a tap stays a dot.
  private static let smallestMark = 2.5

  /// What is done.
  public let steps: Steps
  /// The centre lines, in pixels of the picture once they are fitted into it.
  package var path = InkPath()
  private var field = InkField()
  private var ink = [Float](repeating: 0, count: Framing.pixelCount)

  /// A preprocessor that does `steps`.
  public init(steps: Steps = .all) { self.steps = steps }

  /// Writes the 784 bytes of the picture of `strokes` (255 is ink), or returns false where there is no ink.
  ///
  /// `penWidth` is the pen's width on screen and `canvas` the whole paper, both in the unit of the strokes.
  public func frame(
    _ strokes: [Stroke], penWidth: Double? = nil, canvas: InkBounds? = nil, into pixels: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    guard let view = view(of: strokes, penWidth: penWidth, canvas: canvas) else { return false }
    draw(strokes, view)
    write(shift: shift(), into: pixels)
    return true
  }

  /// The same with everything on the way to the picture, or nil where there is no ink.
  public func framing(of strokes: [Stroke], penWidth: Double? = nil, canvas: InkBounds? = nil) -> Framing? {
    guard let view = view(of: strokes, penWidth: penWidth, canvas: canvas) else { return nil }
    draw(strokes, view)
    var image = GrayImage(width: Framing.side, height: Framing.side)
    write(shift: .zero, into: &image.pixels)
    let boxed = steps.contains(.margin) ? image.cropped(x: 4, y: 4, width: 20, height: 20) : image
    write(shift: shift(), into: &image.pixels)
    return Framing(
      box: view.box, scale: view.scale, boxed: boxed, centerOfMass: centerOfMass(), shift: shift(), image: image)
  }

  /// How a drawing is seen: which part of it, how large, with what pen in pixels.
  private struct View {
    var box: InkBounds
    var scale: Double
    var pen: Float
  }

  private func view(of strokes: [Stroke], penWidth: Double?, canvas: InkBounds?) -> View? {
    let ink = InkBounds(of: strokes)
    guard !ink.isEmpty else { return nil }
    let box = steps.contains(.box) ? ink : canvas ?? ink
    let side = Double(steps.contains(.margin) && steps.contains(.box) ? Framing.digitSide : Framing.side)
    let screenPen = penWidth.flatMap { $0 > 0 && $0 < 1e150 ? $0 : nil }
    let longest = max(box.size.x, box.size.y, (screenPen ?? 0) * Preprocessor.smallestMark, 1e-150)
    guard let screenPen, !steps.contains(.pen) else {
      return View(box: box, scale: (side - Double(Preprocessor.penWidth)) / longest, pen: Preprocessor.penWidth)
    }
    let scale = side / (longest + screenPen)
    return View(box: box, scale: scale, pen: Float(screenPen * scale))
  }

  private func draw(_ strokes: [Stroke], _ view: View) {
    path.clear()
    path.follow(strokes, from: view.box.center, scale: view.scale)
    if steps.contains(.box) {
      fit(longest: Float(max(view.box.size.x, view.box.size.y) * view.scale))
    } else {
      path.map { $0 + Float(Framing.side) / 2 }
    }
    render(pen: view.pen, softness: 1)
  }

  /// Gives the longer side of the path `longest` pixels and puts its box into the middle of the picture.
  package func fit(longest: Float) {
    let box = path.box
    let (center, size) = (SIMD2<Float>(box.center), Float(max(box.size.x, box.size.y)))
    // Smoothing takes little away; where nearly nothing is left there was no more than a dot.
    let factor = size > 0 ? min(longest / size, 2) : 1
    path.map { ($0 - center) * factor + Float(Framing.side) / 2 }
  }

  /// Draws the path with a pen `pen` pixels wide, whose edge is `softness` pixels wide.
  package func render(pen: Float, softness: Float) {
    field.clear()
    field.add(path, reach: (pen + softness) / 2)
    field.draw(width: pen, softness: softness, into: &ink)
  }

  /// Whole pixels that bring the centre of mass to the middle; never so many that ink would leave the picture.
  package func shift() -> SIMD2<Int> {
    guard steps.contains(.center) else { return .zero }
    let room = (Framing.side - Framing.digitSide) / 2
    let center = centerOfMass().rounded(.toNearestOrAwayFromZero)
    let way = SIMD2(repeating: Framing.side / 2) &- SIMD2(Int(center.x), Int(center.y))
    return way.clamped(lowerBound: SIMD2(repeating: -room), upperBound: SIMD2(repeating: room))
  }

  /// Writes the picture as bytes, moved by `shift`.
  package func write(shift: SIMD2<Int>, into pixels: UnsafeMutablePointer<UInt8>) {
    write(shift: shift) { index, ink in pixels[index] = UInt8(ink * 255 + 0.5) }
  }

  /// Writes the picture as numbers ink × `scale` + `offset`, moved by `shift`.
  package func write(shift: SIMD2<Int>, into values: UnsafeMutablePointer<Float>, scale: Float, offset: Float) {
    write(shift: shift) { index, ink in values[index] = ink * scale + offset }
  }

  @inline(__always)
  private func write(shift: SIMD2<Int>, _ store: (Int, Float) -> Void) {
    for y in 0..<Framing.side {
      for x in 0..<Framing.side {
        let (column, row) = (x - shift.x, y - shift.y)
        let isInside = 0..<Framing.side ~= column && 0..<Framing.side ~= row
        store(y * Framing.side + x, isInside ? ink[row * Framing.side + column] : 0)
      }
    }
  }

  private func centerOfMass() -> SIMD2<Float> {
    var (mass, sum) = (Float(0), SIMD2<Float>.zero)
    for y in 0..<Framing.side {
      for x in 0..<Framing.side {
        let value = ink[y * Framing.side + x]
        mass += value
        sum += SIMD2(Float(x), Float(y)) * value
      }
    }
    return mass > 0 ? sum / mass : SIMD2(repeating: Float(Framing.side / 2))
  }
}
