package import Training

/// The user's own drawings, and what a model learns from them.
package struct TeachState: Equatable {
  /// What a model reads in a drawing.
  package struct Answer: Equatable, Sendable {
    package var digit: Int
    package var confidence: Double
  }

  /// A lesson that is under way.
  package struct Run: Equatable, Sendable {
    /// What comes of another run is stale.
    package var number: Int
    package var progress = TeachProgress.preparing
  }

  /// A lesson that was learned.
  package struct Lesson: Equatable, Sendable {
    /// The model that came of it, and the one that it was fitted from.
    package var model: String
    package var base: String
    package var outcome: PersonalOutcome
    /// The drawings that were held back.
    package var heldBack: Set<String>
    /// The model in use before, as the settings say, and its directory.
    package var formerSetting: String?
    package var formerDirectory: String
  }

  /// A change, and the state of the document that it was made with; nil: on the screen of all drawings.
  struct Step: Equatable, Sendable {
    var change: TeachChange
    var revision: Int?
  }

  /// The drawings in the order of time.
  package var drawings: [PersonalDrawing] = []
  /// What of the directory cannot be used, and whether it holds more than is shown.
  package var troubles: [FileTrouble] = []
  var isCut = false
  /// What new files are called by, and how many names were given.
  package var session = ""
  var nameCount = 0
  /// Everything that can be taken back, the newest last.
  var steps: [Step] = []
  /// The drawing that is chosen.
  package var chosen: String?
  /// The first line that is seen.
  package var firstLine = 0
  var restOfNotch = 0.0
  /// What the model in use reads, by drawing; the number of that model, and of the one that was asked.
  package var answers: [String: Answer] = [:]
  var generation = 0
  var isAsking = false
  /// What is learned now, what was learned last, and why nothing was learned.
  package var run: Run?
  package var lesson: Lesson?
  package var trouble: String?
  var runCount = 0

  /// Nothing yet.
  package init() {}

  /// Fewer drawings are not learned from.
  static let fewest = PersonalSplit.fewest

  /// The chosen drawing.
  package var chosenDrawing: PersonalDrawing? { chosen.flatMap { id in drawings.first { $0.id == id } } }

  /// How many drawings each digit has.
  package var counts: [Int] { drawings.reduce(into: [Int](repeating: 0, count: 10)) { $0[$1.digit] += 1 } }

  /// How many drawings were read, and how many of them right.
  package var readCount: Int { drawings.count { answers[$0.id] != nil } }
  package var rightCount: Int { drawings.count { answers[$0.id]?.digit == $0.digit } }

  /// Whether the model in use reads a drawing wrong; nil while that is not known.
  func isWrong(_ drawing: PersonalDrawing) -> Bool? { answers[drawing.id].map { $0.digit != drawing.digit } }

  /// Does `change` to the list.
  mutating func apply(_ change: TeachChange) {
    switch change {
    case .added(let drawing):
      // In the order of time, where it was before.
      let place = drawings.firstIndex { ($0.file, $0.id) > (drawing.file, drawing.id) } ?? drawings.count
      drawings.insert(drawing, at: place)
    case .relabelled(let from, let to):
      if let place = drawings.firstIndex(where: { $0.id == from.id }) { drawings[place] = to }
    case .removed(let drawing, _): drawings.removeAll { $0.id == drawing.id }
    }
  }
}
