/// What the screen about the program and its model shows.
package struct AboutState: Equatable {
  /// One of its texts.
  package enum Page: String, CaseIterable, Sendable {
    case model, program
  }

  package var page = Page.model
  /// The screen that it was reached from.
  var before = Tab.home
  /// The card of the model in use; nil until it is read.
  package var card: [CardBlock]?
  /// The directory whose card was asked for.
  var askedDirectory: String?
  /// The version of the program.
  var version = ""
  /// How far the text is scrolled, in units.
  package var scroll = 0.0
  /// The text in lines; nil until it is shown.
  package var laidOut: CardPage?
  /// What `laidOut` was made of.
  var source: [CardBlock] = []
  /// How high the window onto it is.
  var height = 0.0
  /// Where the text was taken hold of, and how far it was scrolled then.
  var grip: (place: Double, scroll: Double)?

  /// Nothing is read yet.
  package init() {}

  package static func == (one: AboutState, other: AboutState) -> Bool {
    one.page == other.page && one.card == other.card && one.scroll == other.scroll && one.laidOut == other.laidOut
      && one.askedDirectory == other.askedDirectory && one.height == other.height
  }
}
