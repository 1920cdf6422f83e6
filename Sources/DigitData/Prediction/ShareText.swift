/// Shares from 0 to 1 and whole numbers as decimal text, written into bytes without a detour over strings.
package enum ShareText {
  private static let one = 1_000_000
  private static let zero = UInt8(ascii: "0")

  /// Adds `share` rounded to six decimals, without zeros at its end; what is no share becomes the nearer of 0 and 1.
  package static func append(_ share: Float, to text: inout [UInt8]) {
    let value = millionths(of: share)
    if value == 0 || value == one {
      text.append(zero + UInt8(value / one))
      return
    }
    text.append(zero)
    text.append(UInt8(ascii: "."))
    var (rest, place) = (value, one / 10)
    while rest > 0 {
      text.append(zero + UInt8(rest / place))
      rest %= place
      place /= 10
    }
  }

  /// `share` in whole millionths, as it is written.
  static func millionths(of share: Float) -> Int {
    // Not a number is not above 0 either.
    share > 0 ? Int((Double(min(share, 1)) * Double(one)).rounded()) : 0
  }

  /// Adds a whole number of at least 0.
  package static func append(_ number: Int, to text: inout [UInt8]) {
    if number > 9 { append(number / 10, to: &text) }
    text.append(zero + UInt8(number % 10))
  }
}
