package import Graphics

/// A picture for lists of windows, in the form that the property wants: width, height and pixels with colours that are
/// not multiplied by alpha.
package enum WindowIcon {
  /// The sides that desktops ask for.
  package static let sides = [16, 24, 32, 48, 64, 128, 256]

  /// The numbers of all pictures, as many as fit into `most`.
  package static func numbers(of pictures: [PixelImage], most: Int) -> [UInt] {
    var numbers: [UInt] = []
    for picture in pictures where numbers.count + picture.pixels.count + 2 <= most {
      numbers += [UInt(picture.width), UInt(picture.height)]
      numbers += picture.pixels.lazy.map { UInt(straight($0)) }
    }
    return numbers
  }

  /// Takes the alpha out of the colours of a pixel.
  package static func straight(_ pixel: UInt32) -> UInt32 {
    let alpha = pixel >> 24
    guard alpha > 0 else { return 0 }
    func channel(_ shift: UInt32) -> UInt32 { min(255, ((pixel >> shift & 255) * 255 + alpha / 2) / alpha) << shift }
    return alpha << 24 | channel(16) | channel(8) | channel(0)
  }
}
