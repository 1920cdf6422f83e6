public import Graphics

/// Shows a scene on a host: knows what the pointer and the keyboard do with its elements, and draws what changed.
@MainActor
public final class Stage {
  let host: any Host
  /// What is shown.
  public private(set) var scene = Scene()
  /// The colours it is shown in.
  public private(set) var theme: Theme
  /// Pixels of one unit.
  public private(set) var scale: Double
  private var hasScene = false

  /// The element that the keyboard goes to.
  public internal(set) var focus: ControlName?
  /// Whether it came there by a press: then arrow keys and Enter are for the screen, not for a choice.
  var isFocusPressed = false
  /// Where the keyboard went before a modal layer came.
  var focusBehind: ControlName?
  /// Whether the focus is shown: only after the keyboard was used.
  var showsFocus = false
  /// The ring that is on the screen, or will be with the next drawing.
  var ring: FocusRing?

  /// Where the pointer is, in units; nil outside of the window.
  var pointer: Point?
  /// Whose place that is.
  var pointerDevice = 0
  /// The element under the pointer; while something is held, that or nothing.
  var hovered: ControlName?
  var visit: Visit?
  var press: Press?
  /// What each device draws.
  var strokes: [Int: PaperStroke] = [:]
  var tooltip = Tooltip()
  var cursor = Cursor.arrow
  var damage = Damage()

  /// An empty stage on `host`.
  public init(on host: any Host, theme: Theme) {
    self.host = host
    self.theme = theme
    scale = Stage.usable(host.settings.scale)
  }

  /// The window's size in units.
  public var size: Size {
    Size(width: Double(host.surface.width) / scale, height: Double(host.surface.height) / scale)
  }

  /// Shows `scene` from the next drawing on; only what differs is drawn again.
  public func show(_ scene: Scene, theme: Theme, scale: Double) {
    let old = self.scene
    self.scene = scene
    let scale = Stage.usable(scale)
    if !hasScene || theme != self.theme || scale != self.scale {
      pointer = pointer.map { Point(x: $0.x * self.scale / scale, y: $0.y * self.scale / scale) }
      (self.theme, self.scale, hasScene) = (theme, scale, true)
      tooltip.hide()
      invalidateEverything()
    } else {
      invalidateDifferences(from: old)
    }
    settleFocus(wasModal: old.modalStart != nil)
    settlePress()
    hover()
    settleTooltip()
  }

  /// A scale that can be divided by, whatever it was worked out from.
  private static func usable(_ scale: Double) -> Double { scale.isFinite && scale > 0 ? min(16, max(0.1, scale)) : 1 }

  private func invalidateDifferences(from old: Scene) {
    let (before, after) = (old.elements, scene.elements)
    // Nearly always the same elements come in the same order, and looking by position is enough.
    var start = 0
    while start < min(before.count, after.count), before[start].name == after[start].name {
      invalidateDifference(before[start], after[start])
      start += 1
    }
    // Where some came or went, those in front of them are the same when counted from the other end.
    var (endBefore, endAfter) = (before.count, after.count)
    while endBefore > start, endAfter > start, before[endBefore - 1].name == after[endAfter - 1].name {
      (endBefore, endAfter) = (endBefore - 1, endAfter - 1)
      invalidateDifference(before[endBefore], after[endAfter])
    }
    for element in before[start..<endBefore] { invalidate(element.visibleFrame) }
    for element in after[start..<endAfter] { invalidate(element.visibleFrame) }
  }

  private func invalidateDifference(_ before: Element, _ after: Element) {
    guard !before.isSame(as: after) else { return }
    invalidate(before.visibleFrame)
    invalidate(after.visibleFrame)
  }

  // MARK: Damage

  private var wholeWindow: PixelRect {
    PixelRect(x: 0, y: 0, width: host.surface.width, height: host.surface.height)
  }

  /// Has a part of the window drawn again, in units.
  public func invalidate(_ rect: Rect) { invalidate(PixelRect(covering: rect, scale: scale)) }

  /// Has a part of the window drawn again, in pixels.
  public func invalidate(_ rect: PixelRect) { damage.add(rect.intersection(wholeWindow)) }

  /// Has all of the window drawn again.
  public func invalidateEverything() {
    damage.removeAll()
    damage.add(wholeWindow)
  }

  func invalidate(_ name: ControlName?) {
    guard let name else { return }
    for element in scene.elements where element.name == name { invalidate(element.visibleFrame) }
  }

  /// Whether something has to be drawn; not before there is a scene.
  public var needsDrawing: Bool { hasScene && !damage.isEmpty }

  /// Draws what has to be drawn and says which pixels changed.
  public func draw() throws -> [PixelRect] {
    guard needsDrawing else { return [] }
    // The window may have become smaller since.
    let rects = damage.rects.map { $0.intersection(wholeWindow) }.filter { !$0.isEmpty }
    let surface = host.surface
    try surface.draw { context in
      // The surface has the scale that the desktop asks for, and the scene may be shown in another one.
      context.scale(by: scale * surface.size.width / Double(surface.width))
      for rect in rects { context.clipped(to: rect.inUnits(scale: scale)) { draw(rect, on: context) } }
    }
    damage.removeAll()
    return rects
  }

  private func draw(_ part: PixelRect, on context: Context) {
    context.paint(theme.background)
    for (index, element) in scene.elements.enumerated() {
      // Whole pixels: a clip through the middle of one would let the edge of the frame fade twice.
      let place = PixelRect(covering: element.visibleFrame, scale: scale)
      guard element.frame.isFinite, !place.intersection(part).isEmpty else { continue }
      let state = state(of: element, isActive: index >= scene.modalStart ?? 0)
      context.clipped(to: place.inUnits(scale: scale)) {
        element.look.draw(on: context, in: element.frame, as: state)
      }
    }
    ring?.draw(on: context, theme)
    tooltip.draw(on: context, theme: theme)
  }

  private func state(of element: Element, isActive: Bool) -> ElementState {
    ElementState(
      isHovered: isActive && element.name == hovered, isPressed: isActive && isPressed(element),
      isFocused: isActive && element.name == ring?.name, isEnabled: element.isEnabled, theme: theme, scale: scale)
  }

  private func isPressed(_ element: Element) -> Bool {
    guard element.name == press?.name else { return false }
    // A button shows whether letting go would activate it; a slider follows the pointer everywhere.
    if case .slider = element.role { return true }
    return element.name == hovered
  }

  // MARK: Time

  /// When `wake` has something to do.
  public var nextDeadline: Duration? { tooltip.deadline }

  /// Shows a tooltip whose time has come.
  public func wake() {
    guard let deadline = tooltip.deadline, deadline <= host.now else { return }
    appearTooltip()
  }
}
