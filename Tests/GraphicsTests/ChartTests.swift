import Charts
import Graphics
import Testing

@Suite struct ChartTests {
  @Test func matrixCellsShrinkWithTheRoom() {
    let large = ConfusionLayout(in: Rect(x: 0, y: 0, width: 900, height: 900), classes: 10)
    #expect(large.pitch == 50)
    #expect(large.matrix.width == 498)
    let small = ConfusionLayout(in: Rect(x: 10, y: 20, width: 434, height: 900), classes: 10)
    #expect(small.pitch == 32)
    #expect(small.cell(row: 0, column: 0) == Rect(x: 72, y: 64, width: 30, height: 30))
    #expect(small.recallRight == 444)
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
