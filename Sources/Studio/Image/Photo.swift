package import Graphics
package import Recognition

/// A photograph, scan or screenshot that was opened; two are the same only if they were opened once.
package final class Photo: Sendable, Equatable {
  /// What it is called.
  package let name: String
  package let pixels: PixelImage

  /// Takes both as they are.
  package init(name: String, pixels: PixelImage) {
    self.name = name
    self.pixels = pixels
  }

  package static func == (one: Photo, other: Photo) -> Bool { one === other }

  /// The same pixels as the recogniser takes them.
  package var picture: Picture { Picture(width: pixels.width, height: pixels.height, pixels: pixels.pixels) }

  /// Reads the file at `path`.
  static func read(path: String) throws(FileTrouble) -> Photo {
    if let obstacle = PathKind(of: path).obstacle { throw .reading(path, obstacle) }
    do throws(PictureError) {
      return Photo(name: SafeName.last(of: path), pixels: try PictureFile.read(path: path))
    } catch {
      throw .reading(path, error.reason)
    }
  }

  /// Takes a picture that came from another program.
  static func decode(_ bytes: [UInt8]) throws(FileTrouble) -> Photo {
    do throws(PictureError) {
      return Photo(name: "Pasted picture", pixels: try PictureFile.decode(bytes))
    } catch {
      throw .reading("the picture", error.reason)
    }
  }
}
