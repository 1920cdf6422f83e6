import NeuralNet

/// Where in the old picture each pixel of the new one lies, before bending.
///
/// Coordinates are 1/512 pixel from the middle of the picture: ±64 pixels in 16 bits, which no map within the limits of
/// `Augmentation.limited` leaves. They are sums of a part for the column and a part for the row.
struct InverseMap {
  /// Steps of a pixel.
  static let unit: Float = 512

  /// The parts of the columns of a new row, for the coordinates across and down.
  private var columnsAcross = InlineArray<28, Int16>(repeating: 0)
  private var columnsDown = InlineArray<28, Int16>(repeating: 0)
  /// The parts of the rows.
  private var rowsAcross = InlineArray<28, Int16>(repeating: 0)
  private var rowsDown = InlineArray<28, Int16>(repeating: 0)

  /// Draws a map.
  init(_ augmentation: Augmentation, generator: inout SeededGenerator) {
    let angle = generator.nextUniform(in: -augmentation.rotation...augmentation.rotation) * (.pi / 180)
    let shear = generator.nextUniform(in: -augmentation.shear...augmentation.shear)
    let width = 1 / generator.nextUniform(in: augmentation.scale)
    let height = 1 / generator.nextUniform(in: augmentation.scale)
    let right = generator.nextUniform(in: -augmentation.shift...augmentation.shift)
    let down = generator.nextUniform(in: -augmentation.shift...augmentation.shift)
    let (sine, cosine) = InverseMap.sineAndCosine(angle)
    // Old = scale · shear · rotation of (new − shift).
    fill(
      across: (width * (cosine + shear * sine), width * (shear * cosine - sine)),
      down: (height * sine, height * cosine), shift: (right, down))
  }

  /// The parts of eight columns.
  @inline(__always)
  func columns(from column: Int) -> (across: SIMD8<Int16>, down: SIMD8<Int16>) {
    (InverseMap.vector(columnsAcross, column), InverseMap.vector(columnsDown, column))
  }

  /// The part of a row, for each of eight columns.
  @inline(__always)
  func row(_ row: Int) -> (across: SIMD8<Int16>, down: SIMD8<Int16>) {
    (SIMD8(repeating: rowsAcross[row]), SIMD8(repeating: rowsDown[row]))
  }

  @inline(__always)
  private static func vector(_ parts: InlineArray<28, Int16>, _ first: Int) -> SIMD8<Int16> {
    withUnsafeBytes(of: parts) { $0.loadUnaligned(fromByteOffset: 2 * first, as: SIMD8<Int16>.self) }
  }

  private mutating func fill(across: (Float, Float), down: (Float, Float), shift: (right: Float, down: Float)) {
    for index in 0..<28 {
      let place = (Float(index) - 13.5) * InverseMap.unit
      let column = place - shift.right * InverseMap.unit
      let row = place - shift.down * InverseMap.unit
      columnsAcross[index] = Int16(column * across.0)
      columnsDown[index] = Int16(column * down.0)
      rowsAcross[index] = Int16(row * across.1)
      rowsDown[index] = Int16(row * down.1)
    }
  }

  /// Taylor series, exact to 1e-6 up to 45°: no library of functions is needed for them.
  private static func sineAndCosine(_ angle: Float) -> (sine: Float, cosine: Float) {
    let square = angle * angle
    let sine = angle * (1 - square / 6 * (1 - square / 20 * (1 - square / 42)))
    let cosine = 1 - square / 2 * (1 - square / 12 * (1 - square / 30 * (1 - square / 56)))
    return (sine, cosine)
  }
}
