/// What the drawing can be exported as.
package enum ExportFormat: String, CaseIterable, Sendable {
  case png, svg, pdf, csv

  /// What stands in the menu.
  var title: String {
    switch self {
    case .png: "Picture (PNG)"
    case .svg: "Vector drawing (SVG)"
    case .pdf: "Page (PDF)"
    case .csv: "Probabilities (CSV)"
    }
  }
}
