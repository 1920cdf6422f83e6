/// Why there is no window.
public enum X11Error: Error, Equatable, CustomStringConvertible {
  /// No X server answered; `display` is what DISPLAY says.
  case noDisplay(String?)
  /// The server is there but something that is needed is not.
  case unusable(reason: String)

  public var description: String {
    switch self {
    case .noDisplay(nil): "no display: DISPLAY is not set; start inkling inside a desktop session, or use --screenshot"
    case .noDisplay(let name?): "no display: nothing answers at DISPLAY=\(name); check it, or use --screenshot"
    case .unusable(let reason): "the display cannot be used: \(reason)"
    }
  }
}
