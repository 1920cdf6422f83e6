import Glibc

/// A directory or a file in a list.
package struct FileEntry: Equatable, Sendable {
  /// As the system has it; may hold anything but a slash.
  package let name: String
  package let isDirectory: Bool
  /// In bytes.
  package let size: Int
  /// Seconds since 1970.
  package let modified: Int
  /// The name without its case, to sort and search by.
  let folded: String

  /// Takes everything as it is.
  package init(name: String, isDirectory: Bool = false, size: Int = 0, modified: Int = 0) {
    (self.name, self.isDirectory, self.size, self.modified) = (name, isDirectory, size, modified)
    folded = name.lowercased()
  }

  /// The name as it may be shown.
  package var shownName: String { SafeName.text(name) }

  /// Whether it is shown only on demand.
  var isHidden: Bool { name.utf8.first == UInt8(ascii: ".") }

  /// Whether the name ends in one of `endings`, each with its dot and in lower case.
  func ends(in endings: [String]) -> Bool { endings.contains { folded.hasSuffix($0) } }

  /// Whether `text`, without its case, is a part of the name.
  func contains(_ text: String) -> Bool {
    folded.withCString { name in text.withCString { strstr(name, $0) != nil } }
  }

  /// Directories first, then by name.
  static func comesFirst(_ one: FileEntry, _ other: FileEntry) -> Bool {
    if one.isDirectory != other.isDirectory { return one.isDirectory }
    return (one.folded, one.name) < (other.folded, other.name)
  }

  /// Size and date in a few words, such as `12 kB, 2026-03-14 15:09`.
  package var detail: String { isDirectory ? date : "\(FileEntry.text(bytes: size)), \(date)" }

  private var date: String {
    var (time, parts) = (time_t(modified), tm())
    guard localtime_r(&time, &parts) != nil else { return "" }
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let day = "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
    return "\(day) \(two(parts.tm_hour)):\(two(parts.tm_min))"
  }

  private static func text(bytes: Int) -> String {
    if bytes < 1_000 { return "\(bytes) B" }
    return bytes < 1_000_000 ? "\(bytes / 1_000) kB" : "\(bytes / 1_000_000) MB"
  }
}
