package import Toolkit

/// What can be taken from another program; the raw value is the name of the target to ask for.
package enum ContentKind: String, CaseIterable, Sendable {
  case png = "image/png"
  case jpeg = "image/jpeg"
  case files = "text/uri-list"
  case utf8String = "UTF8_STRING"
  case utf8Text = "text/plain;charset=utf-8"
  case plainText = "text/plain"
  case latinString = "STRING"

  /// Text, from the surest encoding to the poorest.
  private static let texts: [ContentKind] = [.utf8String, .utf8Text, .plainText, .latinString]
  /// What is pasted first: a copied picture also names the page it is from.
  package static let pasteOrder: [ContentKind] = [.png, .jpeg, .files] + texts
  /// What is dropped first: a file manager also offers a thumbnail.
  package static let dropOrder: [ContentKind] = [.files, .png, .jpeg] + texts

  /// Whether this is text in some encoding.
  package var isText: Bool { ContentKind.texts.contains(self) }

  /// What to ask for, one after the other until something comes, whatever the order of the offer.
  ///
  /// Text stands only for itself: where files are offered it would be their names.
  package static func choices(among offered: Set<ContentKind>, order: [ContentKind]) -> [ContentKind] {
    let usable = order.filter(offered.contains)
    let others = usable.filter { !$0.isText }
    return offered.contains(.files) ? others : others + usable.filter(\.isText).prefix(1)
  }

  /// What the bytes of this kind stand for; `host` is the name of this machine.
  package func contents(of bytes: [UInt8], host: String) -> Delivery.Contents {
    guard !bytes.isEmpty else { return .nothing(reason: "\(rawValue) came without any contents") }
    switch self {
    case .png, .jpeg: return .picture(bytes)
    case .files: return URIList(bytes, host: host).contents
    case .utf8String, .utf8Text: return text(String(decoding: trimmed(bytes), as: UTF8.self))
    case .plainText: return text(String(validating: trimmed(bytes), as: UTF8.self) ?? latin(bytes))
    case .latinString: return text(latin(bytes))
    }
  }

  private func text(_ text: String) -> Delivery.Contents {
    text.isEmpty ? .nothing(reason: "the text is empty") : .text(text)
  }

  private func latin(_ bytes: [UInt8]) -> String {
    String(String.UnicodeScalarView(trimmed(bytes).map { Unicode.Scalar($0) }))
  }

  // Some programs send the zero byte that ends a text in C.
  private func trimmed(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes[..<((bytes.lastIndex { $0 != 0 } ?? -1) + 1)]
  }
}
