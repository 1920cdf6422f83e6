/// What a file is chosen for.
package enum FileTask: Equatable, Sendable {
  case open, save
  case export(ExportFormat)
  /// The pictures of the pipeline.
  case stages

  /// What stands above the list.
  var title: String {
    switch self {
    case .open: "Open a drawing or a picture"
    case .save: "Save the drawing"
    case .export(.csv): "Export the probabilities"
    case .export: "Export the drawing"
    case .stages: "Save the pictures of the pipeline"
    }
  }

  /// What may be chosen.
  var purpose: FileChooser.Purpose {
    switch self {
    case .open: .openOnCanvas
    case .save: .save(name: "drawing.ndjson", endings: [".ndjson"])
    case .stages: .save(name: "pipeline.png", endings: [".png"])
    case .export(let format): .save(name: "drawing.\(format.rawValue)", endings: [".\(format.rawValue)"])
    }
  }
}
