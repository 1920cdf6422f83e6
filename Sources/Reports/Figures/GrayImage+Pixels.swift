import Graphics
import Recognition

extension GrayImage {
  /// The picture as the network sees it, in the ink and paper of a look.
  func pixels(_ theme: Theme) -> PixelImage {
    PixelImage(gray: pixels, width: width, height: height, paper: theme.canvas, ink: theme.ink)
  }
}
