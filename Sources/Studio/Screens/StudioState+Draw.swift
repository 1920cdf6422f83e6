import Graphics
import Ink
import Toolkit

extension StudioState {
  func drawScreen(_ layout: WindowLayout, _ moving: Moving) -> [Element] {
    rail(layout) + [
      Element(
        .canvas, layout.canvas, moving.canvas, role: .paper, hint: "", cursor: tool == .eraser ? .hidden : .crosshair)
    ] + (isNumber ? signBoxes(layout) : []) + timeBar(layout) + panel(layout, moving)
  }

  // MARK: The tools

  /// A button of the rail.
  private struct RailButton {
    var name: ControlName
    var icon: Icon
    var label: String
    var hint: String
    var isChosen = false
    var isEnabled = true
  }

  private func rail(_ layout: WindowLayout) -> [Element] {
    let isCompact = layout.room == .compact
    var groups = railGroups(isCompact: isCompact)
    // Where the panel has no room for the choice.
    if NumberLayout.choice(layout) == nil {
      groups[0].append(
        RailButton(
          name: .reads, icon: .number, label: "Number", hint: "Read a number of several digits (N)", isChosen: isNumber)
      )
    }
    let room = layout.rail.height
    let count = Double(groups.reduce(0) { $0 + $1.count })
    let full: Double = isCompact ? 44 : 52
    let gap = min(2, max(0, (room - count * full - 2 * 17) / count))
    let height = min(full, max(26, ((room - 2 * 17) / count).rounded(.down)))
    var y = layout.rail.y
    var elements: [Element] = []
    for (index, group) in groups.enumerated() {
      if index > 0 {
        let line = Rect(x: layout.rail.x + 8, y: y + 8, width: layout.rail.width - 16, height: 1)
        elements.append(Element(ControlName(rawValue: "rail.line.\(index)"), line, LineLook()))
        y += 17
      }
      for button in group {
        let frame = Rect(x: layout.rail.x, y: y, width: layout.rail.width, height: height)
        elements.append(element(button, frame, hasLabel: !isCompact && height >= 48))
        y += height + gap
      }
    }
    return elements
  }

  private func element(_ button: RailButton, _ frame: Rect, hasLabel: Bool) -> Element {
    let look: any Look
    if button.name == .width {
      let range = Settings.penWidths
      let fraction = (settings.penWidth - range.lowerBound) / (range.upperBound - range.lowerBound)
      look = WidthLook(fraction: fraction, label: hasLabel ? button.label : "", isOpen: overlay == .width)
    } else {
      look = ButtonLook(
        hasLabel ? button.label : "", icon: button.icon, style: .bare, arrangement: hasLabel ? .below : .beside,
        isChosen: button.isChosen, iconSize: hasLabel ? 20 : 22)
    }
    return Element(
      button.name, frame, look, role: .button, isEnabled: button.isEnabled, hint: button.hint, cursor: .hand)
  }

  private func railGroups(isCompact: Bool) -> [[RailButton]] {
    let hand = [
      RailButton(name: .pen, icon: .pen, label: "Pen", hint: "Pen (B)", isChosen: tool == .pen),
      RailButton(
        name: .eraser, icon: .eraser, label: "Eraser", hint: "Eraser (E); the right button erases while it is held",
        isChosen: tool == .eraser),
      RailButton(name: .width, icon: .pen, label: "Width", hint: "Width of the pen ([ and ])"),
    ]
    let history = [
      RailButton(
        name: .undo, icon: .undo, label: "Undo",
        hint: document.canUndo ? "Undo (Ctrl+Z)" : "Nothing to undo yet", isEnabled: document.canUndo),
      RailButton(
        name: .redo, icon: .redo, label: "Redo",
        hint: document.canRedo ? "Redo (Ctrl+Shift+Z)" : "Nothing was undone", isEnabled: document.canRedo),
      RailButton(
        name: .clear, icon: .clear, label: "Clear",
        hint: document.isBlank ? "The canvas is blank" : "Clear (C); undo brings it back", isEnabled: !document.isBlank),
    ]
    var files = [
      RailButton(name: .open, icon: .open, label: "Open", hint: "Open a drawing or a picture (Ctrl+O)"),
      RailButton(name: .save, icon: .save, label: "Save", hint: "Save the drawing (Ctrl+S)"),
      RailButton(name: .paste, icon: .paste, label: "Paste", hint: "Paste a picture (Ctrl+V)"),
      RailButton(name: .export, icon: .export, label: "Export", hint: "Export or copy (Ctrl+Shift+E)"),
    ]
    if isCompact { files.remove(at: 2) }
    return [hand, history, files]
  }
}
