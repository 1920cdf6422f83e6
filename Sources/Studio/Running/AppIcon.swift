public import Graphics
import Training

/// The program's icon, from where it is installed or from the resources above the program.
public enum AppIcon {
  private static let file = "icons/hicolor"
  private static let id = "io.github.inkling_digits.inkling"

  /// The icon of `side` × `side` pixels; nil where there is none of that size.
  public static func picture(_ side: Int) -> PixelImage? {
    for root in ResourceLocation.roots {
      let path = "\(root)/\(file)/\(side)x\(side)/apps/\(id).png"
      if let image = try? PictureFile.read(path: path) { return image }
    }
    return nil
  }
}
