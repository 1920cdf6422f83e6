public import Graphics
public import Toolkit

/// The paper, the picture and the ink on it, and what shows while somebody erases or drops.
///
/// Ink and the eraser's circle change with every sample. Whoever changes them tells the stage the rectangle, and two looks
/// are equal whatever ink they show: nothing is compared point by point, and nothing is drawn that did not change.
public struct CanvasLook: Look {
  public let ink: InkLayer
  public let picture: PictureLayer
  public var showsGrid: Bool
  /// Whether something is held over the canvas that would be placed on it.
  public var isDropTarget: Bool
  /// The eraser, where it is over the canvas.
  public var eraser: EraserPreview?
  private let inkRevision: Int
  private let pictureRevision: Int

  /// Shows the layers as they are.
  public init(
    ink: InkLayer, picture: PictureLayer, showsGrid: Bool = false, isDropTarget: Bool = false,
    eraser: EraserPreview? = nil
  ) {
    (self.ink, self.picture, self.showsGrid) = (ink, picture, showsGrid)
    (self.isDropTarget, self.eraser) = (isDropTarget, eraser)
    (inkRevision, pictureRevision) = (ink.revision, picture.revision)
  }

  public static func == (one: CanvasLook, other: CanvasLook) -> Bool {
    one.ink === other.ink && one.inkRevision == other.inkRevision && one.picture === other.picture
      && one.pictureRevision == other.pictureRevision && one.showsGrid == other.showsGrid
      && one.isDropTarget == other.isDropTarget
  }

  private static let cornerRadius = 4.0
  private static let gridStep = 100.0

  public func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let paper = CanvasSpace.paper(in: frame, scale: state.scale)
    // Nearly always the pen is somewhere inside, and neither corners nor border are drawn.
    if paper.inset(by: CanvasLook.cornerRadius).contains(context.clipBounds, tolerance: 0) {
      drawInside(of: paper, on: context, as: state)
      return
    }
    let outline = Path(paper.inset(by: 0.5), radius: CanvasLook.cornerRadius)
    context.clipped(to: Path(paper, radius: CanvasLook.cornerRadius)) { drawInside(of: paper, on: context, as: state) }
    context.stroke(outline, with: Graphics.Stroke(state.theme.edge, width: 1))
    if isDropTarget {
      let ring = Path(paper.inset(by: 1.5), radius: CanvasLook.cornerRadius)
      context.stroke(ring, with: Graphics.Stroke(state.theme.accent, width: 3))
    }
  }

  private func drawInside(of paper: Rect, on context: Context, as state: ElementState) {
    context.paint(state.theme.canvas)
    if showsGrid { drawGrid(in: paper, on: context, as: state) }
    picture.draw(on: context, in: paper)
    context.paint(inkColor(in: state.theme), through: ink.mask, in: paper)
    if isDropTarget { context.paint(state.theme.accent.withAlpha(0.08)) }
    eraser?.draw(on: context, in: paper, theme: state.theme)
  }

  /// Over a picture, whose paper may be white in a dark window, a blue that is seen on both.
  func inkColor(in theme: Theme) -> Color { picture.isShown ? Theme.light.accent : theme.ink }

  private func drawGrid(in paper: Rect, on context: Context, as state: ElementState) {
    let unit = paper.width / CanvasSpace.side
    for place in stride(from: CanvasLook.gridStep, to: CanvasSpace.side, by: CanvasLook.gridStep) {
      let (x, y) = (state.snapped(paper.x + place * unit), state.snapped(paper.y + place * unit))
      let color = state.theme.line
      context.fill(Rect(x: x, y: paper.y, width: state.hairline, height: paper.height), with: color)
      context.fill(Rect(x: paper.x, y: y, width: paper.width, height: state.hairline), with: color)
    }
  }
}
