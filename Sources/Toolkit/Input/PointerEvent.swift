public import Graphics

/// What a mouse, a pen or a finger does.
public struct PointerEvent: Equatable, Sendable {
  /// What happened.
  public enum Phase: Equatable, Sendable {
    case down(Button)
    case moved
    case up(Button)
    /// The device went away or somebody else took it over: the stroke ends where it was.
    case cancelled
    case entered, left
  }

  /// Which button.
  public enum Button: Hashable, Sendable {
    case primary, middle, secondary
    case other(Int)
  }

  /// What is in the hand.
  public enum Tool: Hashable, Sendable {
    case mouse, pen, eraser, finger
  }

  public var phase: Phase
  /// From the window's left upper corner; pixels from a host, units after the stage.
  public var position: Point
  public var tool: Tool
  /// Which device, so that two of them never make one line.
  public var device: Int
  /// 0…1, where the device tells it.
  public var pressure: Double?
  public var modifiers: Modifiers
  /// The host's clock; it wraps around.
  public var milliseconds: UInt32

  /// Takes everything as it is.
  public init(
    _ phase: Phase, at position: Point, tool: Tool = .mouse, device: Int = 0, pressure: Double? = nil,
    modifiers: Modifiers = [], milliseconds: UInt32 = 0
  ) {
    self.phase = phase
    self.position = position
    self.tool = tool
    self.device = device
    self.pressure = pressure
    self.modifiers = modifiers
    self.milliseconds = milliseconds
  }
}
