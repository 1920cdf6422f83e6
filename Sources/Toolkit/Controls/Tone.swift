public import Graphics

/// A colour of text and icons by its meaning.
public enum Tone: Equatable, Sendable {
  case text, muted, disabled, accent, onAccent, good, warn, bad, ink

  /// The colour in a theme.
  public func color(in theme: Theme) -> Color {
    switch self {
    case .text: theme.text
    case .muted: theme.muted
    case .disabled: theme.disabled
    case .accent: theme.accent
    case .onAccent: theme.onAccent
    case .good: theme.good
    case .warn: theme.warn
    case .bad: theme.bad
    case .ink: theme.ink
    }
  }
}
