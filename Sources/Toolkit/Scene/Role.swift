/// What can be done with an element.
public enum Role: Equatable, Sendable {
  /// Nothing: the pointer goes through it to what lies beneath.
  case decoration
  /// Nothing, but the pointer stops here.
  case panel
  /// Tells where the pointer is over it and what is pressed there; with the keyboard, arrow keys are passed on.
  case area
  /// Is activated by a press and release inside, Space or Enter.
  case button
  /// One of several, of which one is chosen: arrow keys move inside the group, Tab goes to the chosen one.
  case choice(group: ControlName, isChosen: Bool)
  /// A value that can be dragged and stepped.
  case slider(value: Double, range: ClosedRange<Double>, step: Double)
  /// Takes text; what is typed arrives as key presses.
  case text
  /// Gets every sample of mouse, pen and finger untouched, keeps a device from the first button that goes down to the
  /// last that goes up, and hears when the pointer has left.
  case paper
}
