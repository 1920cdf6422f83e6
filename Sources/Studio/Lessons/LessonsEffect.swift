/// What lessons want done outside of the state.
package enum LessonsEffect: Equatable {
  /// Find out which there are.
  case list
  /// Read the file at a path, to give it.
  case open(path: String)
}
