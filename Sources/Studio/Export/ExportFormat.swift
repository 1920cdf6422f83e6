/// What can be written for other programs.
package enum ExportFormat: String, CaseIterable, Sendable {
  case png, svg, pdf, csv

  /// What stands on its button.
  var title: String { rawValue.uppercased() }

  /// What its button does, in words.
  var hint: String {
    switch self {
    case .png: "As a picture"
    case .svg: "As a vector drawing"
    case .pdf: "As a page"
    case .csv: "The numbers"
    }
  }

  /// How names of such files end.
  var ending: String { "." + rawValue }
}
