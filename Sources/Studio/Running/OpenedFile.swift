import Ink

/// What a file turned out to be.
enum OpenedFile: Sendable {
  /// At least one drawing.
  case drawings(DrawingFile.Contents)
  case picture(PlacedImage)
  case failed(String)

  /// Reads a drawing file by its ending, anything else as a picture.
  static func read(_ path: String) -> OpenedFile {
    do throws(FileTrouble) {
      if path.hasSuffix(".ndjson") || path.hasSuffix(".ndjson.gz") {
        return .drawings(try DrawingFile.read(path: path))
      }
      return .picture(try ImportedPicture.read(path: path, canvasSide: CanvasSpace.side))
    } catch {
      return .failed("\(error)")
    }
  }

  /// Reads a pasted or dropped picture.
  static func decode(_ bytes: [UInt8]) -> OpenedFile {
    do throws(FileTrouble) {
      return .picture(try ImportedPicture.decode(bytes, name: "the picture", canvasSide: CanvasSpace.side))
    } catch {
      return .failed("\(error)")
    }
  }
}
