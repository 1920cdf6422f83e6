import Charts
import Graphics
import Testing

/// Numbers for other programs, and running text.
@Suite struct NumberTableTests {
  @Test func numbersHaveAPointAndNoGroups() {
    let table = NumberTable(
      columns: ["name", "count", "share"],
      rows: [
        [.text("a"), .count(12_345), .value(0.1 + 0.2)], [.text("b, \"c\"\n"), .count(-1), .value(.nan)],
        [.text(""), .count(0), .value(1e-7)],
      ])
    #expect(
      table.csv == "name,count,share\na,12345,0.30000000000000004\n\"b, \"\"c\"\"\n\",-1,\n,0,1e-07\n")
  }

  @Test func aParagraphKeepsEveryWordInItsWidth() {
    let text = "Three words here and averyveryverylongwordthatfitsnowhereatallinsuchaline at   the\nend"
    let paragraph = Paragraph(text)
    let lines = paragraph.lines(width: 120)
    #expect(lines.allSatisfy { Font.secondary.width(of: $0) <= 120 })
    #expect(lines.joined().filter { !$0.isWhitespace } == text.filter { !$0.isWhitespace })
    #expect(paragraph.height(width: 120) == Double(lines.count) * paragraph.lineHeight)
    #expect(Paragraph(" \n ").lines(width: 100).isEmpty)
    #expect(Paragraph("MM").lines(width: 1) == ["M", "M"])
  }

  @Test(arguments: [1.0, 12, 40, 77, 120, 1000])
  func longNamesKeepBothEnds(_ width: Double) {
    let names = ["cnn-deep-20260401-1530", "cnn-deep-20260401-1545", "é", "👨‍👩‍👧‍👦-family", ""]
    let shown = names.map { Font.body.fitted($0, width: width, keepsEnd: true) }
    #expect(shown.allSatisfy { Font.body.width(of: $0) <= width })
    if width >= 77 { #expect(shown[0] != shown[1] && shown[0].hasPrefix("cnn") && shown[0].hasSuffix("30")) }
    if width == 1000 { #expect(shown == names) }
  }

  @Test func textIsBrokenIntoAFewLines() {
    let text = String(repeating: "seven words of a text ", count: 10)
    let lines = Font.body.lines(of: text, width: 200, most: 3)
    #expect(lines.count == 3 && lines[2].hasSuffix("…") && lines.allSatisfy { Font.body.width(of: $0) <= 200 })
    #expect(Font.body.lines(of: "short", width: 200, most: 3) == ["short"])
    #expect(Font.body.lines(of: "", width: 200, most: 3).isEmpty)
  }

  @Test func curvesOfLongNamesKeepTheirLegend() {
    let names = ["a", "a very long name of a model, number one", "a very long name of a model, number two"]
    let series = names.enumerated().map {
      LineSeries(name: $1, style: Theme.light.series[$0], values: [3, 2, Double($0 + 1)])
    }
    let chart = LineChart(title: "Validation loss", series: series, axis: Axis(.linear, fitting: [1, 3]))
    let labels = chart.drawing(in: Rect(x: 0, y: 0, width: 620, height: 200), theme: .light).labels
    #expect(labels.contains { $0.text == "a" })
    for end in ["one", "two"] { #expect(labels.contains { $0.text.hasSuffix(end) && $0.text.contains("…") }) }
    #expect(labels.allSatisfy { $0.frame.maxX <= 620.5 })
  }

  @Test func theThresholdsOfAModelStayInTheirPlot() {
    let points = (0...100).map {
      RejectionChart.Threshold(threshold: Double($0) / 100, accepted: 1 - Double($0) / 300, accuracy: 0.97)
    }
    let chart = RejectionChart(points: points)
    let rect = Rect(x: 0, y: 0, width: 500, height: 300)
    let labels = chart.drawing(in: rect, theme: .light).labels
    #expect(chart.lowest == 60)
    #expect(labels.allSatisfy { $0.frame.x >= -0.5 && $0.frame.maxX <= 500.5 && $0.frame.maxY <= 300.5 })
    for (index, one) in labels.enumerated() {
      #expect(!labels[(index + 1)...].contains { $0.frame.overlaps(one.frame, tolerance: 1) }, "\(one.text)")
    }
    #expect(RejectionChart(points: []).drawing(in: rect, theme: .light).labels.count > 2)
  }
}
