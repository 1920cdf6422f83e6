package import Toolkit

/// The files that a `text/uri-list` names: one address in each line, comments behind `#`.
package struct URIList: Equatable, Sendable {
  /// More than this many files are not taken.
  package static let mostFiles = 10_000
  /// Absolute paths on this machine, in the order of the list.
  package private(set) var paths: [String] = []
  /// The first address that is no file on this machine, as it stands in the list.
  package private(set) var firstRefused: String?

  /// Reads a list whose lines end as they like; `host` is the name of this machine.
  package init(_ bytes: [UInt8], host: String) {
    for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D || $0 == 0 }) {
      let line = URIList.trimmed(line)
      guard !line.isEmpty, line.first != UInt8(ascii: "#") else { continue }
      if let path = URIList.path(of: line, host: host) {
        paths.append(path)
      } else if firstRefused == nil {
        firstRefused = ExchangeText.short(String(decoding: line.prefix(400), as: UTF8.self))
      }
      if paths.count == URIList.mostFiles { break }
    }
  }

  /// The files, or why there are none.
  package var contents: Delivery.Contents {
    if !paths.isEmpty { return .files(paths) }
    guard let firstRefused else { return .nothing(reason: "the list of files is empty") }
    return .nothing(reason: "\(firstRefused) is no file on this machine; save it here first")
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
    let start = line.drop(while: isBlank)
    return start[..<((start.lastIndex { !isBlank($0) } ?? start.startIndex - 1) + 1)]
  }

  /// `file:///path`, `file://host/path` or `file:/path`; nil for anything else.
  private static func path(of address: ArraySlice<UInt8>, host: String) -> String? {
    guard lowercased(address.prefix(5)) == "file:" else { return nil }
    var rest = address.dropFirst(5)
    if rest.starts(with: "//".utf8) {
      let name = rest.dropFirst(2).prefix { $0 != UInt8(ascii: "/") }
      guard ["", "localhost", lowercased(Array(host.utf8)[...])].contains(lowercased(name)) else { return nil }
      rest = rest[name.endIndex...]
    }
    guard rest.first == UInt8(ascii: "/") else { return nil }
    let decoded = percentDecoded(rest)
    return decoded.contains(0) ? nil : String(validating: decoded, as: UTF8.self)
  }

  private static func lowercased(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).lowercased()
  }

  /// `%20` and its like as bytes; a percent sign that begins no such thing stays.
  private static func percentDecoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.endIndex,
        let high = hexValue(bytes[index + 1]), let low = hexValue(bytes[index + 2])
      {
        decoded.append(high << 4 | low)
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return decoded
  }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
  }
}
