import Graphics

/// The maps of one strip as one picture of the screen's pixels.
final class MapSheet {
  let grid: MapGrid
  private(set) var image: ImageSurface

  /// A picture for the maps of `grid`, with nothing on it.
  init(_ grid: MapGrid) throws {
    self.grid = grid
    image = try ImageSurface(width: max(1, grid.size.width), height: max(1, grid.size.height), isOpaque: true)
  }

  /// Draws the values of all maps: 0…`ceiling`, or −`ceiling`…`ceiling` where they are signed, over the palette.
  func fill(_ values: UnsafeBufferPointer<Float>?, ceiling: Float, isSigned: Bool, palette: [UInt32], ground: UInt32) {
    image.withPixels { pixels, stride in
      pixels.update(repeating: ground, count: stride * grid.size.height)
      palette.withUnsafeBufferPointer { palette in
        for map in 0..<grid.count {
          let place = grid.place(of: map)
          fill(
            values, map: map, at: pixels + place.y * stride + place.x, stride: stride,
            shade: Shade(ceiling: ceiling, isSigned: isSigned, palette: palette))
        }
      }
    }
  }

  /// The colour of a value.
  private struct Shade {
    let factor: Float
    let offset: Float
    let palette: UnsafeBufferPointer<UInt32>

    init(ceiling: Float, isSigned: Bool, palette: UnsafeBufferPointer<UInt32>) {
      let span = Float(palette.count - 1)
      let usable = ceiling > 0 && ceiling.isFinite
      factor = usable ? span / ceiling * (isSigned ? 0.5 : 1) : 0
      offset = isSigned ? span / 2 + 0.5 : 0.5
      self.palette = palette
    }

    @inline(__always)
    func color(of value: Float) -> UInt32 {
      let place = value * factor + offset
      // What is not a number has the colour of 0.
      guard place.isFinite else { return palette[Int(offset)] }
      return palette[Int(min(max(place, 0), Float(palette.count - 1)))]
    }
  }

  private func fill(
    _ values: UnsafeBufferPointer<Float>?, map: Int, at corner: UnsafeMutablePointer<UInt32>, stride: Int,
    shade: Shade
  ) {
    let (pixel, width) = (grid.pixel, grid.columnsOfMap)
    let first = map * grid.rowsOfMap * width
    for row in 0..<grid.rowsOfMap {
      let line = corner + row * pixel * stride
      for column in 0..<width {
        let color = shade.color(of: values?[first + row * width + column] ?? 0)
        (line + column * pixel).update(repeating: color, count: pixel)
      }
      for copy in 1..<max(2, pixel) where copy < pixel {
        (line + copy * stride).update(from: line, count: width * pixel)
      }
    }
  }
}
