public import Graphics

/// Small pictures in rows, each with a caption of two parts.
public struct ImageGrid: Chart, Equatable {
  /// One part of a caption: a bold beginning and the rest.
  public struct Caption: Equatable, Sendable {
    public var strong: String
    public var plain: String

    /// Takes both as they are.
    public init(strong: String = "", plain: String = "") {
      self.strong = strong
      self.plain = plain
    }

    /// The room that both parts need beside each other.
    func width(_ fonts: Fonts) -> Double {
      let space = strong.isEmpty || plain.isEmpty ? 0 : 4.0
      return fonts.strong.width(of: strong) + space + fonts.plain.width(of: plain)
    }
  }

  /// The letters of captions, larger below larger pictures.
  struct Fonts {
    let strong: Font
    let plain: Font

    /// Those below a picture with a side.
    init(side: Double) {
      (strong, plain) =
        side < 140 ? (.captionBold, .caption) : side < 200 ? (.secondaryBold, .secondary) : (.bodyBold, .body)
    }
  }

  /// A picture with what stands below it at the left and, muted, at the right.
  public struct Item: Equatable, Sendable {
    public var image: PixelImage
    public var left: Caption
    public var right: Caption

    /// Takes all three as they are.
    public init(image: PixelImage, left: Caption = Caption(), right: Caption = Caption()) {
      self.image = image
      self.left = left
      self.right = right
    }
  }

  /// Row by row; nil leaves its place empty.
  public var items: [Item?]
  public var columns: Int
  /// The side of a picture in user units.
  public var side: Double
  /// Between pictures beside each other.
  public var gap: Double
  /// Between rows, captions included.
  public var rowGap: Double
  /// The room below a picture for its caption; 0 for none.
  public var captionHeight: Double

  /// Takes all as they are.
  public init(
    items: [Item?], columns: Int, side: Double, gap: Double = 8, rowGap: Double? = nil, captionHeight: Double = 0
  ) {
    precondition(columns > 0, "a grid has at least one column")
    self.items = items
    self.columns = columns
    self.side = side
    self.gap = gap
    self.rowGap = rowGap ?? gap
    self.captionHeight = captionHeight
  }

  /// The longest side up to `room` at which each of `pixels` takes whole pixels of a file at twice the size.
  public static func wholeSide(pixels: Int = 28, room: Double) -> Double {
    let half = Double(pixels) / 2
    return max(half, (room / half).rounded(.down) * half)
  }

  /// Where the picture with an index lies when the grid begins at the corner of `rect`.
  public func place(of index: Int, in rect: Rect) -> Rect {
    let (row, column) = (index / columns, index % columns)
    return Rect(
      x: rect.x + Double(column) * (side + gap), y: rect.y + Double(row) * (side + rowGap + captionHeight),
      width: side, height: side)
  }

  /// Pictures with an outline, captions below; pictures beyond the lower edge are left out.
  public func drawing(in rect: Rect, theme: Theme) -> Drawing {
    var drawing = Drawing()
    let fit = fit
    for (index, item) in items.enumerated() {
      let place = place(of: index, in: rect)
      guard let item, place.maxY + captionHeight <= rect.maxY + 0.01 else { continue }
      drawing.add(.image(item.image, place))
      drawing.add(.stroked(Path(place.inset(by: -0.5)), Stroke(theme.line)))
      guard captionHeight > 0 else { continue }
      let (left, right) = fit.captions(of: item)
      addCaption(left, color: theme.text, right: nil, to: &drawing, below: place, theme: theme)
      addCaption(right, color: theme.muted, right: place.maxX, to: &drawing, below: place, theme: theme)
    }
    return drawing
  }

  private var fonts: Fonts { Fonts(side: side) }

  /// How much of all captions fits: below one picture stands what stands below the others.
  private var fit: Fit {
    let items = items.compactMap(\.self)
    return Fit.allCases.first { fit in
      items.allSatisfy { item in
        let (left, right) = fit.captions(of: item)
        return left.width(fonts) + right.width(fonts) + 6 <= side
      }
    } ?? .strong
  }

  /// Both captions, less of the right one, or less of both.
  private enum Fit: CaseIterable {
    case whole, left, strong

    func captions(of item: Item) -> (Caption, Caption) {
      let (left, right) = (Caption(strong: item.left.strong), Caption(strong: item.right.strong))
      switch self {
      case .whole: return (item.left, item.right)
      case .left: return (item.left, right)
      case .strong: return (left, right)
      }
    }
  }

  private func addCaption(
    _ caption: Caption, color: Color, right: Double?, to drawing: inout Drawing, below place: Rect, theme: Theme
  ) {
    let (fonts, width) = (fonts, caption.width(fonts))
    let left = right.map { $0 - width } ?? place.x
    let y = place.maxY + 16
    if !caption.strong.isEmpty {
      drawing.add(Label(caption.strong, font: fonts.strong, color: color, at: Point(x: left, y: y)))
    }
    if !caption.plain.isEmpty {
      let x = left + width
      drawing.add(Label(caption.plain, font: fonts.plain, color: color, at: Point(x: x, y: y), anchor: .end))
    }
  }
}
