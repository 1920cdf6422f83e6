/// A screen that a step is shown on, with the part of it.
package struct LessonScreen: Equatable, Sendable {
  package var tab: Tab
  package var performance: PerformancePage?
  package var compare: CompareState.Page?
  package var inside: InsideState.Part?
  package var learn: LearnState.Page?

  /// The paper.
  package static let draw = LessonScreen(tab: .draw)

  private init(tab: Tab) { self.tab = tab }

  /// The screen of a name, as scripts and `--screen` know it; nil where there is none for a step.
  package init?(_ name: String) {
    if let page = PerformancePage.allCases.first(where: { $0.screenName == name }) {
      self.init(tab: .performance)
      performance = page
    } else if let page = CompareState.Page.allCases.first(where: { $0.screenName == name }) {
      self.init(tab: .compare)
      compare = page
    } else if let part = [InsideState.Part.pipeline, .layers].first(where: { "inside.\($0.rawValue)" == name }) {
      self.init(tab: .inside)
      inside = part
    } else if let page = LearnState.Page.allCases.first(where: { "learn.\($0.rawValue)" == name }) {
      self.init(tab: .learn)
      learn = page
    } else if let tab = Tab(rawValue: name), tab != .lessons {
      self.init(tab: tab)
    } else {
      return nil
    }
  }

  /// Its name.
  package var name: String {
    performance?.screenName ?? compare?.screenName ?? inside.map { "inside.\($0.rawValue)" }
      ?? learn.map { "learn.\($0.rawValue)" } ?? tab.rawValue
  }
}
