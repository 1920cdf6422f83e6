package import Toolkit

/// The targets under which other programs may ask for an offer.
package struct ClipboardTargets: Equatable, Sendable {
  /// Bytes and the name they are asked for by.
  package struct Entry: Equatable, Sendable {
    package var target: String
    package var bytes: [UInt8]
  }

  /// In the order in which they are listed.
  package private(set) var entries: [Entry]

  /// Lists what is offered; text also under its older names.
  package init(_ offer: ClipboardOffer) {
    let types = offer.contents.sorted { $0.key < $1.key }
    entries = types.map { Entry(target: $0.key, bytes: $0.value) }
    guard let text = offer.contents[ClipboardOffer.text] ?? offer.contents["text/plain"] else { return }
    for name in ClipboardTargets.namesOfText(text) where !entries.contains(where: { $0.target == name }) {
      entries.append(Entry(target: name, bytes: text))
    }
  }

  // STRING is Latin-1, which UTF-8 equals only as far as ASCII goes.
  private static func namesOfText(_ text: [UInt8]) -> [String] {
    ["UTF8_STRING", ClipboardOffer.text, "text/plain"] + (text.allSatisfy { $0 < 0x80 } ? ["STRING"] : [])
  }
}
