import JSONText
import Testing

@Suite struct JSONReaderTests {
  @Test(
    arguments: [
      "0", "-0", "7", "-12.5", "0.1", "162.4", "1e3", "1E-3", "1.5e+22", "9007199254740993", "123456789012345678",
      "0.30000000000000004", "5e-324", "2.2250738585072011e-308", "1.7976931348623157e308", "1e-400", "1e23", "8.5e22",
      "0.000000000000000000000000123", "9007199254740992", "9007199254740993e5", "3e-1000000000000",
    ])
  func aNumberIsWhatTheSystemReads(text: String) throws {
    var reader = JSONReader(Array(text.utf8))
    let value = try reader.double()
    #expect(value.bitPattern == Double(text)?.bitPattern)
    try reader.end()
  }

  @Test func everyShortDecimalIsExact() throws {
    for index in 1...20_000 as ClosedRange<UInt64> {
      let digits = index &* 0x9E37_79B9_7F4A_7C15 >> (index % 63)
      let text = "-\(digits)e\(Int(index % 61) - 30)"
      var reader = JSONReader(Array(text.utf8))
      let value = try reader.double()
      #expect(value.bitPattern == Double(text)?.bitPattern, "\(text)")
    }
  }

  @Test(
    arguments: [
      "", "-", "+1", ".5", "1.", "01", "-01", "1e", "1e+", "NaN", "nan", "Infinity", "-inf", "1e400", "-1e400",
      "null", "\"1\"",
    ])
  func whatIsNoFiniteNumberIsRefused(text: String) {
    var reader = JSONReader(Array((" " + text).utf8))
    #expect(throws: JSONError(offset: 1, problem: .expected("a finite number"))) { try reader.double() }
  }

  @Test(
    arguments: [
      ("1", "1"), (" [ ] ", "[]"), ("{ }", "{}"),
      (#"{"a" : [1, {"b":null}, true ], "c":false}"#, #"{"a":[1,{"b":null},true],"c":false}"#),
      (#"" a\n\u00e9 b ""#, #"" a\n\u00e9 b ""#), ("[[],{},[[]]]", "[[],{},[[]]]"), ("-1.50e+3", "-1.50e+3"),
    ])
  func aSkippedValueIsKeptWithoutSpace(text: String, kept: String) throws {
    var reader = JSONReader(Array(text.utf8))
    #expect(try reader.rawValue() == kept)
    try reader.end()
  }

  @Test(
    arguments: [
      "", "[", "{", "[1", "[1,", "[1,]", "[,1]", "{]", "[}", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, "{1:2}", "tru", "nul",
      "[1 2]", #""a"#, "\"\u{1}\"", #""\x""#, #""\u12""#, #""\ud800""#, #""\ud800\u0041""#, #""\u+123""#, "-", "[01]",
    ])
  func aBrokenValueIsNotSkipped(text: String) {
    #expect(throws: JSONError.self) {
      var reader = JSONReader(Array(text.utf8))
      _ = try reader.rawValue()
      try reader.end()
    }
  }

  @Test func depthCostsNoStack() throws {
    let depth = 1_000_000
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    var reader = JSONReader(Array(text.utf8))
    #expect(try reader.rawValue() == text)
    var open = JSONReader(Array(text.utf8.prefix(depth)))
    #expect(throws: JSONError.self) { try open.rawValue() }
  }

  @Test func stringsUnderstandEscapes() throws {
    var reader = JSONReader(Array(#""a\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00é""#.utf8))
    #expect(try reader.string() == "a\"\\/\u{8}\u{c}\n\r\té😀é")
  }

  @Test func aKeyStandsOnlyOnce() {
    var reader = JSONReader(Array(#"{"a":1,"a":2}"#.utf8))
    #expect(throws: JSONError(offset: 10, problem: .duplicate(key: "a"))) {
      try reader.object { (reader, _) throws(JSONError) in _ = try reader.count() }
    }
  }

  @Test(arguments: ["plain", "", "\"\\", "\u{0}\u{1f}\n", "é😀"])
  func whatIsWrittenReadsBack(text: String) throws {
    var reader = JSONReader(Array(JSONWriter.string(text).utf8))
    #expect(try reader.string() == text)
    try reader.end()
  }

  @Test(arguments: [
    (80, "80"), (-0.0, "-0"), (0.1, "0.1"), (1e30, "1e+30"), (Double.leastNonzeroMagnitude, "5e-324"),
    (1 / 3.0, "0.3333333333333333"),
  ])
  func numbersAreWrittenShort(value: Double, text: String) throws {
    #expect(JSONWriter.number(value) == text)
    var reader = JSONReader(Array(text.utf8))
    #expect(try reader.double().bitPattern == value.bitPattern)
  }
}
