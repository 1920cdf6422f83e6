package import Graphics
package import Toolkit

/// The panel of a file chooser, in the middle of the window.
package enum FileChooserView {
  /// Where everything is, in units.
  struct Layout {
    let panel, title, field, path, list, message, buttons: Rect

    init(in size: Size) {
      let (width, height) = (min(760, size.width - 32), min(600, size.height - 32))
      panel = Rect(
        x: ((size.width - width) / 2).rounded(), y: ((size.height - height) / 2).rounded(), width: max(0, width),
        height: max(0, height))
      let inner = panel.inset(by: 20)
      func line(at y: Double, _ height: Double) -> Rect { Rect(x: inner.x, y: y, width: inner.width, height: height) }
      title = line(at: inner.y, 26)
      field = line(at: title.maxY + 12, 36)
      path = line(at: field.maxY + 8, 32)
      buttons = line(at: inner.maxY - 36, 36)
      message = line(at: buttons.y - 28, 20)
      list = line(at: path.maxY + 8, max(0, message.y - 8 - path.maxY - 8))
    }
  }

  /// How many rows of the list a window of `size` units has room for.
  package static func rowsOnPage(in size: Size) -> Double {
    max(1, Layout(in: size).list.height / FileChooser.rowHeight)
  }

  /// The panel as a modal layer of a window of `size` units; `thumbnails` are by path.
  package static func elements(
    _ chooser: FileChooser, in size: Size, thumbnails: [String: PixelImage] = [:]
  ) -> [Element] {
    let layout = Layout(in: size)
    var elements = [
      Element("files.veil", Rect(size), PanelLook(.veil)),
      Element(FileChooser.panel, layout.panel, PanelLook(.surface, edges: .all, radius: 8), role: .panel),
      Element("files.title", layout.title, LabelLook(chooser.title, .title)),
      Element(FileChooser.name, layout.field, field(of: chooser), role: .text, cursor: .text),
    ]
    elements += path(of: chooser, in: layout.path)
    elements += list(of: chooser, in: layout.list, thumbnails)
    elements.append(message(of: chooser, in: layout.message))
    return elements + buttons(of: chooser, in: layout.buttons)
  }

  private static func field(of chooser: FileChooser) -> FieldLook {
    let placeholder = chooser.isSaving ? "Name" : "Type a part of a name, or a path such as ~/digits"
    return FieldLook(
      SafeName.text(chooser.field.text), placeholder: placeholder, cursor: chooser.field.cursor,
      selection: chooser.field.selection)
  }

  /// The way up, and the directories on the way here: the last ones where there is no room for all.
  private static func path(of chooser: FileChooser, in frame: Rect) -> [Element] {
    let segments = PathText.segments(of: chooser.directory)
    let up = Rect(x: frame.x, y: frame.y, width: 48, height: frame.height)
    var elements = [
      Element(
        FileChooser.up, up, ButtonLook("Up"), role: .button, isEnabled: segments.count > 1,
        hint: "To the folder that holds this one (Alt+Up)")
    ]
    let room = frame.inset(left: 56)
    let widths = segments.map { min(200, max(32, Font.body.width(of: $0.name) + 20).rounded(.up)) }
    var (first, width) = (segments.count - 1, widths[segments.count - 1])
    while first > 0, width + 4 + widths[first - 1] <= room.width {
      first -= 1
      width += 4 + widths[first]
    }
    var x = room.x
    for index in first..<segments.count {
      let place = Rect(x: x, y: frame.y, width: min(widths[index], max(0, room.maxX - x)), height: frame.height)
      let look = ButtonLook(segments[index].name, style: .bare)
      elements.append(
        Element(
          FileChooser.path.part(index), place, look, role: .button, hint: SafeName.text(segments[index].path)))
      x = place.maxX + 4
    }
    return elements
  }

  private static func list(
    of chooser: FileChooser, in frame: Rect, _ thumbnails: [String: PixelImage]
  ) -> [Element] {
    var elements = [
      Element(FileChooser.list, frame, PanelLook(.background, radius: 4), role: .area)
    ]
    if chooser.rowCount == 0 {
      elements.append(
        Element("files.empty", frame.inset(by: 8), LabelLook(emptyText(of: chooser), .body, .muted, .center)))
    }
    let height = FileChooser.rowHeight
    let first = min(chooser.rowCount, Int(chooser.firstRow))
    let end = min(chooser.rowCount, Int((chooser.firstRow + frame.height / height).rounded(.up)))
    for row in first..<max(first, end) {
      let y = frame.y + (Double(row) - chooser.firstRow) * height
      let place = Rect(x: frame.x, y: y, width: frame.width, height: height)
      let look = FileRowLook(
        chooser.entry(row: row), thumbnail: thumbnails[chooser.path(row: row)], isChosen: row == chooser.selection,
        isHovered: row == chooser.hovered)
      var element = Element(FileChooser.list.part(row), place, look)
      element.clip = frame
      elements.append(element)
    }
    if let bar = scrollBar(of: chooser, in: frame) { elements.append(bar) }
    return elements
  }

  private static func emptyText(of chooser: FileChooser) -> String {
    if chooser.isLoading { return "Reading …" }
    if chooser.problem != nil, !chooser.isSaving { return "Choose another folder" }
    if !chooser.field.text.isEmpty, !chooser.isSaving {
      return PathText.isPath(chooser.field.text) ? "Enter goes there" : "No name matches"
    }
    return chooser.isSaving ? "No folders here" : "Nothing here that can be opened"
  }

  private static func scrollBar(of chooser: FileChooser, in frame: Rect) -> Element? {
    let rows = Double(chooser.rowCount)
    guard rows > chooser.rowsOnPage, frame.height > 0 else { return nil }
    let height = max(24, frame.height * chooser.rowsOnPage / rows)
    let y = frame.y + (frame.height - height) * chooser.firstRow / (rows - chooser.rowsOnPage)
    return Element(
      "files.scroll", Rect(x: frame.maxX - 6, y: y, width: 4, height: height), PanelLook(.control, radius: 2))
  }

  private static func message(of chooser: FileChooser, in frame: Rect) -> Element {
    let look: LabelLook
    if let replaced = chooser.replaced {
      look = LabelLook("\(SafeName.last(of: replaced)) is there already", .secondary, .warn)
    } else if let problem = chooser.problem {
      look = LabelLook(problem, .secondary, .bad)
    } else {
      let cut = chooser.isCut ? " of more than \(DirectoryListing.most)" : ""
      look = LabelLook("\(chooser.rowCount)\(cut) shown", .secondary, .muted)
    }
    return Element(FileChooser.message, frame, look)
  }

  private static func buttons(of chooser: FileChooser, in frame: Rect) -> [Element] {
    let primary = Rect(x: frame.maxX - 112, y: frame.y, width: 112, height: frame.height)
    let second = Rect(x: primary.x - 120, y: frame.y, width: 112, height: frame.height)
    if chooser.replaced != nil {
      return [
        Element(FileChooser.keep, second, ButtonLook("Keep it"), role: .button),
        Element(FileChooser.replace, primary, ButtonLook("Replace", style: .primary), role: .button),
      ]
    }
    if case .openFolder = chooser.purpose {
      let folder = Rect(x: second.x - 144, y: frame.y, width: 136, height: frame.height)
      let hidden = Rect(x: frame.x, y: frame.y, width: min(168, max(0, folder.x - 16 - frame.x)), height: frame.height)
      return buttons(of: chooser, hidden: hidden, cancel: second, open: primary) + [
        Element(
          FileChooser.folder, folder, ButtonLook("Whole folder"), role: .button, isEnabled: chooser.takesFolder,
          hint: "All pictures in the folder that is shown, and below", cursor: .hand)
      ]
    }
    let hidden = Rect(x: frame.x, y: frame.y, width: min(180, max(0, second.x - 16 - frame.x)), height: frame.height)
    return buttons(of: chooser, hidden: hidden, cancel: second, open: primary)
  }

  private static func buttons(of chooser: FileChooser, hidden: Rect, cancel: Rect, open: Rect) -> [Element] {
    [
      Element(
        FileChooser.hidden, hidden, SwitchLook("Hidden files", isOn: chooser.showsHidden), role: .button,
        hint: "Ctrl+H"),
      Element(FileChooser.cancel, cancel, ButtonLook("Cancel"), role: .button),
      Element(
        FileChooser.open, open, ButtonLook(chooser.isSaving ? "Save" : "Open", style: .primary), role: .button,
        isEnabled: chooser.canConfirm),
    ]
  }
}
