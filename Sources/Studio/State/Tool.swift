/// What is in the hand when nothing else says so.
public enum Tool: String, Sendable {
  case pen, eraser
}
