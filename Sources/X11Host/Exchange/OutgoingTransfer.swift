import CX11

/// Bytes on their way to a window that takes them in pieces.
struct OutgoingTransfer {
  /// Where the pieces go.
  struct Place: Hashable {
    var window: XID
    var property: Atom
  }

  /// Whom it is for.
  var place: Place
  /// What the bytes are.
  var type: Atom
  /// What has not gone yet.
  var chunks: Chunks
  /// When it is given up.
  var deadline: Duration
}
