/// What batch normalisation does to each channel, in the order of loaded lanes.
struct TileFactors {
  /// y = factor · x + offset on the way forward.
  let factor: UnsafeMutablePointer<Float>
  let offset: UnsafeMutablePointer<Float>
  /// dx = gradientFactor · dy + inputFactor · x + gradientOffset on the way back.
  let gradientFactor: UnsafeMutablePointer<Float>
  let inputFactor: UnsafeMutablePointer<Float>
  let gradientOffset: UnsafeMutablePointer<Float>

  /// Lays the arrays out from `base`, which must have room for `5 · count` numbers, and makes them the identity.
  init(at base: UnsafeMutablePointer<Float>, count: Int) {
    factor = base
    offset = factor + count
    gradientFactor = offset + count
    inputFactor = gradientFactor + count
    gradientOffset = inputFactor + count
    for lane in 0..<count {
      factor[lane] = 1
      gradientFactor[lane] = 1
    }
  }
}
