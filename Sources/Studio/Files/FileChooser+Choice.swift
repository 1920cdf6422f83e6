import Training

extension FileChooser {
  /// Enter, or the button that is for it.
  mutating func confirm() -> Effect? {
    if let replaced { return .choose(path: replaced) }
    if isSaving {
      if isSelectionMeant, let selection, entry(row: selection).isDirectory { return open(row: selection) }
      guard !field.text.isEmpty else {
        problem = "Type a name"
        return nil
      }
      return examine(PathText.absolute(field.text, in: directory, home: home))
    }
    if !PathText.isPath(field.text), let selection { return open(row: selection) }
    return field.text.isEmpty ? nil : examine(PathText.absolute(field.text, in: directory, home: home))
  }

  /// Goes into a directory, or takes a file.
  mutating func open(row: Int) -> Effect? {
    let path = path(row: row)
    return entry(row: row).isDirectory ? go(to: path) : examine(path)
  }

  private mutating func examine(_ path: String) -> Effect {
    request += 1
    return .examine(path: path, request: request)
  }

  /// Takes what is at a path that was chosen or typed.
  package mutating func receive(_ kind: PathKind, of path: String, request: Int) -> Effect? {
    guard request == self.request else { return nil }
    isLoading = false
    if kind == .directory {
      if case .save(let name, _) = purpose, !isSelectionMeant { field = TypedText(name) }
      return go(to: path)
    }
    return isSaving ? receiveTarget(kind, of: path) : receiveSource(kind, of: path)
  }

  private mutating func receiveSource(_ kind: PathKind, of path: String) -> Effect? {
    guard let obstacle = kind.obstacle else { return .choose(path: path) }
    problem = FileTrouble.reading(path, obstacle).description
    return nil
  }

  private mutating func receiveTarget(_ kind: PathKind, of path: String) -> Effect? {
    // Only after a look at the name as it was typed: it may be that of a directory.
    guard endings.contains(where: path.lowercased().hasSuffix) else { return examine(path + (endings.first ?? "")) }
    switch kind {
    case .missing: return .choose(path: path)
    case .file: replaced = path
    case .directory, .other: problem = FileTrouble.saving(path, kind.obstacle ?? "").description
    }
    return nil
  }
}
