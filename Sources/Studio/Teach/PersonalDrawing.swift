import DigitData
package import Ink
package import Recognition

/// A drawing of the user's own with the digit that it is.
package struct PersonalDrawing: Equatable, Sendable {
  /// Where it is kept: a file, and a number where that holds several.
  package let id: String
  /// The file's name in the directory of the user's drawings.
  package let file: String
  /// The drawing with its label, as it is in the file.
  package private(set) var drawing: Drawing
  /// What it shows, 0…9.
  package private(set) var digit: Int
  /// What a network sees of it.
  package let image: GrayImage

  /// A drawing that `file` holds; nil where it has no ink or its label is no digit.
  package init?(_ drawing: Drawing, file: String, number: Int = 1) {
    guard let label = drawing.label, label.count == 1, let digit = Int(label), 0...9 ~= digit,
      let image = PersonalDrawing.frame(drawing)
    else { return nil }
    id = number == 1 ? file : "\(file):\(number)"
    self.file = file
    self.drawing = drawing
    self.digit = digit
    self.image = image
  }

  /// The same drawing as another digit.
  func relabelled(_ digit: Int) -> PersonalDrawing {
    var other = self
    (other.digit, other.drawing.label) = (digit, "\(digit)")
    return other
  }

  /// What training takes.
  var item: InkSet.Item {
    InkSet.Item(strokes: drawing.strokes, digit: digit, writer: drawing.writer ?? "", label: "\(digit)")
  }

  private static func frame(_ drawing: Drawing) -> GrayImage? {
    var pixels = [UInt8](repeating: 0, count: Framing.pixelCount)
    guard Preprocessor().frame(drawing.strokes, into: &pixels) else { return nil }
    return GrayImage(width: Framing.side, height: Framing.side, pixels: pixels)
  }
}
