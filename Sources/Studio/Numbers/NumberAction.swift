/// What happens to the number on the canvas.
package enum NumberAction: Equatable, Sendable {
  case read(ReadNumber)
}
