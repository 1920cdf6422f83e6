import Glibc

/// A path as text, and what the system says about it.
package struct FilePath: Equatable, Sendable {
  package let text: String

  /// Takes the path as it is.
  package init(_ text: String) { self.text = text }

  /// Whether there is a directory.
  package var isDirectory: Bool { kind == S_IFDIR }
  /// Whether there is something to read that is not a directory.
  package var isFile: Bool { kind.map { $0 != S_IFDIR } ?? false }
  /// The path of something in this directory.
  package func appending(_ name: String) -> String { text.hasSuffix("/") ? text + name : text + "/" + name }

  /// The last part of the path.
  package var lastName: String { String(text.split(separator: "/").last ?? "") }

  /// The last part of the path without what follows its last dot.
  package var stem: String {
    guard let dot = lastName.lastIndex(of: "."), dot > lastName.startIndex else { return lastName }
    return String(lastName[..<dot])
  }

  /// The directory that holds it.
  package var parent: String {
    guard let slash = text.lastIndex(of: "/") else { return "." }
    return slash == text.startIndex ? "/" : String(text[..<slash])
  }

  /// The names in this directory, in alphabetical order; none when it cannot be read.
  package var names: [String] {
    guard let directory = opendir(text) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Whether both are there and lead to the same file.
  package func isSame(as other: FilePath) -> Bool {
    guard let one = status, let two = other.status else { return false }
    return one.st_dev == two.st_dev && one.st_ino == two.st_ino
  }

  private var kind: mode_t? { status.map { $0.st_mode & S_IFMT } }

  private var status: stat? {
    var status = stat()
    return stat(text, &status) == 0 ? status : nil
  }
}
