import Graphics
import Toolkit

/// The title of a section, and what its numbers mean at the other end of the line.
struct HeadLook: Look {
  var title: String
  var detail: String

  var text: String { detail.isEmpty ? title : "\(title), \(detail)" }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let width = min(frame.width, Font.section.width(of: title))
    LabelLook(title, .section).draw(on: context, in: frame, as: state)
    LabelLook(detail, .secondary, .muted, .trailing)
      .draw(on: context, in: frame.inset(left: width + 8), as: state)
  }
}
