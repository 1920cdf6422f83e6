/// What has to happen outside of the state for the user's own drawings.
package enum TeachEffect: Equatable {
  /// Read the directory.
  case load
  /// Write a change.
  case write(TeachChange)
  /// Ask the model about drawings.
  case ask([PersonalDrawing], generation: Int)
  /// Have the model learn the drawings; the training digits are downloaded before where `fetches`.
  case learn(run: Int, fetches: Bool)
  case stopLesson
  /// Take a lesson back, and say so where somebody has asked for it.
  case unlearn(TeachState.Lesson, isTold: Bool)
  /// Write all drawings as the ending of `path` says.
  case export(path: String)
}
