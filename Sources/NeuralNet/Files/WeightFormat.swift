/// How a model file stores its weights, named as safetensors names it.
public enum WeightFormat: String, CaseIterable, Sendable {
  /// Single precision.
  case f32 = "F32"
  /// Half precision: half the size, three decimal digits.
  case f16 = "F16"
  /// The upper half of single precision: its range, two decimal digits.
  case bf16 = "BF16"

  /// Bytes of one weight.
  var width: Int { self == .f32 ? 4 : 2 }

  /// Whether all `values` are numbers that stay finite in this format.
  func holds(_ values: [Float]) -> Bool {
    switch self {
    case .f32: values.areFinite
    case .f16: values.allSatisfy { abs($0) < 65520 }
    case .bf16: values.allSatisfy { abs($0) < 0x1.FFp127 }
    }
  }

  /// Appends `values` in this format, lowest byte first, rounded to nearest.
  func encode(_ values: [Float], into bytes: inout [UInt8]) {
    switch self {
    case .f32:
      for value in values { withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) } }
    case .f16: append(values, to: &bytes) { Float16($0).bitPattern }
    case .bf16:
      // Adding half of the last place, and the last bit that stays, rounds ties to even.
      append(values, to: &bytes) {
        UInt16(truncatingIfNeeded: ($0.bitPattern &+ 0x7FFF &+ ($0.bitPattern >> 16 & 1)) >> 16)
      }
    }
  }

  private func append(_ values: [Float], to bytes: inout [UInt8], _ convert: (Float) -> UInt16) {
    for value in values { withUnsafeBytes(of: convert(value).littleEndian) { bytes.append(contentsOf: $0) } }
  }

  /// Turns one stored weight of two bytes into single precision; infinities and NaN stay what they are.
  func decode(_ bits: UInt16) -> Float {
    guard self == .f16 else { return Float(bitPattern: UInt32(bits) << 16) }
    // The exponent is off by 112 after the shift; the product also puts subnormal numbers right.
    let magnitude = Float(bitPattern: UInt32(bits & 0x7FFF) << 13) * 0x1p112
    let special: UInt32 = bits & 0x7C00 == 0x7C00 ? 0x7F80_0000 : 0
    return Float(bitPattern: magnitude.bitPattern | special | UInt32(bits & 0x8000) << 16)
  }
}
