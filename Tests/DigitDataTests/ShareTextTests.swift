import DigitData
import Testing

@Suite struct ShareTextTests {
  @Test(
    arguments: [
      (0, "0"), (1, "1"), (0.5, "0.5"), (0.998, "0.998"), (0.000001, "0.000001"), (0.0000004, "0"),
      (0.0000006, "0.000001"), (0.9999996, "1"), (0.9999994, "0.999999"), (0.100001, "0.100001"), (-0.25, "0"),
      (1.5, "1"), (Float.nan, "0"), (Float.infinity, "1"), (-Float.infinity, "0"),
    ] as [(Float, String)])
  func sharesAreShortDecimals(share: Float, text: String) {
    var bytes: [UInt8] = []
    ShareText.append(share, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  @Test(arguments: [0, 7, 10, 109, 1_000_000, Int.max])
  func wholeNumbersAreThemselves(number: Int) {
    var bytes: [UInt8] = [0x2C]
    ShareText.append(number, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == ",\(number)")
  }
}
