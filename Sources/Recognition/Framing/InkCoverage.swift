/// How much ink is on each pixel of the 28×28 picture, 0 (none) to 1, before it is moved to the middle.
struct InkCoverage {
  private var ink = [Float](repeating: 0, count: Framing.pixelCount)

  /// Draws what `field` holds with a pen `pen` pixels wide, whose edge is `softness` pixels wide.
  mutating func draw(_ field: InkField, pen: Float, softness: Float) {
    field.draw(width: pen, softness: softness, into: &ink)
  }

  /// Whole pixels that bring the centre of mass to the middle; never so many that ink would leave the picture.
  func shift(_ steps: Preprocessor.Steps) -> SIMD2<Int> {
    guard steps.contains(.center) else { return .zero }
    let room = (Framing.side - Framing.digitSide) / 2
    let center = centerOfMass().rounded(.toNearestOrAwayFromZero)
    let way = SIMD2(repeating: Framing.side / 2) &- SIMD2(Int(center.x), Int(center.y))
    return way.clamped(lowerBound: SIMD2(repeating: -room), upperBound: SIMD2(repeating: room))
  }

  /// Writes the picture as bytes, moved by `shift`.
  func write(shift: SIMD2<Int>, into pixels: UnsafeMutablePointer<UInt8>) {
    write(shift: shift) { index, ink in pixels[index] = UInt8(ink * 255 + 0.5) }
  }

  /// Writes the picture as numbers ink × `scale` + `offset`, moved by `shift`.
  func write(shift: SIMD2<Int>, into values: UnsafeMutablePointer<Float>, scale: Float, offset: Float) {
    write(shift: shift) { index, ink in values[index] = ink * scale + offset }
  }

  /// Everything on the way to the picture of a drawing that is seen as `view`.
  func framing(_ view: InkView, _ steps: Preprocessor.Steps) -> Framing {
    var image = GrayImage(width: Framing.side, height: Framing.side)
    write(shift: .zero, into: &image.pixels)
    let boxed = steps.contains(.margin) ? image.cropped(x: 4, y: 4, width: 20, height: 20) : image
    let shift = shift(steps)
    write(shift: shift, into: &image.pixels)
    return Framing(
      box: view.box, scale: view.scale, boxed: boxed, centerOfMass: centerOfMass(), shift: shift, image: image)
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
