/// What a file is chosen for.
package enum FileTask: Equatable, Sendable {
  case open, save
  case export(ExportFormat)
  /// One of the four files of MNIST: their folder is what is meant.
  case digits

  /// What stands above the list.
  var title: String {
    switch self {
    case .open: "Open a drawing or a picture"
    case .save: "Save the drawing"
    case .export(.csv): "Export the probabilities"
    case .export: "Export the drawing"
    case .digits: "Choose one of the four MNIST files"
    }
  }

  /// What may be chosen.
  var purpose: FileChooser.Purpose {
    switch self {
    case .open: .openOnCanvas
    case .digits: .open(endings: ["-ubyte", "-ubyte.gz"])
    case .save: .save(name: "drawing.ndjson", endings: [".ndjson"])
    case .export(let format): .save(name: "drawing.\(format.rawValue)", endings: [".\(format.rawValue)"])
    }
  }
}
