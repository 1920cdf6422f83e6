/// A screen of the window.
package enum Tab: String, CaseIterable, Sendable {
  case home, draw, inside, why, learn, teach, performance, batch, image, compare, lessons, about

  /// What stands on the tab.
  var title: String {
    switch self {
    case .home: "Home"
    case .draw: "Draw"
    case .inside: "Inside"
    case .performance: "Performance"
    case .batch: "Batch"
    case .image: "Image"
    case .compare: "Compare"
    case .lessons: "Lessons"
    case .about: "About"
    case .why: "Why"
    case .learn: "Learn"
    case .teach: "Teach"
    }
  }

  /// The screens that have a tab; the others are reached from buttons.
  package static let inBar = allCases.filter { $0 != .about }
}
