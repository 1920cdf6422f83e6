import Graphics
import Recognition

/// Reads pictures of one digit each.
struct PictureAnswers {
  private static let standardInput = "standard input"

  private let recognizer: Recognizer
  private let printer: AnswerPrinter
  private let names: [(path: String?, name: String)]

  /// Answers with `recognizer` on `console`; a path of nil is standard input.
  init(_ paths: [String?], _ recognizer: Recognizer, _ console: Console, isJSON: Bool) {
    self.recognizer = recognizer
    names = paths.map { ($0, $0 ?? PictureAnswers.standardInput) }
    printer = AnswerPrinter(console, isJSON: isJSON, nameWidth: names.map(\.name.count).max() ?? 0)
  }

  /// Answers all pictures in their order, or as many as somebody reads.
  func run() -> ExitStatus {
    for (path, name) in names where printer.hasReader {
      do throws(PictureError) {
        let image = if let path { try PictureFile.read(path: path) } else { try PictureFile.read(descriptor: 0) }
        printer.show(recognizer.recognize(image), name: name)
      } catch {
        printer.show(error: "\(name) \(error)", name: name)
      }
    }
    return printer.finish()
  }
}

extension Recognizer {
  /// Reads the digit in a picture from a file.
  func recognize(_ image: PixelImage) -> Answer {
    let picture = Picture(width: image.width, height: image.height, pixels: image.pixels)
    // A frame without ink is answered as such.
    return recognize(frame: PictureFramer.frame(picture) ?? GrayImage(width: Framing.side, height: Framing.side))
  }
}
