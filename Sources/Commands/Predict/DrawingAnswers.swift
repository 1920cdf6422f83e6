import DigitData
import Graphics
import Ink
import Recognition

/// Reads drawings and answers each as soon as its line has come.
struct DrawingAnswers {
  private let search: Search
  private let printer: AnswerPrinter
  private static let nameWidth = 9

  /// Answers what `search` finds on `console`.
  init(_ search: Search, _ console: Console, isJSON: Bool) {
    self.search = search
    printer = AnswerPrinter(console, isJSON: isJSON, nameWidth: DrawingAnswers.nameWidth)
  }

  /// Answers the drawings of a file, or of standard input until it ends or nobody reads any more.
  func run(_ path: String?) throws(DrawingError) -> ExitStatus {
    let reader = if let path { try DrawingReader(path: path) } else { try DrawingReader() }
    while printer.hasReader, let next = reader.next() {
      let name = "line \(reader.lineNumber)"
      switch next {
      case .failure(let error): printer.show(error: "\(error)", name: name)
      case .success(let drawing):
        do throws(PictureError) {
          printer.show(try search.finding(in: drawing), name: name, label: drawing.label)
        } catch {
          printer.show(error: "\(path ?? "standard input"), line \(reader.lineNumber): its image \(error)", name: name)
        }
      }
    }
    return printer.finish()
  }
}
