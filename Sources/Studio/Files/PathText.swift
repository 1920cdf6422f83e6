import Training

/// What a path that somebody typed means.
enum PathText {
  /// Whether `text` is meant as a path and not as a part of a name.
  static func isPath(_ text: String) -> Bool { text.hasPrefix("/") || text == "~" || text.hasPrefix("~/") }

  /// The absolute path of `text`, seen from `directory`; `~` is `home`.
  static func absolute(_ text: String, in directory: String, home: String?) -> String {
    var path = text
    if text == "~" || text.hasPrefix("~/"), let home { path = home + text.dropFirst() }
    return normal(path.hasPrefix("/") ? path : FilePath(directory).appending(path))
  }

  /// An absolute path without `.`, `..` and slashes that say nothing.
  static func normal(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// The directories on the way to `path`, each with the name it is shown by.
  static func segments(of path: String) -> [(name: String, path: String)] {
    var result = [(name: "/", path: "/")]
    var prefix = ""
    for part in path.split(separator: "/") {
      prefix += "/" + part
      result.append((SafeName.text(String(part)), prefix))
    }
    return result
  }
}
