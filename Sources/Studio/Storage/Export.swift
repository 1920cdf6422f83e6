import DigitData
package import Graphics
import Training

/// Writes what is on the screen for other programs: pictures by the same drawing code, numbers as CSV.
package enum Export {
  /// The kinds of picture files, with the endings of their names.
  package enum Format: String, CaseIterable, Sendable {
    case png, svg, pdf

    /// What the ending of a path asks for; nil where it asks for something else.
    package init?(path: String) {
      let name = FilePath(path).lastName
      guard let dot = name.lastIndex(of: ".") else { return nil }
      self.init(rawValue: name[name.index(after: dot)...].lowercased())
    }
  }

  /// What is drawn: how large it is in units, what it is called, and how.
  package struct Picture: Sendable {
    package var size: Size
    /// Pixels of one unit in a PNG.
    package var scale: Double
    package var title: String
    package var draw: @Sendable (Context) throws -> Void

    /// Takes everything as it is.
    package init(size: Size, scale: Double = 2, title: String = "", draw: @escaping @Sendable (Context) throws -> Void)
    {
      self.size = size
      self.scale = scale
      self.title = title
      self.draw = draw
    }
  }

  /// Writes a picture in the format that the ending of `path` names, whole or not at all.
  package static func save(_ picture: Picture, path: String) throws(FileTrouble) {
    guard let format = Format(path: path) else {
      throw .saving(path, "the name must end in .png, .svg or .pdf")
    }
    let bytes: [UInt8]
    do {
      bytes = try self.bytes(of: picture, as: format)
    } catch {
      throw .saving(path, "\(error)")
    }
    try FileTrouble.save(bytes, to: path)
  }

  /// The bytes of a picture file, for the clipboard too.
  package static func bytes(of picture: Picture, as format: Format) throws -> [UInt8] {
    if format == .png {
      let surface = try ImageSurface(size: picture.size, scale: picture.scale)
      try surface.draw(picture.draw)
      return try PNG.encode(surface)
    }
    let document = try DocumentSurface(format == .svg ? .svg : .pdf, size: picture.size, title: picture.title)
    try document.page(size: picture.size, picture.draw)
    return try document.finish()
  }

  /// The probabilities of the ten digits as CSV, one row for each.
  package static func csv(probabilities: some Sequence<Float>) -> String {
    var text = Array("digit,probability\n".utf8)
    for (digit, probability) in probabilities.enumerated() {
      ShareText.append(digit, to: &text)
      text.append(UInt8(ascii: ","))
      ShareText.append(probability, to: &text)
      text.append(UInt8(ascii: "\n"))
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Writes text, whole or not at all.
  package static func save(_ text: String, path: String) throws(FileTrouble) {
    try FileTrouble.save(Array(text.utf8), to: path)
  }
}
