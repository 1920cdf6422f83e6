import CX11
package import Toolkit

extension Modifiers {
  /// What the server's bits mean: the first modifier is Alt and the fourth is the logo key nearly everywhere.
  package init(state: UInt32) {
    var modifiers: Modifiers = []
    for (mask, modifier) in [
      (ShiftMask, Modifiers.shift), (ControlMask, .control), (Mod1Mask, .alt), (Mod4Mask, .logo),
    ]
    where state & UInt32(mask) != 0 {
      modifiers.insert(modifier)
    }
    self = modifiers
  }
}
