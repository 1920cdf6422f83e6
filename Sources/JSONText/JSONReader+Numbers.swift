extension JSONReader {
  /// Reads a whole number that is not negative.
  package mutating func count() throws(JSONError) -> Int {
    let start = position
    guard let parts = number(), parts.isWhole, let value = Int(text(parts)) else {
      position = start
      throw failure("a whole number")
    }
    return value
  }

  /// Reads a finite number.
  package mutating func float() throws(JSONError) -> Float {
    let start = position
    guard let parts = number(), let value = Float(text(parts)), value.isFinite else {
      position = start
      throw failure("a number")
    }
    return value
  }

  /// Reads a finite number, exactly as `Double(String)` would.
  package mutating func double() throws(JSONError) -> Double {
    let start = position
    guard let parts = number(), let value = parts.value ?? Double(text(parts)), value.isFinite else {
      position = start
      skipSpace()
      throw failure("a finite number")
    }
    return value
  }

  /// Goes past a number and says whether there was one.
  mutating func skipNumber() -> Bool { number() != nil }

  private func text(_ parts: Parts) -> String { String(decoding: bytes[parts.start..<position], as: UTF8.self) }

  /// What the digits of a number say.
  private struct Parts {
    let start: Int
    var isNegative = false
    /// The digits without their point, as long as they fit.
    var digits: UInt64 = 0
    var digitCount = 0
    /// Digits behind the point.
    var decimals = 0
    /// What follows `e`; nothing when it is too large to matter here.
    var exponent: Int? = 0
    var isWhole = true

    /// The value, where one rounding gives it: the digits and the power of ten are both exact, and one operation joins
    /// them. Whatever is longer needs the system's careful reading.
    var value: Double? {
      guard digitCount <= 18, digits <= 1 << 53, let exponent, -22...22 ~= exponent - decimals else { return nil }
      let power = JSONReader.powersOfTen[abs(exponent - decimals)]
      let size = exponent < decimals ? Double(digits) / power : Double(digits) * power
      return isNegative ? -size : size
    }
  }

  /// Takes a number of JSON's form; nothing where there is none.
  private mutating func number() -> Parts? {
    skipSpace()
    var parts = Parts(start: position)
    if take(byte: "-") { parts.isNegative = true }
    let first = position
    takeDigits(&parts)
    guard position > first, position == first + 1 || bytes[first] != UInt8(ascii: "0") else { return nil }
    if take(byte: ".") {
      let point = position
      takeDigits(&parts)
      guard position > point else { return nil }
      parts.decimals = position - point
      parts.isWhole = false
    }
    if take(byte: "e") || take(byte: "E") {
      guard takeExponent(&parts) else { return nil }
      parts.isWhole = false
    }
    if parts.isNegative { parts.isWhole = false }
    return parts
  }

  private mutating func takeDigits(_ parts: inout Parts) {
    while position < bytes.count, 0x30...0x39 ~= bytes[position] {
      parts.digits = parts.digits &* 10 &+ UInt64(bytes[position] &- 0x30)
      parts.digitCount += 1
      position += 1
    }
  }

  private mutating func takeExponent(_ parts: inout Parts) -> Bool {
    let isNegative = take(byte: "-")
    if !isNegative { _ = take(byte: "+") }
    var exponent = Parts(start: position)
    takeDigits(&exponent)
    guard exponent.digitCount > 0 else { return false }
    parts.exponent = exponent.digitCount > 9 ? nil : isNegative ? -Int(exponent.digits) : Int(exponent.digits)
    return true
  }

  private mutating func take(byte: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: byte) else { return false }
    position += 1
    return true
  }

  /// The powers of ten that a `Double` holds exactly.
  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]
}
