import DigitData
import Ink
import Recognition
import Training

/// Writes the user's own drawings for other programs, as the ending of the path says.
package enum PersonalExport {
  /// The endings that can be written; the first is the usual one.
  static let endings = [".ndjson", ".csv"]

  /// Drawing lines, or rows of a label and 784 pixels with a header.
  package static func save(_ drawings: [PersonalDrawing], to path: String) throws(FileTrouble) {
    try FileTrouble.save(path.lowercased().hasSuffix(".csv") ? csv(drawings) : lines(drawings), to: path)
  }

  private static func lines(_ drawings: [PersonalDrawing]) -> [UInt8] {
    drawings.flatMap { Array(($0.drawing.writable.line + "\n").utf8) }
  }

  private static func csv(_ drawings: [PersonalDrawing]) -> [UInt8] {
    var text = Array("label".utf8)
    for pixel in 0..<Framing.pixelCount { text += Array(",pixel\(pixel)".utf8) }
    text.append(0x0a)
    for drawing in drawings {
      ShareText.append(drawing.digit, to: &text)
      for pixel in drawing.image.pixels {
        text.append(UInt8(ascii: ","))
        ShareText.append(Int(pixel), to: &text)
      }
      text.append(0x0a)
    }
    return text
  }
}
