import DigitData
package import Graphics
package import Ink

/// Small pictures of files; for a background thread.
package enum Thumbnail {
  /// Larger files have no small picture: reading them would take longer than anybody looks.
  private static let largestFile = 32 << 20

  /// A picture of at most `side` × `side` pixels of a drawing or a picture file; nil where there is none.
  ///
  /// `draw` makes one of a drawing and a side.
  package static func read(_ path: String, side: Int, draw: (Drawing, Int) -> PixelImage?) -> PixelImage? {
    guard side > 0, PathKind(of: path) == .file else { return nil }
    let name = path.lowercased()
    if name.hasSuffix(".ndjson") || name.hasSuffix(".ndjson.gz") {
      let reader = try? DrawingReader(path: path, longestLine: 4 << 20)
      guard case .success(let drawing) = reader?.next() else { return nil }
      return draw(drawing, side)?.shrunk(to: side)
    }
    guard let bytes = try? DataFile.contents(of: path, limit: largestFile) else { return nil }
    return (try? PictureFile.decode(bytes))?.shrunk(to: side)
  }
}
