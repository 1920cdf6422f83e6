import DigitData
import Graphics
import Ink
import Recognition

/// Reads drawings and answers each as soon as its line has come.
struct DrawingAnswers {
  private let recognizer: Recognizer
  private let printer: AnswerPrinter
  private static let nameWidth = 9

  /// Answers with `recognizer` on `console`.
  init(_ recognizer: Recognizer, _ console: Console, isJSON: Bool) {
    self.recognizer = recognizer
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
          printer.show(try answer(to: drawing), name: name, label: DrawingAnswers.digit(drawing.label))
        } catch {
          printer.show(error: "\(path ?? "standard input"), line \(reader.lineNumber): its image \(error)", name: name)
        }
      }
    }
    return printer.finish()
  }

  /// The answer to the ink, or to the picture where there is no ink.
  private func answer(to drawing: Drawing) throws(PictureError) -> Answer {
    guard let image = drawing.image, drawing.pointCount == 0 else {
      return recognizer.recognize(drawing.strokes, penWidth: drawing.width)
    }
    return recognizer.recognize(try PictureFile.decode(image.png))
  }

  /// The digit that a label names; nil for letters and other things.
  private static func digit(_ label: String?) -> Int? {
    label.flatMap(Int.init).flatMap { 0..<Probabilities.count ~= $0 ? $0 : nil }
  }
}
