/// What a file is chosen for.
package enum FileTask: Equatable, Sendable {
  case open, save
  case export(ExportFormat)
  case openPhoto, saveFrame

  /// What stands above the list.
  var title: String {
    switch self {
    case .open: "Open a drawing or a picture"
    case .save: "Save the drawing"
    case .export(.csv): "Export the probabilities"
    case .export: "Export the drawing"
    case .openPhoto: "Open a picture"
    case .saveFrame: "Export what the network sees"
    }
  }

  /// What may be chosen.
  var purpose: FileChooser.Purpose {
    switch self {
    case .open: .openOnCanvas
    case .save: .save(name: "drawing.ndjson", endings: [".ndjson"])
    case .export(let format): .save(name: "drawing.\(format.rawValue)", endings: [".\(format.rawValue)"])
    case .openPhoto: .open(endings: [".png", ".jpg", ".jpeg"])
    case .saveFrame: .save(name: "digit.png", endings: [".png"])
    }
  }
}
