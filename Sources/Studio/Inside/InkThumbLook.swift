import Graphics
import Toolkit

/// The ink of the canvas, or a part of it, small.
struct InkThumbLook: Look {
  var canvas: CanvasLook?
  /// That of the drawing: the canvas itself does not say when its ink changes.
  var revision: Int
  /// The part of the canvas that is seen.
  var view: Rect
  /// The box around the ink.
  var box: Rect?

  var text: String { box == nil ? "ink" : "ink in its box" }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    context.fill(frame, with: theme.canvas)
    if let canvas {
      let paper = PipelinePictures.canvas(seen: view, in: frame)
      context.clipped(to: frame) {
        canvas.picture.draw(on: context, in: paper)
        paint(canvas.ink.mask, canvas.inkColor(in: theme), on: context, in: paper, as: state)
      }
    }
    PipelinePictures.outline(box, view, on: context, in: frame, theme, hairline: state.hairline)
  }

  /// Means of blocks first: the library needs long to make something much smaller.
  private func paint(
    _ mask: MaskSurface, _ color: Color, on context: Context, in paper: Rect, as state: ElementState
  ) {
    let factor = Int(Double(mask.width) / max(1, paper.width * state.scale))
    guard factor > 1, let small = try? mask.reduced(by: factor) else {
      return context.paint(color, through: mask, in: paper)
    }
    // What was left over at the right and below is missing in the small one.
    let share = Double(small.width * factor) / Double(mask.width)
    let place = Rect(x: paper.x, y: paper.y, width: paper.width * share, height: paper.height * share)
    context.paint(color, through: small, in: place)
  }
}
