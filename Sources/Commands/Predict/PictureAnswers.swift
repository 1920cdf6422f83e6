import Graphics

/// Reads pictures and answers each as soon as it is read.
struct PictureAnswers {
  private static let standardInput = "standard input"

  private let search: Search
  private let printer: AnswerPrinter
  private let names: [(path: String?, name: String)]

  /// Answers what `search` finds on `console`; a path of nil is standard input.
  init(_ paths: [String?], _ search: Search, _ console: Console, isJSON: Bool) {
    self.search = search
    names = paths.map { ($0, $0 ?? PictureAnswers.standardInput) }
    printer = AnswerPrinter(console, isJSON: isJSON, nameWidth: names.map(\.name.count).max() ?? 0)
  }

  /// Answers all pictures in their order, or as many as somebody reads.
  func run() -> ExitStatus {
    for (path, name) in names where printer.hasReader {
      do throws(PictureError) {
        let image = if let path { try PictureFile.read(path: path) } else { try PictureFile.read(descriptor: 0) }
        printer.show(search.finding(in: image), name: name)
      } catch {
        printer.show(error: "\(name) \(error)", name: name)
      }
    }
    return printer.finish()
  }
}
