import CX11
import Graphics
import Toolkit

/// Understands the events of the core protocol: one mouse, no pressure. For servers without the input extension.
enum CorePointer {
  /// What the event means before the rules; nil for other events.
  static func sample(of event: XEvent) -> PointerSample? {
    switch event.type {
    case MotionNotify:
      let it = event.xmotion
      return sample(.moved, it.x, it.y, it.state, it.time)
    case ButtonPress, ButtonRelease:
      let it = event.xbutton
      let number = Int(it.button)
      return sample(event.type == ButtonPress ? .pressed(number) : .released(number), it.x, it.y, it.state, it.time)
    case EnterNotify, LeaveNotify:
      let it = event.xcrossing
      guard it.detail != NotifyInferior else { return nil }
      let action = event.type == EnterNotify ? PointerSample.Action.entered : .left(byGrab: it.mode == NotifyGrab)
      return sample(action, it.x, it.y, it.state, it.time)
    default: return nil
    }
  }

  private static func sample(
    _ action: PointerSample.Action, _ x: Int32, _ y: Int32, _ state: UInt32, _ time: Time
  ) -> PointerSample {
    PointerSample(
      action, at: Point(x: Double(x), y: Double(y)), modifiers: Modifiers(state: state),
      milliseconds: UInt32(truncatingIfNeeded: time), holdsButton: state & buttons != 0)
  }

  private static let buttons = UInt32(Button1Mask | Button2Mask | Button3Mask | Button4Mask | Button5Mask)
}
