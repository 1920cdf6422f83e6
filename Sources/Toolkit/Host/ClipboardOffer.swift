/// What other programs may take from the clipboard.
public struct ClipboardOffer: Equatable, Sendable {
  /// Bytes by MIME type, such as `image/png`; text is `text/plain;charset=utf-8`.
  public var contents: [String: [UInt8]]

  /// Takes the contents as they are.
  public init(_ contents: [String: [UInt8]]) { self.contents = contents }

  /// The type of text.
  public static let text = "text/plain;charset=utf-8"
  /// The type of pictures.
  public static let png = "image/png"
}
