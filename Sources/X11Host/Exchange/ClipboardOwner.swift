import CX11
import Toolkit

/// The clipboard while it is ours: answers what other programs ask for, several of them at once.
@MainActor
final class ClipboardOwner {
  /// A program that takes nothing for so long gets no more.
  static let patience = Duration.seconds(5)
  private static let mostTransfers = 64
  private static let mostPairs = 256

  private struct Entry {
    var target: Atom
    var bytes: [UInt8]
  }

  private let wire: ExchangeWire
  private let chunkSize: Int
  /// What is offered; nil when the clipboard belongs to somebody else.
  private(set) var offer: ClipboardOffer?
  private var entries: [Entry] = []
  /// The server's time of the claim.
  private(set) var ownedSince: Time = 0
  // A transfer goes on when the clipboard has long passed to somebody else.
  private var transfers: [OutgoingTransfer.Place: OutgoingTransfer] = [:]

  /// Owns nothing yet.
  init(wire: ExchangeWire) {
    self.wire = wire
    let extended = XExtendedMaxRequestSize(wire.display)
    chunkSize = Chunks.size(forRequestsOf: extended > 0 ? extended : XMaxRequestSize(wire.display))
  }

  /// What other programs may ask for.
  var targets: [Atom] { entries.map(\.target) }

  /// When something is to be given up.
  var nextDeadline: Duration? { transfers.values.map(\.deadline).min() }

  /// Takes the clipboard.
  func take(_ offer: ClipboardOffer, at time: Time) {
    let clipboard = wire.atoms[.clipboard]
    XSetSelectionOwner(wire.display, clipboard, wire.desk, time)
    guard XGetSelectionOwner(wire.display, clipboard) == wire.desk else { return lose() }
    let contents = ClipboardTargets(offer).entries
    let targets = ExchangeAtoms.intern(contents.map(\.target), display: wire.display)
    entries = zip(targets, contents).map { Entry(target: $0, bytes: $1.bytes) }
    self.offer = offer
    ownedSince = time
  }

  /// Somebody else may have the clipboard now.
  func cleared() {
    // The note may be older than our last claim: the server knows.
    if XGetSelectionOwner(wire.display, wire.atoms[.clipboard]) != wire.desk { lose() }
  }

  private func lose() {
    offer = nil
    entries = []
  }

  // MARK: Requests

  /// Answers a request, with a refusal if need be.
  func answer(_ request: XSelectionRequestEvent) {
    guard wire.isForeign(request.requestor) else { return }
    // Programs from before the rules name no property; the target stands for it.
    let property = request.property == 0 ? request.target : request.property
    let isServed =
      request.selection == wire.atoms[.clipboard] && isDuringOwnership(request.time)
      && serve(request.target, to: OutgoingTransfer.Place(window: request.requestor, property: property))
    notify(request, property: isServed ? property : 0)
  }

  private func isDuringOwnership(_ time: Time) -> Bool {
    // Time stamps wrap around after 49 days.
    offer != nil && (time == 0 || Int32(truncatingIfNeeded: time) &- Int32(truncatingIfNeeded: ownedSince) >= 0)
  }

  private func notify(_ request: XSelectionRequestEvent, property: Atom) {
    var event = XEvent()
    event.xselection.type = SelectionNotify
    event.xselection.display = wire.display
    event.xselection.requestor = request.requestor
    event.xselection.selection = request.selection
    event.xselection.target = request.target
    event.xselection.property = property
    event.xselection.time = request.time
    XSendEvent(wire.display, request.requestor, False, NoEventMask, &event)
  }

  private func serve(_ target: Atom, to place: OutgoingTransfer.Place) -> Bool {
    target == wire.atoms[.multiple] ? serveMultiple(place) : serveOne(target, to: place)
  }

  private func serveOne(_ target: Atom, to place: OutgoingTransfer.Place) -> Bool {
    let atoms = wire.atoms
    switch target {
    case atoms[.targets]:
      let about = [atoms[.targets], atoms[.timestamp], atoms[.multiple], atoms[.saveTargets]]
      wire.write(words: about + targets, type: atoms[.atom], to: place.property, of: place.window)
    case atoms[.timestamp]:
      wire.write(words: [ownedSince], type: atoms[.integer], to: place.property, of: place.window)
    case atoms[.saveTargets]:
      wire.write(words: [], type: atoms[.null], to: place.property, of: place.window)
    default:
      guard let entry = entries.first(where: { $0.target == target }) else { return false }
      return send(entry, to: place)
    }
    return true
  }

  /// Serves pairs of target and property; a pair that cannot be served is struck out.
  private func serveMultiple(_ place: OutgoingTransfer.Place) -> Bool {
    guard
      var pairs = wire.readAtoms(
        place.property, of: place.window, types: wire.atoms[.atomPair], wire.atoms[.atom]),
      pairs.count.isMultiple(of: 2), pairs.count <= 2 * ClipboardOwner.mostPairs
    else { return false }
    for index in stride(from: 0, to: pairs.count, by: 2) where pairs[index] != 0 {
      let inner = OutgoingTransfer.Place(window: place.window, property: pairs[index + 1])
      let isServed = inner.property != 0 && inner != place && serveOne(pairs[index], to: inner)
      // The rule speaks of the target, the reference library looks at the property.
      if !isServed { (pairs[index], pairs[index + 1]) = (0, 0) }
    }
    wire.write(words: pairs, type: wire.atoms[.atomPair], to: place.property, of: place.window)
    return true
  }

  // MARK: Pieces

  private func send(_ entry: Entry, to place: OutgoingTransfer.Place) -> Bool {
    end(place)
    guard entry.bytes.count > chunkSize else {
      wire.write(entry.bytes[...], type: entry.target, to: place.property, of: place.window)
      return true
    }
    // The watch comes first: the requestor may delete the property at once.
    guard transfers.count < ClipboardOwner.mostTransfers, wire.watch(place.window) else { return false }
    transfers[place] = OutgoingTransfer(
      place: place, type: entry.target, chunks: Chunks(entry.bytes, size: chunkSize),
      deadline: wire.now() + ClipboardOwner.patience)
    wire.write(
      words: [UInt(min(entry.bytes.count, Int(Int32.max)))], type: wire.atoms[.increments], to: place.property,
      of: place.window)
    return true
  }

  /// A requestor has taken a piece and deleted it.
  func pieceWasTaken(at place: OutgoingTransfer.Place) {
    guard let piece = transfers[place]?.chunks.next(), let transfer = transfers[place] else { return }
    wire.write(piece, type: transfer.type, to: place.property, of: place.window)
    if piece.isEmpty { return end(place) }
    transfers[place]?.deadline = wire.now() + ClipboardOwner.patience
  }

  /// A requestor is gone.
  func windowIsGone(_ window: XID) {
    for place in transfers.keys where place.window == window { transfers[place] = nil }
  }

  /// Gives up what did not move for too long.
  func wake(now: Duration) {
    for transfer in Array(transfers.values) where transfer.deadline <= now { end(transfer.place) }
  }

  private func end(_ place: OutgoingTransfer.Place) {
    guard transfers.removeValue(forKey: place) != nil else { return }
    wire.unwatch(place.window)
  }
}
