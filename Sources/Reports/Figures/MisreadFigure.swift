import Charts
import Graphics

/// The surest mistakes: what was read at the left below each picture, what was written at the right.
struct MisreadFigure: Chart {
  var images: [ModelFigureData.MisreadImage]

  private static let mostColumns = 5
  private static let gap = 20.0
  private static let captionHeight = 20.0

  /// Rows of at most five, as many as fit; one sentence where there is no mistake.
  func drawing(in rect: Rect, theme: Theme) -> Drawing {
    var drawing = Drawing()
    guard !images.isEmpty else {
      let middle = Label(
        "Every digit was read as it was written.", font: .section, color: theme.muted, x: rect.midX,
        middle: rect.midY - 20, anchor: .middle)
      drawing.add(middle)
      return drawing
    }
    let place = rect.inset(top: 24)
    let (columns, side) = arrangement(in: place)
    let spare = (rect.width - side * Double(columns)) / Double(max(1, columns - 1))
    let gap = columns == MisreadFigure.mostColumns ? spare : min(spare, 2 * MisreadFigure.gap)
    let grid = ImageGrid(
      items: images.map { item($0, theme: theme) }, columns: columns, side: side, gap: gap,
      rowGap: MisreadFigure.gap, captionHeight: MisreadFigure.captionHeight)
    drawing.add(legend(in: rect, theme: theme))
    drawing.add(grid.drawing(in: place, theme: theme))
    return drawing
  }

  /// The number of columns with the largest pictures that all fit; five where there are many.
  private func arrangement(in rect: Rect) -> (columns: Int, side: Double) {
    let choices = (1...MisreadFigure.mostColumns).map { columns in
      let rows = Double((images.count + columns - 1) / columns)
      let across = (rect.width - MisreadFigure.gap * Double(columns - 1)) / Double(columns)
      let down = (rect.height + MisreadFigure.gap) / rows - MisreadFigure.gap - MisreadFigure.captionHeight
      return (columns: columns, side: ImageGrid.wholeSide(room: min(across, down, 238)), across: across)
    }
    let best = choices.max { $0.side < $1.side } ?? choices[0]
    let last = choices[choices.count - 1]
    guard best.side <= ImageGrid.wholeSide(room: last.across) else { return (best.columns, best.side) }
    return (last.columns, ImageGrid.wholeSide(room: last.across))
  }

  private func item(_ misread: ModelFigureData.MisreadImage, theme: Theme) -> ImageGrid.Item {
    ImageGrid.Item(
      image: misread.image.pixels(theme),
      left: .init(strong: String(misread.prediction), plain: NumberText.answered(misread.confidence)),
      right: .init(strong: String(misread.label), plain: NumberText.answered(misread.labelProbability)))
  }

  private func legend(in rect: Rect, theme: Theme) -> Drawing {
    var drawing = Drawing()
    let read = Label(
      "Below each at the left: read as;", font: .secondary, color: theme.text,
      at: Point(x: rect.x, y: rect.y + 10))
    drawing.add(read)
    drawing.add(
      Label(
        "at the right: written", font: .secondary, color: theme.muted,
        at: Point(x: read.frame.maxX + 5, y: rect.y + 10)))
    return drawing
  }
}
