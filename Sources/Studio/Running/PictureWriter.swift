import Graphics
import NeuralNet

/// Writes pictures to files, whole or not at all.
enum PictureWriter {
  static func write(_ image: PixelImage, to path: String) throws {
    try AtomicFile.write(try image.png(), to: path)
  }
}
