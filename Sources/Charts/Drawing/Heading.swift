public import Graphics

/// A title, a muted line below it and a note at the right: the head of a figure.
public struct Heading: Chart, Equatable {
  public var title: String
  public var detail: String
  public var note: String

  /// The height of a heading, without the gap below it.
  public static let height = 44.0

  /// Takes the three texts as they are; empty ones leave their place empty.
  public init(title: String, detail: String = "", note: String = "") {
    self.title = title
    self.detail = detail
    self.note = note
  }

  /// Title and detail at the left, note at the right where it fits.
  public func drawing(in rect: Rect, theme: Theme) -> Drawing {
    var drawing = Drawing()
    let title = Font.title.fitted(title, width: rect.width)
    let first = Label(title, font: .title, color: theme.text, at: Point(x: rect.x, y: rect.y + 19))
    drawing.add(first)
    let free = rect.maxX - first.frame.maxX - 24
    let note = free < 80 ? "" : Font.secondary.fitted(note, width: free)
    if !note.isEmpty {
      drawing.add(
        Label(note, font: .secondary, color: theme.muted, at: Point(x: rect.maxX, y: rect.y + 19), anchor: .end))
    }
    let detail = Font.secondary.fitted(detail, width: rect.width)
    drawing.add(Label(detail, font: .secondary, color: theme.muted, at: Point(x: rect.x, y: rect.y + 40)))
    return drawing
  }
}
