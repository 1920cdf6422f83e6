public import Graphics

/// Something on the screen: where it is, how it looks, what can be done with it.
public struct Element {
  public var name: ControlName
  /// In units, from the window's left upper corner.
  public var frame: Rect
  public var role: Role
  public var look: any Look
  public var isEnabled: Bool
  /// What a tooltip says.
  public var hint: String
  /// The shape of the pointer over it.
  public var cursor: Cursor
  /// Nothing outside of it is drawn or pressed: the window of a list that scrolls.
  public var clip: Rect?
  /// Whether Tab stops here; arrow keys of a screen may lead to the others.
  public var isTabStop = true

  /// Takes everything as it is.
  public init(
    _ name: ControlName, _ frame: Rect, _ look: any Look, role: Role = .decoration, isEnabled: Bool = true,
    hint: String = "", cursor: Cursor = .arrow
  ) {
    self.name = name
    self.frame = frame
    self.role = role
    self.look = look
    self.isEnabled = isEnabled
    self.hint = hint
    self.cursor = cursor
  }

  /// The part of the window that it can draw on.
  public var visibleFrame: Rect { clip.map { frame.intersection($0) } ?? frame }

  /// Whether it draws the same and does the same.
  func isSame(as other: Element) -> Bool {
    frame == other.frame && role == other.role && isEnabled == other.isEnabled && clip == other.clip
      && look.isEqual(to: other.look)
  }

  /// Whether the keyboard can go to it now.
  var isFocusable: Bool { isEnabled && takesKeyboard }

  /// Whether the keyboard can go to it while it is enabled.
  var takesKeyboard: Bool {
    switch role {
    case .decoration, .panel: false
    case .area, .button, .choice, .slider, .text, .paper: true
    }
  }

  /// Whether it can be held down; a paper has strokes instead.
  var isPressable: Bool { isFocusable && role != .paper }

  /// Whether the pointer stops at it.
  var stopsPointer: Bool { role != .decoration }
}
