/// A file being chosen: everything that the panel shows, and what keys and presses do to it; knows no disk and no clock.
package struct FileChooser: Equatable, Sendable {
  /// What the file is for; endings have their dot and are in lower case.
  package enum Purpose: Equatable, Sendable {
    /// A file to read.
    case open(endings: [String])
    /// A file to read, or the directory that is shown.
    case openFolder(endings: [String])
    /// A file to write; the first ending is added to a name that has none of them.
    case save(name: String, endings: [String])

    /// Everything that can be put on the canvas.
    package static let openOnCanvas = open(endings: [".ndjson", ".ndjson.gz", ".png", ".jpg", ".jpeg"])
  }

  /// What has to be done outside; answers come back with their request.
  package enum Effect: Equatable, Sendable {
    /// Have `DirectoryListing.read` answer to `receive(_:request:)`.
    case list(directory: String, request: Int)
    /// Have `PathKind` answer to `receive(_:of:request:)`.
    case examine(path: String, request: Int)
    /// Done: this is the file.
    case choose(path: String)
    /// Done: there is none.
    case cancel
    /// Put text on the clipboard, or have `receive(_:)` take what is there.
    case copy(String)
    case paste
  }

  package let title: String
  package let purpose: Purpose
  let home: String?
  /// The directory that is shown.
  package internal(set) var directory: String
  /// What is in it, hidden and unsuitable things included.
  var entries: [FileEntry] = []
  /// Places in `entries` of what is shown.
  var visible: [Int] = []
  /// The row that is selected.
  package internal(set) var selection: Int?
  /// Whether Enter means the selection and not the name.
  var isSelectionMeant = false
  /// A part of a name or a path to open, or the name to save under.
  package internal(set) var field: TypedText
  package internal(set) var showsHidden = false
  /// What went wrong last.
  package internal(set) var problem: String?
  /// Whether a directory is on its way.
  package internal(set) var isLoading = false
  /// Whether the directory holds more than is shown.
  var isCut = false
  /// The file that would be replaced, while that is asked.
  package internal(set) var replaced: String?
  /// How far the list is scrolled, in rows.
  package internal(set) var firstRow = 0.0
  /// How many rows the list has room for.
  package internal(set) var rowsOnPage = 8.0
  /// The row under the pointer.
  var hovered: Int?
  /// The last request; answers to others are stale.
  var request = 0
  /// What is selected when the directory comes.
  var nameToSelect: String?
  /// What stood in the field when the directory was asked for.
  var textWhenAsked = ""
  var lastPress: Press?

  /// A press on a row.
  struct Press: Equatable {
    var row: Int
    var time: Duration
    /// Where it was and how far the list was scrolled, both in rows.
    var place: Double
    var firstRow: Double
    var isDrag = false
  }

  /// A chooser that begins in `directory`, an absolute path; `start` comes next.
  package init(_ title: String, _ purpose: Purpose, directory: String, home: String?) {
    self.title = title
    self.purpose = purpose
    self.home = home
    self.directory = PathText.normal(directory)
    field = if case .save(let name, _) = purpose { TypedText(name) } else { TypedText() }
  }

  /// Asks for the first directory.
  package mutating func start() -> Effect { go(to: directory) }

  /// Whether the directory that is shown can be taken.
  var takesFolder: Bool { if case .openFolder = purpose { !isLoading } else { false } }

  /// Whether a name is asked for.
  package var isSaving: Bool { if case .save = purpose { true } else { false } }

  var endings: [String] {
    switch purpose {
    case .open(let endings), .openFolder(let endings), .save(_, let endings): endings
    }
  }

  /// How many rows there are.
  package var rowCount: Int { visible.count }

  /// What a row shows.
  package func entry(row: Int) -> FileEntry { entries[visible[row]] }

  /// The path of what a row shows.
  package func path(row: Int) -> String { PathText.absolute(entry(row: row).name, in: directory, home: nil) }

  /// Pictures of files on the page that are not in `known`.
  package func wantedThumbnails(known: Set<String>) -> [String] {
    let first = min(Int(firstRow), visible.count)
    let rows = first..<max(first, min(visible.count, Int((firstRow + rowsOnPage).rounded(.up))))
    return rows.filter { !entry(row: $0).isDirectory }.map(path(row:)).filter { !known.contains($0) }
  }

  /// Whether Enter would do something.
  package var canConfirm: Bool { selection != nil || !field.text.isEmpty }

  /// Goes to a directory, selecting `name` in it.
  mutating func go(to directory: String, selecting name: String? = nil) -> Effect {
    request += 1
    isLoading = true
    nameToSelect = name
    replaced = nil
    textWhenAsked = field.text
    return .list(directory: PathText.normal(directory), request: request)
  }

  /// Goes to the directory that holds this one; nothing happens at the root.
  mutating func goUp() -> Effect? {
    guard let name = directory.split(separator: "/").last else { return nil }
    return go(to: directory + "/..", selecting: String(name))
  }

  /// Takes what is in a directory; where it cannot be read, the one before stays.
  package mutating func receive(_ result: Result<DirectoryListing, FileTrouble>, request: Int) {
    guard request == self.request else { return }
    isLoading = false
    switch result {
    case .failure(let trouble): problem = trouble.description
    case .success(let listing):
      (directory, entries, isCut) = (listing.path, listing.entries, listing.isCut)
      (problem, hovered, lastPress) = (nil, nil, nil)
      // What was typed while the directory was read is meant for it.
      if !isSaving, field.text == textWhenAsked { field = TypedText() }
      refresh(selecting: nameToSelect)
    }
  }

  /// Finds out what is shown now, and selects a name or what comes first.
  mutating func refresh(selecting name: String?) {
    let filter = isSaving || PathText.isPath(field.text) ? "" : field.text.lowercased()
    let showsHidden = showsHidden || filter.hasPrefix(".")
    visible = entries.indices.filter { index in
      let entry = entries[index]
      return (showsHidden || !entry.isHidden) && (entry.isDirectory || entry.ends(in: endings))
        && (filter.isEmpty || entry.contains(filter))
    }
    selection = name.flatMap { name in visible.firstIndex { entries[$0].name == name } }
    if selection == nil, !isSaving, !visible.isEmpty { selection = 0 }
    (isSelectionMeant, firstRow) = (false, 0)
    reveal()
  }

  /// Scrolls as little as needed to show the selection.
  mutating func reveal() {
    if let selection {
      firstRow = min(firstRow, Double(selection))
      firstRow = max(firstRow, Double(selection + 1) - rowsOnPage)
    }
    scroll(to: firstRow)
  }

  /// Scrolls to a row as far as there are any.
  mutating func scroll(to row: Double) {
    firstRow = max(0, min(row.isFinite ? row : 0, Double(visible.count) - rowsOnPage))
  }
}
