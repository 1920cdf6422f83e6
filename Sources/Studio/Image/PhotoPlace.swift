import Graphics
import Recognition

/// Where a picture lies in an area, as large as fits, and which pixel is where.
struct PhotoPlace: Equatable {
  /// In units, from the area's corner.
  let frame: Rect
  private let size: PixelSize

  /// Room around the picture for the handles of the crop.
  static let margin = 8.0

  /// A picture of `size` pixels at the left of an area, in the middle of its height, its edges at pixels of the screen.
  init(_ size: PixelSize, in area: Size, scale: Double) {
    self.size = size
    let room = Size(
      width: max(1, area.width - 2 * PhotoPlace.margin), height: max(1, area.height - 2 * PhotoPlace.margin))
    let unit = min(room.width / Double(max(1, size.width)), room.height / Double(max(1, size.height)))
    func snapped(_ value: Double) -> Double { (value * scale).rounded() / scale }
    let (width, height) = (snapped(unit * Double(size.width)), snapped(unit * Double(size.height)))
    frame = Rect(
      x: PhotoPlace.margin, y: snapped((area.height - height) / 2), width: max(1 / scale, width),
      height: max(1 / scale, height))
  }

  /// The place of the picture, in its pixels, that lies at a place of the area; the nearest one outside of it.
  func pixel(at place: Point) -> Point {
    let (x, y) = ((place.x - frame.x) / frame.width, (place.y - frame.y) / frame.height)
    return Point(x: min(1, max(0, x)) * Double(size.width), y: min(1, max(0, y)) * Double(size.height))
  }

  /// Where a part of the picture lies in the area.
  func rect(of box: PixelBox) -> Rect {
    let (across, down) = (frame.width / Double(size.width), frame.height / Double(size.height))
    return Rect(
      x: frame.x + Double(box.left) * across, y: frame.y + Double(box.top) * down,
      width: Double(box.width) * across, height: Double(box.height) * down)
  }
}
