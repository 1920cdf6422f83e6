import DigitData
import Ink
import Training

/// Where the drawings of a run come from, and whose are kept apart.
struct StrokeSource: Equatable {
  /// Files of drawings.
  let files: [String]
  /// A file with the names of writers who are never trained on.
  let reserve: String?
  /// Sentences for the model card about where they come from.
  let credits: [String]

  /// Takes `--strokes`, `--reserve` and `--credit`.
  init(_ values: OptionValues) {
    files = values.texts("strokes")
    reserve = values.text("reserve")
    credits = values.texts("credit")
  }

  /// All drawings, those of the reserve's writers apart, and how many lines could not be used.
  struct Contents {
    var training = InkSet([])
    var reserve = InkSet([])
    var badLines = 0
  }

  /// Reads the files; lines that cannot be used are told one by one up to a limit, and counted.
  func load(_ console: Console) throws -> Contents {
    var contents = Contents()
    var drawings = InkSet([])
    for path in files {
      let reader = try DrawingReader(path: path)
      for result in reader {
        let place = "\(path), line \(reader.lineNumber)"
        guard let problem = StrokeSource.take(result, into: &drawings, at: place) else { continue }
        contents.badLines += 1
        if contents.badLines <= StrokeSource.mostToldLines {
          console.note("\(Program.train.name): \(problem); left out")
        }
      }
    }
    (contents.reserve, contents.training) = drawings.split(writers: try writers())
    return contents
  }

  /// Takes files alone.
  init(files: [String]) {
    self.files = files
    reserve = nil
    credits = []
  }

  private static let mostToldLines = 20

  /// Why a line cannot be used; nil when it was taken.
  private static func take(
    _ result: Result<Drawing, DrawingError>, into drawings: inout InkSet, at place: String
  ) -> String? {
    switch result {
    case .failure(let error): "\(error)"
    case .success(let drawing): drawings.add(drawing) ? nil : "\(place): a drawing without label; say what it shows"
    }
  }

  private func writers() throws -> Set<String> {
    guard let reserve else { return [] }
    let text = String(decoding: try DataFile.contents(of: reserve, limit: 1 << 24), as: UTF8.self)
    return Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
