/// What is in the hand when nothing else says so.
package enum Tool: String, Sendable {
  case pen, eraser
}
