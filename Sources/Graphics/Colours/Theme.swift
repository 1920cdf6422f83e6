/// Every colour of one look, by what it is for.
public struct Theme: Equatable, Sendable {
  /// Which of the two looks this is.
  public enum Name: String, CaseIterable, Sendable {
    case dark, light
  }

  public let name: Name
  /// The page.
  public private(set) var background: Color
  /// Bars, tables, one level of panel.
  public let surface: Color
  /// Buttons, selects and segments: at rest, under the pointer, pressed.
  public let control, controlHover, controlPressed: Color
  /// The paper of a digit and its ink.
  public let canvas, ink: Color
  public let text, muted, disabled: Color
  /// Winner, selection, primary button: at rest, under the pointer, pressed, and text on it.
  public let accent, accentHover, accentPressed, onAccent: Color
  /// Quiet selection: a tool, a sub-tab, a table row.
  public let quietAccent: Color
  /// The bars of the other nine digits and their empty length.
  public let bar, track: Color
  /// A border that means something; a hairline that only separates.
  public let edge, line: Color
  /// Always with an icon and a word.
  public let good, warn, bad: Color
  /// The focus ring only.
  public let focus: Color
  /// Models and curves, in this order.
  public let series: [SeriesStyle]
  public let ramp: ColorRamp
  public let diverging: DivergingRamp

  /// The same look on a white page, as prints and pictures for other documents have it.
  public var onPaper: Theme {
    var theme = self
    theme.background = surface
    return theme
  }

  /// The look named `name`.
  public static func named(_ name: Name) -> Theme { name == .dark ? dark : light }
}
