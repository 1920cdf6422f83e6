package import Toolkit

/// Pasting what the program itself has copied.
package enum OwnOffer {
  /// The best of an offer, by the rules for offers of others.
  package static func contents(of offer: ClipboardOffer, host: String) -> Delivery.Contents {
    let entries = ClipboardTargets(offer).entries
    let bytes = Dictionary(entries.map { ($0.target, $0.bytes) }) { first, _ in first }
    let choices = ContentKind.choices(
      among: Set(bytes.keys.compactMap(ContentKind.init(rawValue:))), order: ContentKind.pasteOrder)
    guard let best = choices.first, let contents = bytes[best.rawValue] else {
      return .nothing(reason: UnusableOffer.reason(names: ExchangeText.list(bytes.keys.sorted(), total: bytes.count)))
    }
    return best.contents(of: contents, host: host)
  }
}
