import Graphics
import Ink
import Toolkit

extension Studio {
  nonisolated private static let thumbnailSide = 64
  /// More than these are forgotten and made again when they are wanted.
  private static let mostThumbnails = 500

  /// Finds out what is in a directory.
  func list(_ directory: String, _ request: Int) {
    inBackground({ DirectoryListing.read(directory) }) { studio, result in
      studio.perform(.listed(result, request: request))
    }
  }

  /// Finds out what is at a path.
  func examine(_ path: String, _ request: Int) {
    inBackground({ PathKind(of: path) }) { studio, kind in
      studio.perform(.examined(kind, path: path, request: request))
    }
  }

  /// Has small pictures made of the files that can be seen.
  func wantThumbnails() {
    guard case .files(let chooser) = state.overlay else {
      missingThumbnails.removeAll()
      return thumbnails.removeAll()
    }
    let wanted = chooser.wantedThumbnails(known: missingThumbnails)
    if thumbnails.count > Studio.mostThumbnails { thumbnails.removeAll() }
    missingThumbnails.formUnion(wanted)
    let (theme, pen) = (state.theme, state.pen)
    for path in wanted {
      inBackground({
        Thumbnail.read(path, side: Studio.thumbnailSide) { Studio.thumbnail($0, side: $1, theme, pen) }
      }) { studio, picture in
        guard let picture else { return }
        studio.thumbnails[path] = picture
        studio.changed()
      }
    }
  }

  nonisolated private static func thumbnail(_ drawing: Drawing, side: Int, _ theme: Theme, _ pen: InkPen) -> PixelImage?
  {
    let picture = DrawingPicture(drawing.fitted, pen: pen, ink: theme.ink, paper: theme.canvas)
    let frame = Rect(x: 0, y: 0, width: Double(side), height: Double(side))
    guard let surface = try? ImageSurface(width: side, height: side, isOpaque: true) else { return nil }
    try? surface.draw { picture.draw(on: $0, in: frame) }
    return try? surface.pixels()
  }
}
