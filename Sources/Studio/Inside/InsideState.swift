package import Recognition

/// What the Inside screen shows.
package struct InsideState: Equatable {
  /// The part that a small window shows.
  package enum Part: String, CaseIterable, Sendable {
    case pipeline, layers, why
  }

  /// What is done to ink before the network sees it, on every screen.
  package var steps = Preprocessor.Steps.all
  /// What lay between the newest ink and its picture; nil without ink.
  package var framing: Framing?
  /// The strips of the network; empty until it has been made ready.
  package var stages: [InsideStage] = []
  /// Why the network cannot be shown.
  package var problem: String?
  /// The model that was asked for.
  var askedDirectory: String?
  package var part = Part.layers
  /// The first strip that is shown, where there are too many.
  package var firstStage = 0
  /// The value that was chosen, and the one under the pointer.
  package var chosen: InsidePlace?
  package var pointed: InsidePlace?
  /// Whether the chosen map is shown alone.
  package var isOpen = false
  /// The channel of the input that the kernel is shown for; nil: the one that counts most.
  package var channel: Int?
  /// What the network says about the newest picture.
  package var findings = InsideFindings()
  /// Which control is to have the keyboard next.
  var wantsKeyboard = false

  /// Everything on, nothing chosen.
  package init() {}

  /// How many steps are switched off.
  package var stepsOff: Int { Preprocessor.Steps.all.subtracting(steps).rawValue.nonzeroBitCount }
}
