import Graphics

extension Stage {
  /// The pointer has moved: words about what it came to are to appear in a moment.
  func expectTooltip() {
    guard press == nil, tooltip.owner != hovered else { return }
    invalidate(tooltip.frame)
    tooltip.expect(hovered.flatMap { scene.active($0)?.hint } ?? "", of: hovered, at: host.now)
  }

  /// Takes the tooltip away until the pointer comes to something else.
  func cancelTooltip() {
    invalidate(tooltip.frame)
    tooltip.cancel(over: hovered)
  }

  /// Shows the words about what is under the pointer, if it is still what they were expected for.
  func appearTooltip() {
    invalidate(tooltip.frame)
    if let element = hovered.flatMap({ scene.active($0) }), element.name == tooltip.owner {
      tooltip.appear(for: element, in: size)
    } else {
      tooltip.hide()
    }
    invalidate(tooltip.frame)
  }

  /// Brings the tooltip in line with a scene that is new: the element may have moved, gone or got other words.
  func settleTooltip() {
    if tooltip.isVisible { appearTooltip() }
  }
}
