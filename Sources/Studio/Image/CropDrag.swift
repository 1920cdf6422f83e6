import Graphics
import Recognition

/// A hand on the crop: it draws a new one, moves it or pulls at its edges.
struct CropDrag: Equatable {
  /// Edges of a rectangle.
  struct Edges: OptionSet, Equatable {
    let rawValue: Int
    static let left = Edges(rawValue: 1)
    static let top = Edges(rawValue: 2)
    static let right = Edges(rawValue: 4)
    static let bottom = Edges(rawValue: 8)
    static let all: Edges = [.left, .top, .right, .bottom]
  }

  /// The edges that follow the hand; none: a new rectangle.
  let edges: Edges
  /// Where it began, in the picture's pixels.
  private let start: Point
  private let box: PixelBox

  /// The smallest side of a crop in pixels.
  static let shortest = 4
  /// How near a hand has to come to a handle, in units.
  private static let reach = 14.0

  /// A hand that comes down at `place` of the area in which the picture lies.
  init(at place: Point, crop: PixelBox?, in photo: PhotoPlace) {
    start = photo.pixel(at: place)
    let corner = PixelBox(left: Int(start.x), top: Int(start.y), right: Int(start.x), bottom: Int(start.y))
    box = crop ?? corner
    edges = crop.map { CropDrag.edges(at: place, of: photo.rect(of: $0)) } ?? []
  }

  /// What a hand at `place` takes hold of: edges within reach, everything inside, nothing outside.
  private static func edges(at place: Point, of rect: Rect) -> Edges {
    guard rect.inset(by: -reach).contains(place) else { return [] }
    var edges: Edges = []
    // Of a small crop the middle still moves it.
    let (across, down) = (min(reach, rect.width / 4), min(reach, rect.height / 4))
    if place.x <= rect.x + across { edges.insert(.left) } else if place.x >= rect.maxX - across { edges.insert(.right) }
    if place.y <= rect.y + down { edges.insert(.top) } else if place.y >= rect.maxY - down { edges.insert(.bottom) }
    return edges.isEmpty ? .all : edges
  }

  /// The crop when the hand is at `place`, in the pixels of a picture of `size`; nil while it is too small to be meant.
  func crop(at place: Point, in size: PixelSize) -> PixelBox? {
    guard !edges.isEmpty else {
      let new = PixelBox(
        left: Int(min(start.x, place.x)), top: Int(min(start.y, place.y)),
        right: Int(max(start.x, place.x).rounded(.up)), bottom: Int(max(start.y, place.y).rounded(.up)))
      return min(new.width, new.height) < CropDrag.shortest ? nil : new.limited(to: size)
    }
    let (across, down) = (Int((place.x - start.x).rounded()), Int((place.y - start.y).rounded()))
    return edges == .all ? box.shifted(by: across, down, in: size) : box.pulled(edges, by: across, down, in: size)
  }
}

extension PixelBox {
  /// The box inside a picture of `size`, no smaller than can be.
  func limited(to size: PixelSize) -> PixelBox {
    let least = CropDrag.shortest
    let left = max(0, min(left, size.width - least))
    let top = max(0, min(top, size.height - least))
    return PixelBox(
      left: left, top: top, right: max(min(right, size.width), min(size.width, left + least)),
      bottom: max(min(bottom, size.height), min(size.height, top + least)))
  }

  /// The box moved as far as it stays inside.
  func shifted(by across: Int, _ down: Int, in size: PixelSize) -> PixelBox {
    let x = max(-left, min(across, size.width - right))
    let y = max(-top, min(down, size.height - bottom))
    return PixelBox(left: left + x, top: top + y, right: right + x, bottom: bottom + y)
  }

  /// The box with some of its edges moved; none goes past its opposite.
  func pulled(_ edges: CropDrag.Edges, by across: Int, _ down: Int, in size: PixelSize) -> PixelBox {
    var box = self
    let least = CropDrag.shortest
    if edges.contains(.left) { box.left = min(box.left + across, box.right - least) }
    if edges.contains(.right) { box.right = max(box.right + across, box.left + least) }
    if edges.contains(.top) { box.top = min(box.top + down, box.bottom - least) }
    if edges.contains(.bottom) { box.bottom = max(box.bottom + down, box.top + least) }
    return box.limited(to: size)
  }
}
