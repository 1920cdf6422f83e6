import Charts
import Testing

@Suite struct TicksTests {
  @Test(arguments: [
    (0.0...10.0, 6, ["0", "2", "4", "6", "8", "10"]), (98.0...100.0, 5, ["98.0", "98.5", "99.0", "99.5", "100.0"]),
    (0...0.0032, 4, ["0", "0.001", "0.002", "0.003"]), (-1...1, 5, ["−1.0", "−0.5", "0", "0.5", "1.0"]),
    (0...1e6, 3, ["0", "500000", "1000000"]), (0.1...0.3, 3, ["0.1", "0.2", "0.3"]), (5...5, 4, ["5"]),
  ])
  func linear(range: ClosedRange<Double>, limit: Int, texts: [String]) {
    #expect(Ticks.linear(range, limit: limit).texts == texts)
  }

  @Test(arguments: [
    (0.008...0.26, 5, ["0.01", "0.02", "0.05", "0.10", "0.20"]), (0.008...0.31, 4, ["0.01", "0.03", "0.10", "0.30"]),
    (0.0005...2, 4, ["0.001", "0.010", "0.100", "1.000"]), (0.21...0.29, 8, ["0.22", "0.24", "0.26", "0.28"]),
  ])
  func logarithmic(range: ClosedRange<Double>, limit: Int, texts: [String]) {
    #expect(Ticks.logarithmic(range, limit: limit).texts == texts)
  }

  @Test(arguments: [
    (0, 10, []), (1, 10, ["1"]), (2, 10, ["1", "2"]), (12, 20, (1...12).map(String.init)),
    (45, 12, ["1", "5", "10", "15", "20", "25", "30", "35", "40", "45"]),
    (43, 12, ["1", "5", "10", "15", "20", "25", "30", "35", "40", "43"]),
    (100, 12, ["1", "10", "20", "30", "40", "50", "60", "70", "80", "90", "100"]),
    (1000, 4, ["1", "500", "1000"]),
  ])
  func epochs(count: Int, limit: Int, texts: [String]) {
    #expect(Ticks.epochs(count, limit: limit).texts == texts)
  }

  @Test func neverMoreThanTheLimit() {
    for exponent in -12...12 {
      for limit in 2...12 {
        for span in [1.0, 1.3, 2.7, 7.9, 9.99] {
          var scale = span
          for _ in 0..<abs(exponent) { scale *= exponent < 0 ? 0.1 : 10 }
          #expect(Ticks.linear(0...scale, limit: limit).values.count <= limit)
          #expect(Ticks.logarithmic(scale / 900...scale, limit: limit).values.count <= limit)
        }
      }
    }
  }

  @Test func axesPlaceValues() {
    #expect(Axis(.linear, 0...10).fraction(of: 2.5) == 0.25)
    #expect(abs(Axis(.logarithmic, 0.01...100).fraction(of: 1) - 0.5) < 1e-12)
    #expect(Axis(.logarithmic, 0...10).scale == .linear)
    #expect(Axis(.logarithmic, fitting: [0, .nan, -.infinity]).range == 0...1)
    #expect(Axis(.logarithmic, fitting: [0.1, 0.001, 0]).range.contains(0.001))
    #expect(Axis(.linear, 3...3).fraction(of: 3) == 0.5)
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1,000"), (60000, "60,000"), (1_234_567, "1,234,567"), (-4321, "−4,321"),
  ])
  func groups(count: Int, text: String) { #expect(NumberText.grouped(count) == text) }

  @Test func numbersAreWrittenAsTheDesignSays() {
    #expect(NumberText.percent(0.997) == "99.7")
    #expect(NumberText.percent(0.0004) == "0.0")
    #expect(NumberText.fixed(-0.04, 1) == "0.0")
    #expect(NumberText.fixed(-1.25, 2) == "−1.25")
    #expect(NumberText.fixed(.nan, 2) == "–")
    #expect(NumberText.probability(0.99949) == "99.9 %")
    #expect(NumberText.probability(0.9996) == "> 99.9 %")
    #expect(NumberText.answered(1, 2) == "> 99.99")
    #expect(NumberText.counted(1, "digit", "digits") == "1 digit")
  }
}
