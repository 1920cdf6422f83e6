import Charts
import DigitData
import Graphics
import Recognition
import Reports
import Toolkit
import Training

extension StudioState {
  /// How many digits of each kind there are, and a few of them.
  func dataPage(_ parts: PerformanceLayout) -> [Element] {
    (showsChart(parts) ? counts(in: parts.left) : []) + (showsDetails(parts) ? samples(in: parts.right) : [])
  }

  private func counts(in rect: Rect) -> [Element] {
    let metrics = performance.findings?.metrics
    let detail = performance.findings?.configuration.map {
      "Trained on \($0.dataset), \(NumberText.counted($0.pictures, "digit", "digits"))."
    }
    let head = head("Digits by class", detail ?? "", of: ["metrics.json", "config.json"], in: rect)
    let place = rect.inset(top: PerformanceLayout.head + 8)
    guard let metrics else { return head + missing("It is not known what this model was tested on.", in: place) }
    let tested = metrics.report.classes.map { Int($0.support.rounded()) }
    let height = ((place.height - 16) / 2).rounded(.down)
    let upper = Rect(x: place.x, y: place.y, width: place.width, height: height)
    let lower = Rect(x: place.x, y: upper.maxY + 16, width: place.width, height: height)
    let test = Element("performance.tested", upper, ChartLook(columns("Test digits", tested, series: 0)))
    guard let trained = performance.tests?.trainingCounts else { return head + [test] }
    return head + [test]
      + [Element("performance.trained", lower, ChartLook(columns("MNIST digits to train on", trained, series: 1)))]
  }

  private func columns(_ title: String, _ counts: [Int], series: Int) -> ColumnChart {
    ColumnChart(
      title: title, note: NumberText.counted(counts.reduce(0, +), "digit", "digits"),
      columns: counts.enumerated().map { .init(name: "\($0)", count: $1) }, style: theme.series[series])
  }

  private func samples(in rect: Rect) -> [Element] {
    let title = Element(
      "performance.samples.title", Rect(x: rect.x, y: rect.y, width: rect.width, height: 26),
      LabelLook("A few digits to train on", .title))
    let place = rect.inset(top: PerformanceLayout.head + 8)
    guard let samples = performance.tests?.samples else { return [title] + absentDigits(in: place) }
    let labelled = (0..<samples.count).map {
      ModelFigureData.LabelledImage(image: samples.image(at: $0), label: Int(samples.labels[$0]))
    }
    return [title, Element("performance.samples", place, ChartLook(SampleFigure(samples: labelled)))]
  }
}
