package import Toolkit

extension FileChooser {
  /// The height of a row of the list, in units.
  package static let rowHeight = 40.0

  package static let panel: ControlName = "files.panel"
  package static let name: ControlName = "files.name"
  package static let up: ControlName = "files.up"
  /// The parts of the path are `files.path.N`, counted from the root.
  package static let path: ControlName = "files.path"
  /// The rows are `files.list.N`, counted from the first.
  package static let list: ControlName = "files.list"
  package static let message: ControlName = "files.message"
  package static let hidden: ControlName = "files.hidden"
  package static let cancel: ControlName = "files.cancel"
  package static let open: ControlName = "files.open"
  package static let folder: ControlName = "files.folder"
  package static let keep: ControlName = "files.keep"
  package static let replace: ControlName = "files.replace"
}
