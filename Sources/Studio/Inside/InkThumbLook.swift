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
        context.paint(theme.ink, through: canvas.ink.mask, in: paper)
      }
    }
    PipelinePictures.outline(box, view, on: context, in: frame, theme, hairline: state.hairline)
  }
}
