/// A list that hangs from a button of the batch screen.
package enum BatchMenu: Equatable, Sendable {
  case limit, sort, digits, export
}
