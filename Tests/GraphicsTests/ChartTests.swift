import Charts
import Graphics
import Testing

@Suite struct ChartTests {
  @Test func matrixCellsGoWithTheRoom() {
    let usual = ConfusionLayout(in: Rect(x: 0, y: 0, width: 614, height: 600), classes: 10)
    #expect(usual.pitch == 50 && usual.growth == 1)
    #expect(usual.matrix.width == 498)
    let wide = ConfusionLayout(in: Rect(x: 0, y: 0, width: 1240, height: 1190), classes: 10)
    #expect(wide.cell(row: 0, column: 0).width == 101)
    #expect(wide.font(.body).size > Font.body.size && wide.headFont.size > usual.headFont.size)
    let small = ConfusionLayout(in: Rect(x: 10, y: 20, width: 434, height: 900), classes: 10)
    #expect(small.pitch == 32)
    #expect(small.cell(row: 0, column: 0) == Rect(x: 72, y: 64, width: 30, height: 30))
    #expect(small.recallRight == 444)
    for side in stride(from: 200.0, through: 1400, by: 50) {
      let layout = ConfusionLayout(in: Rect(x: 0, y: 0, width: side, height: side), classes: 10)
      #expect(layout.recallRight <= side && layout.matrix.maxY < side)
    }
  }

  @Test func aLowPlaceHasTheBinsBesideTheCells() {
    var chart = ConfusionChart(counts: [[Int]](repeating: [Int](repeating: 0, count: 10), count: 10))
    chart.counts[1][1] = 1135
    for (size, isBeside) in [(Size(width: 776, height: 424), true), (Size(width: 614, height: 600), false)] {
      let rect = Rect(x: 12, y: 90, width: size.width, height: size.height)
      let layout = ConfusionLayout(in: rect, classes: 10)
      let labels = chart.drawing(in: rect, theme: .dark).labels
      let bins = labels.filter { ColorRamp.countNames.dropFirst(2).contains($0.text) }
      #expect(bins.count == 5 && bins.allSatisfy { rect.contains($0.frame) })
      #expect(bins.allSatisfy { $0.frame.x > layout.recallRight } == isBeside)
      #expect(bins.allSatisfy { $0.frame.y > layout.matrix.maxY } == !isBeside)
      // No count is shortened.
      #expect(labels.contains { $0.text == "1135" })
    }
  }

  @Test func chartsHaveFewRoundValuesHoweverLargeTheyAre() {
    let series = LineSeries(name: "A", style: Theme.dark.series[0], values: (0..<36).map { 98 + Double($0) / 20 })
    let chart = LineChart(title: "Accuracy, %", series: [series], axis: Axis(.linear, 98...100))
    for size in [Size(width: 300, height: 200), Size(width: 2000, height: 1200)] {
      let texts = chart.drawing(in: Rect(size), theme: .dark).labels.map(\.text)
      #expect(["98.0", "98.5", "99.0", "99.5", "100.0"].allSatisfy(texts.contains) && !texts.contains("98.1"))
      #expect(!texts.contains("2") && texts.contains("10"))
    }
    let bins = [ReliabilityChart.Bin(low: 0.9, high: 1, count: 9, confidence: 0.95, accuracy: 0.94)]
    let rect = Rect(x: 0, y: 0, width: 1240, height: 1190)
    let labels = ReliabilityChart(bins: bins).drawing(in: rect, theme: .dark).labels
    #expect(labels.allSatisfy { rect.contains($0.frame) })
  }

  @Test func aPlaceOfTheMatrixIsACell() {
    let rect = Rect(x: 30, y: 20, width: 1240, height: 1190)
    let chart = ConfusionChart(counts: [[Int]](repeating: [Int](repeating: 1, count: 10), count: 10))
    let layout = ConfusionLayout(in: rect, classes: 10)
    for (row, column) in [(0, 0), (4, 9), (9, 0)] {
      let cell = layout.cell(row: row, column: column)
      #expect(chart.cell(at: Point(x: cell.midX, y: cell.midY), in: rect) == .init(row: row, column: column))
    }
    for place in [Point(x: 30, y: 500), Point(x: 1269, y: 500), Point(x: -1e300, y: .nan), Point(x: 500, y: .infinity)]
    {
      #expect(chart.cell(at: place, in: rect) == nil)
    }
  }

  @Test func numbersOfManyDigitsFitSmallCells() {
    var counts = [[Int]](repeating: [Int](repeating: 0, count: 10), count: 10)
    (counts[1][1], counts[2][2], counts[3][3], counts[4][4]) = (1135, 98_765, 1_234_567, 980)
    counts[4][9] = 5
    for side in [412.0, 614, 1200] {
      let rect = Rect(x: 0, y: 0, width: side + 100, height: side)
      let layout = ConfusionLayout(in: rect, classes: 10)
      let labels = ConfusionChart(counts: counts).drawing(in: rect, theme: .dark).labels
      for index in 1...4 {
        let cell = layout.cell(row: index, column: index)
        let label = labels.first { abs($0.frame.midX - cell.midX) < 1 && abs($0.frame.midY - cell.midY) < 4 }
        #expect(label.map { $0.frame.width <= cell.width && $0.font.size >= 12 } == true, "\(index) in \(side)")
      }
      #expect(labels.contains { $0.text == (side == 412 ? "1.1k" : "1135") })
    }
    let shares = ConfusionChart(counts: counts, measure: .percentOfRow)
    func texts(_ side: Double) -> [String] {
      shares.drawing(in: Rect(x: 0, y: 0, width: side + 100, height: side), theme: .dark).labels.map(\.text)
    }
    // Small cells leave 0.5 per cent to the colour.
    #expect(texts(614).contains("0.5") && !texts(412).contains("0.5"))
  }

  @Test func countsAreShortWhereThereIsLittleRoom() {
    let texts = [0, 999, 1000, 1135, 9949, 9950, 12_345, 999_499, 999_500, 1_234_567, -2000].map {
      NumberText.short($0)
    }
    #expect(texts == ["0", "999", "1.0k", "1.1k", "9.9k", "10k", "12k", "999k", "1.0M", "1.2M", "−2.0k"])
    #expect(NumberText.short(.max) == "9.2E" && NumberText.short(.min) == "−9.2E")
  }

  @Test func recallAndPrecisionOfAMatrix() {
    let chart = ConfusionChart(counts: [[3, 1, 0], [0, 4, 0], [0, 0, 0]])
    #expect(chart.recalls == [0.75, 1, nil])
    #expect(chart.precisions == [1, 0.8, nil])
    let texts = chart.drawing(in: Rect(x: 0, y: 0, width: 400, height: 400), theme: .dark).labels.map(\.text)
    #expect(texts.count { $0 == "·" } == 6)
    #expect(texts.count { $0 == "–" } == 2)
    #expect(texts.contains("75.0"))
  }

  @Test func mistakesShowInTheirBin() {
    let chart = ConfusionChart(counts: [[5000, 1], [16, 200]])
    #expect(chart.step(row: 0, column: 1, ramp: Theme.dark.ramp) == 1)
    #expect(chart.step(row: 1, column: 0, ramp: Theme.dark.ramp) == 5)
    let shares = ConfusionChart(counts: [[5000, 1], [16, 200]], measure: .percentOfRow)
    #expect(shares.step(row: 0, column: 1, ramp: Theme.dark.ramp) == 1)
    #expect(shares.step(row: 1, column: 0, ramp: Theme.dark.ramp) == 5)
    #expect(shares.step(row: 1, column: 1, ramp: Theme.dark.ramp) == 6)
  }

  @Test func columnsStandOnTheLine() {
    let chart = ColumnChart(
      title: "T", columns: [("0", 100), ("1", 50), ("2", 0)].map { .init(name: $0.0, count: $0.1) },
      style: Theme.dark.series[0])
    let bars = chart.bars(in: Rect(x: 0, y: 0, width: 300, height: 170))
    #expect(bars.map(\.height) == [100, 50, 0])
    #expect(bars.allSatisfy { $0.maxY == 146 })
    #expect(bars.map(\.midX) == [50, 150, 250])
  }

  @Test func probabilityBarsAreClearOfTheirNumbers() {
    let rect = Rect(x: 10, y: 0, width: 340, height: 260)
    let chart = ProbabilityBars(
      probabilities: [0, 0, 0, 0, 1, 0, 0, 0, 0, 0], verdict: .sure(4), threshold: 0.7)
    let labels = chart.drawing(in: rect, theme: .light).labels
    #expect(labels.map(\.text).contains("> 99.9"))
    for track in chart.tracks(in: rect) {
      #expect(labels.allSatisfy { !$0.frame.overlaps(track) })
    }
  }

  @Test func reliabilityCountsEveryDigitOnce() {
    let bins = [
      ReliabilityChart.Bin(low: 0.2, high: 0.95, count: 100, confidence: 0.85, accuracy: 0.81),
      .init(low: 0.95, high: 0.999, count: 100, confidence: 0.99, accuracy: 1),
      .init(low: 1, high: 1, count: 100, confidence: 1, accuracy: 1),
    ]
    let chart = ReliabilityChart(bins: bins)
    #expect(chart.lowest == 0.8)
    #expect(abs(chart.histogram(columns: 20).reduce(0, +) - 300) < 1e-9)
    #expect(ReliabilityChart(bins: []).lowest == 0)
    let plot = chart.plot(in: Rect(x: 0, y: 0, width: 400, height: 400))
    #expect(plot.width == plot.height)
  }

  @Test func aLoneEpochStandsInTheMiddle() {
    let series = LineSeries(name: "A", style: Theme.dark.series[0], values: [0.5])
    let chart = LineChart(title: "Loss", series: [series], axis: Axis(.linear, 0...1))
    let plot = Rect(x: 100, y: 0, width: 200, height: 50)
    #expect(chart.x(of: 1, in: plot) == 200)
  }

  @Test func gapsAndEndlessValuesDrawNothingWrong() throws {
    let values: [Double] = [.nan, 1, .infinity, 2, -.infinity, 0]
    let series = LineSeries(name: "A", style: Theme.dark.series[0], values: values)
    let chart = LineChart(title: "Loss", series: [series], axis: Axis(.logarithmic, fitting: values))
    let surface = try ImageSurface(width: 300, height: 200)
    try surface.draw { chart.draw(on: $0, in: Rect(x: 0, y: 0, width: 300, height: 200), theme: .dark) }
  }

  @Test func tableColumnsOfNumbersEndTogether() {
    let table = Table(
      columns: [.init("Digit", isNumber: false), .init("Support")], rows: [["a", "1"], ["b", "1,000"]])
    let rect = Rect(x: 20, y: 0, width: 200, height: 100)
    let labels = table.drawing(in: rect, theme: .dark).labels
    let numbers = labels.filter { ["Support", "1", "1,000"].contains($0.text) }
    #expect(numbers.allSatisfy { abs($0.frame.maxX - 220) < 0.01 })
    #expect(labels.filter { ["Digit", "a", "b"].contains($0.text) }.allSatisfy { $0.frame.x == 20 })
  }

  @Test func gridsLeaveOutWhatDoesNotFit() {
    let image = PixelImage(width: 1, height: 1, pixels: [0])
    let grid = ImageGrid(items: [ImageGrid.Item?](repeating: .init(image: image), count: 9), columns: 3, side: 28)
    func count(_ height: Double) -> Int {
      grid.drawing(in: Rect(x: 0, y: 0, width: 200, height: height), theme: .dark).marks.count {
        if case .image = $0 { true } else { false }
      }
    }
    #expect(count(100) == 9)
    #expect(count(99) == 6)
    #expect(ImageGrid.wholeSide(room: 88) == 84)
    #expect(ImageGrid.wholeSide(room: 3) == 14)
  }

  @Test func textIsCutToItsRoom() {
    let font = Font.caption
    #expect(font.fitted("short", width: 500) == "short")
    let cut = font.fitted("a name that is far too long", width: 60)
    #expect(cut.hasSuffix("…"))
    #expect(font.width(of: cut) <= 60)
    #expect(font.fitted("anything", width: 1) == "")
  }
}
