import DigitData
import Training

/// Reads the card of a model, as much of it as can be shown.
package enum CardFile {
  /// A card is no longer than this; of a longer one the beginning is shown.
  private static let longest = 64 << 10

  /// The blocks of the card in a model directory; where it cannot be read, a sentence that says so.
  package static func blocks(in directory: String) -> [CardBlock] {
    let path = ModelDirectory(directory).card
    if let obstacle = PathKind(of: path).obstacle {
      return [.paragraph("There is no text about this model: README.md in its directory cannot be read (\(obstacle)).")]
    }
    do throws(DataFileError) {
      let (bytes, isCut) = try beginning(of: path)
      let blocks = CardText.blocks(of: String(decoding: bytes, as: UTF8.self))
      let note = CardBlock.paragraph("README.md of this model is too long: only its beginning is shown.")
      return isCut ? [note] + blocks : blocks
    } catch {
      return [.paragraph("There is no text about this model: README.md cannot be read (\(error.reason)).")]
    }
  }

  private static func beginning(of path: String) throws(DataFileError) -> (bytes: [UInt8], isCut: Bool) {
    let file = try DataFile(path: path)
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: longest, alignment: 16)
    defer { chunk.deallocate() }
    var bytes: [UInt8] = []
    while bytes.count < longest {
      let count = try file.read(into: chunk)
      if count == 0 { return (bytes, false) }
      bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: chunk[..<count]))
    }
    return (Array(bytes.prefix(longest)), true)
  }
}
