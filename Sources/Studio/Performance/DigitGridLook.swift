import Charts
import Graphics
import Recognition
import Toolkit

/// A page of small pictures with what is read in each, one of them chosen.
struct DigitGridLook: Look {
  /// A picture and what stands below it.
  struct Item: Equatable {
    var image: GrayImage
    var left: ImageGrid.Caption
    var right: ImageGrid.Caption
  }

  var items: [Item]
  var places: DigitPlaces
  /// Which of them is chosen.
  var chosen: Int?

  var text: String { "\(items.count) digits" }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    let inner = frame.inset(by: DigitPlaces.margin)
    let grid = places.grid(
      items.map { item in
        let pixels = PixelImage(
          gray: item.image.pixels, width: item.image.width, height: item.image.height, paper: theme.canvas,
          ink: theme.ink)
        return ImageGrid.Item(image: pixels, left: item.left, right: item.right)
      })
    grid.draw(on: context, in: inner, theme: theme)
    guard let chosen, items.indices.contains(chosen) else { return }
    let place = grid.place(of: chosen, in: inner)
    context.stroke(Path(place.inset(by: -3), radius: 3), with: Graphics.Stroke(theme.accent, width: 2))
  }
}

/// How many small pictures have room, and where they stand.
struct DigitPlaces: Equatable {
  let columns: Int
  let rows: Int
  let side: Double
  let gap: Double

  /// Room around the pictures for the outline of the chosen one.
  static let margin = 4.0
  private static let caption = 20.0
  private static let rowGap = 12.0

  /// The places in an area of `size` for `count` pictures, larger where all of them have room: a picture's pixel is a
  /// whole number of the screen's pixels.
  init(_ size: Size, scale: Double, isSmall: Bool, count: Int) {
    let isLarge = size.width >= 800 && size.height >= 800
    let sizes: [Double] = isSmall ? [4, 3] : isLarge ? [8, 7, 6] : [6, 5, 4]
    let all = sizes.map { DigitPlaces(size, scale: scale, wished: $0) }
    self = all.first { $0.count >= count } ?? DigitPlaces(size, scale: scale, wished: sizes.last ?? 4)
  }

  private init(_ size: Size, scale: Double, wished: Double) {
    let room = Size(width: size.width - 2 * DigitPlaces.margin, height: size.height - 2 * DigitPlaces.margin)
    side = max(1, (wished * scale).rounded(.down)) * 28 / scale
    columns = max(1, Int((room.width + 16) / (side + 16)))
    rows = max(1, Int((room.height + DigitPlaces.rowGap) / (side + DigitPlaces.caption + DigitPlaces.rowGap)))
    gap = columns < 2 ? 0 : min(36, ((room.width - side * Double(columns)) / Double(columns - 1)).rounded(.down))
  }

  /// How many have room.
  var count: Int { columns * rows }

  func grid(_ items: [ImageGrid.Item?]) -> ImageGrid {
    ImageGrid(
      items: items, columns: columns, side: side, gap: gap, rowGap: DigitPlaces.rowGap,
      captionHeight: DigitPlaces.caption)
  }

  /// Which of `count` pictures lies at a place of the area.
  func index(at place: Point, of count: Int, in size: Size) -> Int? {
    let inner = Rect(size).inset(by: DigitPlaces.margin)
    let grid = grid([])
    return (0..<min(count, self.count)).first { grid.place(of: $0, in: inner).inset(by: -6).contains(place) }
  }
}
