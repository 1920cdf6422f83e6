import NeuralNet

/// Where in the old picture each pixel of the new one lies, before bending.
///
/// Coordinates are 1/512 pixel from the middle of the picture: ±64 pixels in 16 bits, which no map within the limits of
/// `Augmentation.limited` leaves.
struct InverseMap {
  /// Steps of a pixel.
  static let unit: Float = 512

  /// The places of the first new row, across and down.
  private var columnsAcross = InlineArray<28, Int16>(repeating: 0)
  private var columnsDown = InlineArray<28, Int16>(repeating: 0)
  /// What each further row adds, for each of eight columns.
  let stepAcross: SIMD8<Int16>
  let stepDown: SIMD8<Int16>

  /// Draws a map that keeps the ink of `box` in the picture where it can.
  init(_ augmentation: Augmentation, box: InkBox, generator: inout SeededGenerator) {
    let angle = generator.nextUniform(in: -augmentation.rotation...augmentation.rotation) * (.pi / 180)
    let shear = generator.nextUniform(in: -augmentation.shear...augmentation.shear)
    let width = generator.nextUniform(in: augmentation.scale)
    let height = generator.nextUniform(in: augmentation.scale)
    let (sine, cosine) = InverseMap.sineAndCosine(angle)
    // New = rotation · shear · scale of old + shift, all from the middle of the picture.
    let right = InverseMap.shift(
      (width * cosine, height * (sine - shear * cosine)), box, by: augmentation.shift, generator: &generator)
    let below = InverseMap.shift(
      (-width * sine, height * (cosine + shear * sine)), box, by: augmentation.shift, generator: &generator)
    // Old = scale⁻¹ · shear⁻¹ · rotation⁻¹ of (new − shift).
    let across = (column: (cosine + shear * sine) / width, row: (shear * cosine - sine) / width)
    let down = (column: sine / height, row: cosine / height)
    stepAcross = SIMD8(repeating: InverseMap.rounded(across.row))
    stepDown = SIMD8(repeating: InverseMap.rounded(down.row))
    for index in 0..<28 {
      let (x, y) = (Float(index) - 13.5 - right, -13.5 - below)
      columnsAcross[index] = InverseMap.rounded(x * across.column + y * across.row)
      columnsDown[index] = InverseMap.rounded(x * down.column + y * down.row)
    }
  }

  /// Draws the shift along one axis of the new picture, onto which `axis` maps the old ones.
  private static func shift(
    _ axis: (across: Float, down: Float), _ box: InkBox, by limit: Float, generator: inout SeededGenerator
  ) -> Float {
    let middle =
      axis.across * (Float(box.left + box.right) / 2 - 13.5) + axis.down * (Float(box.top + box.bottom) / 2 - 13.5)
    // The ink reaches farther than an ellipse in the box and less far than its corners: the mean tells how far.
    let (width, height) = (
      abs(axis.across) * Float(box.right - box.left) / 2, abs(axis.down) * Float(box.bottom - box.top) / 2
    )
    let reach = ((width * width + height * height).squareRoot() + width + height) / 2
    let room = max(12.5 - reach, 0)
    let shift = generator.nextUniform(in: -limit...limit)
    let kept = min(max(shift, -room - middle), room - middle)
    return min(max(kept, -limit), limit)
  }

  private static func rounded(_ pixels: Float) -> Int16 {
    Int16(pixels * unit + (pixels < 0 ? -0.5 : 0.5))
  }

  /// The places of eight columns of the first row.
  @inline(__always)
  func columns(from column: Int) -> (across: SIMD8<Int16>, down: SIMD8<Int16>) {
    (InverseMap.vector(columnsAcross, column), InverseMap.vector(columnsDown, column))
  }

  @inline(__always)
  private static func vector(_ parts: InlineArray<28, Int16>, _ first: Int) -> SIMD8<Int16> {
    withUnsafeBytes(of: parts) { $0.loadUnaligned(fromByteOffset: 2 * first, as: SIMD8<Int16>.self) }
  }

  /// Taylor series, exact to 1e-6 up to 45°: no library of functions is needed for them.
  private static func sineAndCosine(_ angle: Float) -> (sine: Float, cosine: Float) {
    let square = angle * angle
    let sine = angle * (1 - square / 6 * (1 - square / 20 * (1 - square / 42)))
    let cosine = 1 - square / 2 * (1 - square / 12 * (1 - square / 30 * (1 - square / 56)))
    return (sine, cosine)
  }
}
