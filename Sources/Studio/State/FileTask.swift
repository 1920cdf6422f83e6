package import DigitData

/// What a file is chosen for.
package enum FileTask: Equatable, Sendable {
  case open, save
  /// One of the four files of MNIST: their folder is what is meant.
  case digits
  case export(ExportItem, ExportFormat)
  case batch
  /// All rows, under a name that is proposed without its ending.
  case batchExport(AnswerFormat, name: String)
  case openPhoto, saveFrame
  /// The pictures of the pipeline.
  case stages
  /// A CSV file to train with, and one of the four files of MNIST.
  case learnCSV, learnDigits
  case lesson
  /// All drawings of the user's own.
  case teachExport

  /// What stands above the list.
  var title: String {
    switch self {
    case .open: "Open a drawing or a picture"
    case .save: "Save the drawing"
    case .digits: "Choose one of the four MNIST files"
    case .export(let item, _): item.exportTitle
    case .batch: "Open a CSV file, a picture or a folder of pictures"
    case .batchExport: "Export all rows"
    case .openPhoto: "Open a picture"
    case .saveFrame: "Export what the network sees"
    case .stages: "Save the pictures of the pipeline"
    case .learnCSV: "Choose a CSV file to train with"
    case .learnDigits: "Choose one of the four MNIST files"
    case .lesson: "Open a lesson"
    case .teachExport: "Export your drawings, as .ndjson or .csv"
    }
  }

  /// What may be chosen.
  var purpose: FileChooser.Purpose {
    switch self {
    case .open: .openOnCanvas
    case .digits: .open(endings: ["-ubyte", "-ubyte.gz"])
    case .save: .save(name: "drawing.ndjson", endings: [".ndjson"])
    case .export(let item, let format):
      .save(
        name: item.fileName + format.ending,
        endings: [format.ending] + item.formats.filter { $0 != format }.map(\.ending))
    case .batch: .openFolder(endings: [".csv", ".csv.gz", ".tsv", ".png", ".jpg", ".jpeg"])
    case .batchExport(let format, let name):
      .save(name: "\(name).\(format.rawValue)", endings: [".\(format.rawValue)"])
    case .openPhoto: .open(endings: [".png", ".jpg", ".jpeg"])
    case .saveFrame: .save(name: "digit.png", endings: [".png"])
    case .stages: .save(name: "pipeline.png", endings: [".png"])
    case .learnCSV: .open(endings: [".csv", ".csv.gz"])
    case .learnDigits: .open(endings: ["-ubyte", "-ubyte.gz"])
    case .lesson: .open(endings: [LessonFile.ending])
    case .teachExport: .save(name: "my-digits.ndjson", endings: PersonalExport.endings)
    }
  }
}
