package import Ink
package import Recognition

/// One step of a lesson: one or two sentences, and everything that is shown with them.
package struct LessonStep: Equatable, Sendable {
  /// A map inside the network, with a value of it; all counted from 0.
  package struct Place: Equatable, Sendable {
    package var strip: Int
    package var map: Int
    /// Row and column; nil: the middle.
    package var value: SIMD2<Int>?

    /// Takes everything as it is.
    package init(strip: Int, map: Int, value: SIMD2<Int>? = nil) {
      (self.strip, self.map, self.value) = (strip, map, value)
    }
  }

  /// Its number in the file, from 1.
  package var number: Int
  /// What is said.
  package var text: String
  package var screen = LessonScreen.draw
  /// What lies on the canvas; nil: nothing.
  package var drawing: Drawing?
  /// Whether it is drawn live, at its own speed.
  package var isReplayed = false
  /// The moment of the drawing that is shown, as a share of its time; nil: its end.
  package var moment: Double?
  /// The model that reads; nil: that of the person.
  package var model: String?
  /// The models beside each other on the Compare screen; nil: the line-up.
  package var models: [String]?
  /// What is done to ink before the network sees it.
  package var framing = Preprocessor.Steps.all
  /// The first strip of the Inside screen, from 0.
  package var strip = 0
  /// The map that is shown alone.
  package var place: Place?
  /// Whether the Why screen shows pixels.
  package var showsPixels = false

  /// A step that says something on the paper.
  package init(number: Int, text: String) { (self.number, self.text) = (number, text) }
}
