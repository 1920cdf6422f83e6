/// What was done to the user's own drawings, so that it can be taken back.
package enum TeachChange: Equatable, Sendable {
  case added(PersonalDrawing)
  /// A drawing is another digit now.
  case relabelled(from: PersonalDrawing, to: PersonalDrawing)
  /// A drawing has gone from a place in the list.
  case removed(PersonalDrawing, place: Int)

  /// What takes it back; `place` is where an added drawing is.
  func opposite(place: Int) -> TeachChange {
    switch self {
    case .added(let drawing): .removed(drawing, place: place)
    case .relabelled(let from, let to): .relabelled(from: to, to: from)
    case .removed(let drawing, _): .added(drawing)
    }
  }
}
