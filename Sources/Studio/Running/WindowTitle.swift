/// What stands in the title bar: it changes at most a few times a second, however fast answers come.
package struct WindowTitle {
  private static let patience = Duration.milliseconds(300)

  private var shown = ""
  private var wanted = ""
  private var lastChange: Duration?

  /// Nothing is there yet.
  package init() {}

  /// When the title has to be looked at again; nil while it says what it should.
  package var deadline: Duration? { wanted == shown ? nil : (lastChange ?? .zero) + WindowTitle.patience }

  /// Takes what it should say, and gives it back when it is time to show it.
  package mutating func update(to text: String, at now: Duration) -> String? {
    wanted = text
    guard wanted != shown, lastChange.map({ now - $0 >= WindowTitle.patience }) ?? true else { return nil }
    (shown, lastChange) = (wanted, now)
    return shown
  }
}
