/// The kinds of picture files that can be read, with the names people know.
public enum PictureFormat: String, Equatable, Sendable {
  case png = "PNG"
  case jpeg = "JPEG"

  /// The format that the first bytes tell, whatever the file is called.
  init(of bytes: [UInt8]) throws(PictureError) {
    guard !bytes.isEmpty else { throw .empty }
    if bytes.starts(with: PNG.signature) {
      self = .png
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else {
      throw .notPicture(kind: PictureFormat.stranger(bytes))
    }
  }

  /// What people name by mistake: pictures of other kinds and documents.
  private static func stranger(_ bytes: [UInt8]) -> String? {
    func has(_ text: String, at start: Int = 0) -> Bool { bytes.dropFirst(start).starts(with: text.utf8) }
    if has("GIF8") { return "a GIF" }
    if has("RIFF"), has("WEBP", at: 8) { return "a WebP picture" }
    if has("ftyphei", at: 4) || has("ftypmif1", at: 4) { return "a HEIC picture" }
    if has("ftypavif", at: 4) { return "an AVIF picture" }
    if has("BM") { return "a BMP" }
    if has("II*\0") || has("MM\0*") { return "a TIFF" }
    if has("%PDF") { return "a PDF" }
    if has("<svg") || has("<?xml") { return "an XML or SVG text" }
    return nil
  }
}
