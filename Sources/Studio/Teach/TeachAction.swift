package import Graphics

/// What happens to the user's own drawings.
package enum TeachAction: Equatable {
  /// The directory has been read.
  case loaded(PersonalStore.Contents)
  /// A change could not be written.
  case failed(TeachChange, reason: String)
  /// A model has read drawings.
  case answered([String: TeachState.Answer], generation: Int)
  /// A lesson has come so far, has been learned, or not.
  case progressed(TeachProgress, run: Int)
  case learned(TeachState.Lesson, run: Int)
  case notLearned(String, run: Int)
  /// The newest lesson has been taken back; or why not.
  case unlearned(String?)
  /// The list was pressed at a place of an area of a size.
  case pressed(Point, Size)
}
