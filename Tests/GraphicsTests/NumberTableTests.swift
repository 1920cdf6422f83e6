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
