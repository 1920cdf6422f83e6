package import DigitData

/// What a file is chosen for.
package enum FileTask: Equatable, Sendable {
  case open, save
  case export(ExportFormat)
  case batch
  /// All rows, under a name that is proposed without its ending.
  case batchExport(AnswerFormat, name: String)

  /// What stands above the list.
  var title: String {
    switch self {
    case .open: "Open a drawing or a picture"
    case .save: "Save the drawing"
    case .export(.csv): "Export the probabilities"
    case .export: "Export the drawing"
    case .batch: "Open a CSV file, a picture or a folder of pictures"
    case .batchExport: "Export all rows"
    }
  }

  /// What may be chosen.
  var purpose: FileChooser.Purpose {
    switch self {
    case .open: .openOnCanvas
    case .save: .save(name: "drawing.ndjson", endings: [".ndjson"])
    case .export(let format): .save(name: "drawing.\(format.rawValue)", endings: [".\(format.rawValue)"])
    case .batch: .openFolder(endings: [".csv", ".csv.gz", ".tsv", ".png", ".jpg", ".jpeg"])
    case .batchExport(let format, let name):
      .save(name: "\(name).\(format.rawValue)", endings: [".\(format.rawValue)"])
    }
  }
}
