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
  /// The name without its case, to search in.
  let folded: String
  /// What the name is sorted by.
  private let order: String

  /// Takes everything as it is.
  package init(name: String, isDirectory: Bool = false, size: Int = 0, modified: Int = 0) {
    (self.name, self.isDirectory, self.size, self.modified) = (name, isDirectory, size, modified)
    folded = name.lowercased()
    order = FileEntry.order(of: folded)
  }

  /// A text in which longer numbers come behind shorter ones: each has its length before it.
  private static func order(of name: String) -> String {
    guard name.utf8.contains(where: isDigit) else { return name }
    var (result, rest): ([UInt8], Substring.UTF8View) = ([], name[...].utf8)
    while let byte = rest.first {
      let digits = rest.prefix(while: isDigit)
      if digits.isEmpty {
        result.append(byte)
        rest.removeFirst()
      } else {
        result.append(UInt8(ascii: "0") + UInt8(min(digits.count, 9)))
        result += digits
        rest = rest.dropFirst(digits.count)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

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

  /// Directories first, then by name, page 2 before page 10.
  static func comesFirst(_ one: FileEntry, _ other: FileEntry) -> Bool {
    if one.isDirectory != other.isDirectory { return one.isDirectory }
    return (one.order, one.name) < (other.order, other.name)
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
