import Graphics
import Toolkit

/// A row of a list of files: a small picture of it, its name, its size and date.
struct FileRowLook: Look {
  let entry: FileEntry
  let thumbnail: PixelImage?
  let isChosen: Bool
  let isHovered: Bool

  init(_ entry: FileEntry, thumbnail: PixelImage?, isChosen: Bool, isHovered: Bool) {
    self.entry = entry
    self.thumbnail = thumbnail
    self.isChosen = isChosen
    self.isHovered = isHovered
  }

  var text: String { entry.shownName + (entry.isDirectory ? "/" : "") + (isChosen ? " (chosen)" : "") }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    if isChosen || isHovered {
      context.fill(
        Path(frame.inset(left: 2, right: 10), radius: 4), with: isChosen ? theme.quietAccent : theme.controlHover)
    }
    drawPicture(on: context, in: Rect(x: frame.x + 8, y: frame.y + 4, width: 32, height: 32), as: state)
    let detail = entry.detail
    let detailWidth = Font.secondary.width(of: detail)
    let end = frame.maxX - 18
    let nameRoom = end - frame.x - 52
    // A narrow list tells the name rather than the date.
    let showsDetail = detailWidth + 140 < nameRoom
    let name = Font.body.fitted(entry.shownName, width: nameRoom - (showsDetail ? detailWidth + 12 : 0))
    let baseline = frame.midY + Font.body.digitHeight / 2
    context.draw(name, at: Point(x: frame.x + 52, y: baseline), font: .body, color: theme.text)
    if showsDetail {
      context.draw(detail, at: Point(x: end - detailWidth, y: baseline), font: .secondary, color: theme.muted)
    }
  }

  private func drawPicture(on context: Context, in frame: Rect, as state: ElementState) {
    guard let thumbnail, thumbnail.width > 0, thumbnail.height > 0 else {
      let icon = entry.isDirectory ? Icon.open : entry.ends(in: [".ndjson", ".ndjson.gz"]) ? Icon.pen : Icon.image
      icon.draw(
        on: context, at: Point(x: frame.midX, y: frame.midY), size: 20, color: state.theme.muted, scale: state.scale)
      return
    }
    let scale = min(frame.width / Double(thumbnail.width), frame.height / Double(thumbnail.height))
    let (width, height) = (Double(thumbnail.width) * scale, Double(thumbnail.height) * scale)
    context.draw(
      thumbnail, in: Rect(x: frame.midX - width / 2, y: frame.midY - height / 2, width: width, height: height))
  }
}
