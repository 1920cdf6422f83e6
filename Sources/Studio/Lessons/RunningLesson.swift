package import Ink
import Recognition

/// A lesson that is given, and what the person had before.
package struct RunningLesson: Equatable {
  /// What comes back at the end.
  package struct Own: Equatable {
    package var document: DrawingDocument
    var documentName: String?
    var inkClock: UInt32?
    var hasDrawn: Bool
    var tab: Tab
    var penWidth: Double
    var reading: Settings.Reading
    var reads: Settings.Reads
    var framing: Preprocessor.Steps
    /// The model by its directory or name.
    package var model: String
    var inside: (chosen: InsidePlace?, isOpen: Bool, part: InsideState.Part, first: Int)
    var compared: [ModelEntry]
    var comparePage: CompareState.Page
    var hasTable: Bool
    var page: PerformancePage
    var showsPixels: Bool
    var learnPage: LearnState.Page

    package static func == (one: Own, other: Own) -> Bool { one.document == other.document && one.model == other.model }
  }

  package var lesson: Lesson
  /// The place of the step that is shown, from 0.
  package var index = 0
  package var own: Own
  /// What is wrong with the step here.
  package var trouble: LessonTrouble?
  /// The model that was asked for last.
  var askedModel: String
  /// The state of the document in which the step's drawing was put there.
  var drawnRevision: Int?
  /// The sentences in lines.
  var lines: LessonLines?

  /// The step that is shown.
  package var step: LessonStep { lesson.steps[index] }
  package var isLast: Bool { index == lesson.steps.count - 1 }
}
