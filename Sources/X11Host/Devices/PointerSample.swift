package import Graphics
package import Toolkit

/// What a pointing device did, before the rules of strokes, grabs and palms.
package struct PointerSample: Equatable, Sendable {
  /// What it did; buttons and fingers have the server's numbers.
  package enum Action: Equatable, Sendable {
    case pressed(Int), released(Int), moved
    case entered
    /// The pointer left, or somebody else took it.
    case left(byGrab: Bool)
    case touchBegan(Int), touchMoved(Int), touchEnded(Int)
  }

  package var action: Action
  package var position: Point
  package var device: Int
  package var tool: PointerEvent.Tool
  package var pressure: Double?
  package var modifiers: Modifiers
  package var milliseconds: UInt32
  /// Whether the server says that a button was held before this.
  package var holdsButton: Bool

  /// Takes everything as it is.
  package init(
    _ action: Action, at position: Point, device: Int = 0, tool: PointerEvent.Tool = .mouse, pressure: Double? = nil,
    modifiers: Modifiers = [], milliseconds: UInt32 = 0, holdsButton: Bool = true
  ) {
    self.action = action
    self.position = position
    self.device = device
    self.tool = tool
    self.pressure = pressure
    self.modifiers = modifiers
    self.milliseconds = milliseconds
    self.holdsButton = holdsButton
  }

  /// The event that this becomes.
  func event(_ phase: PointerEvent.Phase, tool: PointerEvent.Tool? = nil) -> PointerEvent {
    // Pens that tell nothing say 0; a line of no width would be no line.
    PointerEvent(
      phase, at: position, tool: tool ?? self.tool, device: device, pressure: pressure == 0 ? nil : pressure,
      modifiers: modifiers, milliseconds: milliseconds)
  }
}
