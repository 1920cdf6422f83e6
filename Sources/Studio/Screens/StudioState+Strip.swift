import Graphics
import Ink
import Toolkit

extension StudioState {
  /// The row beneath the canvas: when the drawing is read, and the button that asks.
  func strip(_ layout: WindowLayout) -> [Element] {
    let row = layout.strip
    guard layout.hasStrip else { return [] }
    let box = Rect(x: row.x, y: row.y + (row.height - 36) / 2, width: 168, height: 36)
    let isLive = settings.isLive
    let live = Rect(x: box.x, y: box.y, width: 68, height: box.height)
    let onEnter = Rect(x: live.maxX, y: box.y, width: 100, height: box.height)
    let button = Rect(x: box.maxX + 12, y: box.y, width: 116, height: box.height)
    var elements = [
      Element("mode", box, PanelLook(.control, radius: 8)),
      Element(
        .live, live, SegmentLook("Live", isChosen: isLive), role: .choice(group: "mode", isChosen: isLive),
        hint: "The answer follows the pen", cursor: .hand),
      Element(
        .onEnter, onEnter, SegmentLook("On Enter", isChosen: !isLive),
        role: .choice(group: "mode", isChosen: !isLive), hint: "The answer comes when you ask for it", cursor: .hand),
    ]
    if !isLive {
      elements.append(
        Element(
          .recognise, button, ButtonLook("Recognise", style: .primary), role: .button, isEnabled: !document.isBlank,
          hint: "Read the drawing (Enter)", cursor: .hand))
    }
    let hint = Rect(x: button.maxX + 12, y: row.y, width: max(0, row.maxX - button.maxX - 12), height: row.height)
    if let badge = stepsBadgeInStrip(layout) {
      elements.append(badge)
    } else if hint.width > 180 {
      elements.append(
        Element("strip.hint", hint, LabelLook("Hold the right button to erase", .secondary, .muted, .trailing)))
    }
    return elements
  }
}
