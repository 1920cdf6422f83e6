/// What recognised rows can be written as.
package enum AnswerFormat: String, CaseIterable, Sendable {
  case csv, jsonl, xlsx

  /// What the ending of a path asks for; nil where it asks for something else.
  package init?(path: String) {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    self.init(rawValue: path[path.index(after: dot)...].lowercased())
  }
}
