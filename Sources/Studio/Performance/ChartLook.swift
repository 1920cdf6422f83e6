import Charts
import Graphics
import Toolkit

/// A chart as a part of the window.
struct ChartLook<Shown: Chart & Equatable>: Look {
  var chart: Shown
  /// What it says to those who do not see it.
  var text: String

  /// Shows `chart`, which says `text`.
  init(_ chart: Shown, text: String = "") {
    self.chart = chart
    self.text = text
  }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    chart.draw(on: context, in: frame, theme: state.theme)
  }
}
