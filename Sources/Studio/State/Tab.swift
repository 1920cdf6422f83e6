/// A screen of the window.
package enum Tab: String, CaseIterable, Sendable {
  case home, draw, performance, why

  /// What stands on the tab.
  var title: String {
    switch self {
    case .home: "Home"
    case .draw: "Draw"
    case .performance: "Performance"
    case .why: "Why"
    }
  }
}
