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

  /// What is done.
  public let steps: Steps
  /// The centre lines, in pixels of the picture once they are fitted into it.
  package var path = InkPath()
  private var field = InkField()
  private var coverage = InkCoverage()

  /// A preprocessor that does `steps`.
  public init(steps: Steps = .all) { self.steps = steps }

  /// Writes the 784 bytes of the picture of `strokes` (255 is ink), or returns false where there is no ink.
  ///
  /// `penWidth` is the pen's width on screen and `canvas` the whole paper, both in the unit of the strokes.
  public func frame(
    _ strokes: [Stroke], penWidth: Double? = nil, canvas: InkBounds? = nil, into pixels: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    let bounds = InkBounds(of: strokes)
    guard let view = InkView(of: bounds, steps: steps, penWidth: penWidth, canvas: canvas) else { return false }
    draw(strokes, view)
    write(shift: shift(), into: pixels)
    return true
  }

  /// The same with everything on the way to the picture, or nil where there is no ink.
  public func framing(of strokes: [Stroke], penWidth: Double? = nil, canvas: InkBounds? = nil) -> Framing? {
    let bounds = InkBounds(of: strokes)
    guard let view = InkView(of: bounds, steps: steps, penWidth: penWidth, canvas: canvas) else { return nil }
    draw(strokes, view)
    return coverage.framing(view, steps)
  }

  private func draw(_ strokes: [Stroke], _ view: InkView) {
    path.clear()
    path.follow(strokes, from: view.box.center, scale: view.scale)
    let fit = view.fit(path.box)
    path.map(fit.place)
    render(pen: view.pen, softness: 1)
  }

  /// Gives the longer side of the path `longest` pixels and puts its box into the middle of the picture.
  package func fit(longest: Float) {
    let fit = InkFit(path.box, longest: longest)
    path.map(fit.place)
  }

  /// Draws the path with a pen `pen` pixels wide, whose edge is `softness` pixels wide.
  package func render(pen: Float, softness: Float) {
    field.clear()
    field.add(path, reach: (pen + softness) / 2)
    coverage.draw(field, pen: pen, softness: softness)
  }

  /// Whole pixels that bring the centre of mass to the middle; never so many that ink would leave the picture.
  package func shift() -> SIMD2<Int> { coverage.shift(steps) }

  /// Writes the picture as bytes, moved by `shift`.
  package func write(shift: SIMD2<Int>, into pixels: UnsafeMutablePointer<UInt8>) {
    coverage.write(shift: shift, into: pixels)
  }

  /// Writes the picture as numbers ink × `scale` + `offset`, moved by `shift`.
  package func write(shift: SIMD2<Int>, into values: UnsafeMutablePointer<Float>, scale: Float, offset: Float) {
    coverage.write(shift: shift, into: values, scale: scale, offset: offset)
  }
}
