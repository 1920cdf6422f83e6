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
  /// The element that the keyboard goes to.
  public internal(set) var focus: ControlName?
  /// Where the keyboard went before a modal layer came.
  private var focusBehind: ControlName?
  /// Whether the focus is shown: only after the keyboard was used.
  var showsFocus = false
  /// Where the pointer is, in units; nil outside of the window.
  var pointer: Point?
  /// The element under the pointer.
  var hovered: ControlName?
  /// What was pressed and is still held.
  var press: Press?
  /// The paper that each device draws on.
  var strokes: [Int: ControlName] = [:]
  var tooltip = Tooltip()
  private var damage = Damage()
  private var cursor = Cursor.arrow

  /// A press that was not released yet.
  struct Press: Equatable {
    var name: ControlName
    var device: Int
  }

  /// An empty stage on `host`.
  public init(on host: any Host, theme: Theme) {
    self.host = host
    self.theme = theme
    scale = host.settings.scale
    damage.add(wholeWindow)
  }

  /// The window's size in units.
  public var size: Size {
    Size(width: Double(host.surface.width) / scale, height: Double(host.surface.height) / scale)
  }

  private var wholeWindow: PixelRect {
    PixelRect(x: 0, y: 0, width: host.surface.width, height: host.surface.height)
  }

  /// Shows `scene` from the next drawing on; only what differs is drawn again.
  public func show(_ scene: Scene, theme: Theme, scale: Double) {
    let old = self.scene
    self.scene = scene
    if theme != self.theme || scale != self.scale || scene.modalStart != old.modalStart {
      (self.theme, self.scale) = (theme, scale)
      invalidateEverything()
    } else {
      invalidateDifferences(from: old)
    }
    settle(modalBefore: old.modalStart != nil)
  }

  private func invalidateDifferences(from old: Scene) {
    // Nearly always the same elements come in the same order, and looking by position is enough.
    var index = 0
    let (before, after) = (old.elements, scene.elements)
    while index < min(before.count, after.count), before[index].name == after[index].name {
      invalidateDifference(before[index], after[index])
      index += 1
    }
    guard index < max(before.count, after.count) else { return }
    for element in before[index...] { invalidate(element.visibleFrame) }
    for element in after[index...] { invalidate(element.visibleFrame) }
  }

  private func invalidateDifference(_ before: Element, _ after: Element) {
    guard !before.isSame(as: after) else { return }
    invalidate(before.visibleFrame)
    invalidate(after.visibleFrame)
    if after.name == focus, before.frame != after.frame { invalidateRing(of: before) }
    if after.name == focus { invalidateRing(of: after) }
  }

  /// Has a part of the window drawn again, in units.
  public func invalidate(_ rect: Rect) { invalidate(PixelRect(covering: rect, scale: scale)) }

  /// Has a part of the window drawn again, in pixels.
  public func invalidate(_ rect: PixelRect) { damage.add(rect.intersection(wholeWindow)) }

  /// Has all of the window drawn again.
  public func invalidateEverything() { damage.add(wholeWindow) }

  func invalidate(_ name: ControlName?) {
    guard let name, let element = scene[name] else { return }
    invalidate(element.visibleFrame)
  }

  func invalidateRing(of element: Element) { invalidate(FocusRing.outline(of: element.frame).inset(by: -2)) }

  /// Whether something has to be drawn.
  public var needsDrawing: Bool { !damage.isEmpty }

  /// Draws what has to be drawn and says which pixels changed.
  public func draw() throws -> [PixelRect] {
    let rects = damage.rects
    guard !rects.isEmpty else { return [] }
    damage.removeAll()
    try host.surface.draw { context in
      for rect in rects {
        let part = rect.inUnits(scale: scale)
        context.clipped(to: part) { draw(part, on: context) }
      }
    }
    return rects
  }

  private func draw(_ part: Rect, on context: Context) {
    context.paint(theme.background)
    for element in scene.elements where element.visibleFrame.overlaps(part, tolerance: 0) {
      if let clip = element.clip {
        context.clipped(to: clip) { element.look.draw(on: context, in: element.frame, as: state(of: element)) }
      } else {
        element.look.draw(on: context, in: element.frame, as: state(of: element))
      }
    }
    if showsFocus, let focus, let element = scene[focus] { FocusRing.draw(around: element.frame, on: context, theme) }
    tooltip.draw(on: context, theme: theme, scale: scale)
  }

  private func state(of element: Element) -> ElementState {
    ElementState(
      isHovered: element.name == hovered, isPressed: element.name == press?.name && hovered == press?.name,
      isFocused: showsFocus && element.name == focus, isEnabled: element.isEnabled, theme: theme, scale: scale)
  }

  /// Brings pointer and focus in line with a scene that is new.
  private func settle(modalBefore: Bool) {
    if scene.modalStart != nil, !modalBefore { focusBehind = focus }
    if scene.modalStart == nil, modalBefore { focus = focusBehind }
    if let name = focus, !scene.activeElements.contains(where: { $0.name == name && $0.isFocusable }) {
      focus = nil
    }
    if scene.modalStart != nil, focus == nil { focus = scene.activeElements.first { $0.isFocusable }?.name }
    if let name = press?.name, scene[name] == nil { press = nil }
    hover()
  }

  /// Finds out what is under the pointer.
  func hover() {
    let element = pointer.flatMap { scene.element(at: $0) }
    if element?.name != hovered {
      invalidate(hovered)
      hovered = element?.name
      invalidate(hovered)
    }
    let shape = element.map { $0.isEnabled ? $0.cursor : .arrow } ?? .arrow
    if shape != cursor {
      cursor = shape
      host.setCursor(shape)
    }
  }

  // MARK: Time

  /// When `wake` has something to do.
  public var nextDeadline: Duration? { tooltip.deadline }

  /// Shows a tooltip whose time has come.
  public func wake() {
    guard let deadline = tooltip.deadline, deadline <= host.now else { return }
    invalidate(tooltip.frame)
    tooltip.appear(for: hovered.flatMap { scene[$0] }, in: size)
    invalidate(tooltip.frame)
  }
}
