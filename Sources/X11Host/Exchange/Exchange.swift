import CX11
import Glibc
import Toolkit

/// Clipboard and drops of one window: what goes to other programs and what comes from them.
///
/// Other programs may do anything: what they send is checked, and nothing waits for them.
@MainActor
final class Exchange {
  private let wire: ExchangeWire
  private let owner: ClipboardOwner
  private let dropTarget: DropTarget
  private let deliver: @MainActor (InputEvent) -> Void
  private var paste: IncomingTransfer?
  private var isSaved = false

  /// Makes `window` a place to drop on; `now` is the host's clock, `deliver` gets what comes.
  init(
    display: OpaquePointer, window: Window, now: @escaping @MainActor () -> Duration,
    deliver: @escaping @MainActor (InputEvent) -> Void
  ) {
    wire = ExchangeWire(display: display, window: window, now: now)
    owner = ClipboardOwner(wire: wire)
    dropTarget = DropTarget(wire: wire, deliver: deliver)
    self.deliver = deliver
    XFlush(display)
  }

  // MARK: What the host does

  /// Puts something on the clipboard; `time` is that of the user's wish.
  func offer(_ offer: ClipboardOffer, at time: Time) {
    owner.take(offer, at: time == 0 ? serverTime() : time)
    XFlush(wire.display)
  }

  /// Asks for what is on the clipboard; a delivery follows, at once where the clipboard is ours.
  func requestPaste(at time: Time) {
    // The answer to the first wish will do for the second.
    guard paste == nil else { return }
    let current = XGetSelectionOwner(wire.display, wire.atoms[.clipboard])
    guard current != 0 else { return pasted(.nothing(reason: "the clipboard is empty")) }
    if current == wire.desk, let offer = owner.offer {
      return pasted(OwnOffer.contents(of: offer, host: wire.hostName))
    }
    let transfer = IncomingTransfer(wire: wire, selection: wire.atoms[.clipboard], time: time) {
      [weak self] contents in self?.pasted(contents)
    }
    paste = transfer
    transfer.start()
    XFlush(wire.display)
  }

  private func pasted(_ contents: Delivery.Contents) {
    paste = nil
    deliver(.delivery(Delivery(.paste, contents)))
  }

  /// The server's time: a claim without it could be taken for an older one.
  private func serverTime() -> Time {
    let probe = wire.atoms[.timeProbe]
    wire.write([], type: wire.atoms[.integer], to: probe, of: wire.desk)
    var event = XEvent()
    var wanted: (window: XID, atom: Atom) = (wire.desk, probe)
    withUnsafeMutableBytes(of: &wanted) { wanted in
      let context = wanted.baseAddress?.assumingMemoryBound(to: CChar.self)
      _ = XIfEvent(
        wire.display, &event,
        { _, event, context in
          guard let event, let context, event.pointee.type == PropertyNotify else { return False }
          let wanted = UnsafeRawPointer(context).assumingMemoryBound(to: (window: XID, atom: Atom).self).pointee
          let property = event.pointee.xproperty
          return property.window == wanted.window && property.atom == wanted.atom ? True : False
        }, context)
    }
    return event.xproperty.time
  }

  // MARK: Time

  /// When `wake` has something to do, by the host's clock.
  var nextDeadline: Duration? {
    [paste?.deadline, dropTarget.transfer?.deadline, owner.nextDeadline].compactMap { $0 }.min()
  }

  /// Gives up what has not moved for too long.
  func wake(now: Duration) {
    owner.wake(now: now)
    for transfer in [paste, dropTarget.transfer].compactMap({ $0 }) where transfer.deadline <= now {
      transfer.giveUp("the other program did not answer in time; try again")
    }
    XFlush(wire.display)
  }

  // MARK: Events

  /// Takes an event; false where it is not about clipboard or drops.
  func handle(_ event: inout XEvent) -> Bool {
    let isTaken = take(event)
    if isTaken { XFlush(wire.display) }
    return isTaken
  }

  private func take(_ event: XEvent) -> Bool {
    switch event.type {
    case SelectionRequest where event.xselectionrequest.owner == wire.desk: owner.answer(event.xselectionrequest)
    case SelectionClear where event.xselectionclear.window == wire.desk: owner.cleared()
    case SelectionNotify where event.xselection.requestor == wire.desk: answered(event.xselection)
    case PropertyNotify where event.xproperty.window == wire.desk: deskChanged(event.xproperty)
    case PropertyNotify: return requestorChanged(event.xproperty)
    case DestroyNotify where event.xdestroywindow.event == event.xdestroywindow.window:
      return windowIsGone(event.xdestroywindow.window)
    case ClientMessage: return dropTarget.handle(event.xclient)
    case ConfigureNotify, MapNotify, UnmapNotify, ReparentNotify, GravityNotify, CirculateNotify:
      // These come along where the end of a window is to be heard of.
      return wire.watchesAlone(event.xany.window)
    default: return false
    }
    return true
  }

  private func answered(_ event: XSelectionEvent) {
    if event.selection == wire.atoms[.clipboardManager] {
      isSaved = true
    } else if paste?.answered(event) != true {
      _ = dropTarget.transfer?.answered(event)
    }
  }

  private func deskChanged(_ event: XPropertyEvent) {
    guard event.state == PropertyNewValue else { return }
    if let transfer = [paste, dropTarget.transfer].compactMap({ $0 }).first(where: { $0.uses(event.atom) }) {
      transfer.pieceCame()
    } else if ExchangeAtom.transfers.contains(where: { wire.atoms[$0] == event.atom }) {
      // Nobody waits for it any more: taking it away lets the sender come to its end.
      XDeleteProperty(wire.display, wire.desk, event.atom)
    }
  }

  private func requestorChanged(_ event: XPropertyEvent) -> Bool {
    if event.state == PropertyDelete {
      owner.pieceWasTaken(at: OutgoingTransfer.Place(window: event.window, property: event.atom))
    }
    return wire.watchesAlone(event.window)
  }

  private func windowIsGone(_ window: XID) -> Bool {
    let isOurs = wire.watchesAlone(window)
    wire.forget(window)
    owner.windowIsGone(window)
    dropTarget.windowIsGone(window)
    return isOurs
  }

  // MARK: The end

  /// Hands the clipboard to the clipboard manager, if there is one, so that it outlives the program.
  ///
  /// Takes a second at most; all other events that come meanwhile are lost.
  func saveOnExit() {
    let manager = wire.atoms[.clipboardManager]
    guard owner.offer != nil, XGetSelectionOwner(wire.display, manager) != 0 else { return }
    let property = wire.atoms[.managerProperty]
    wire.write(words: owner.targets, type: wire.atoms[.atom], to: property, of: wire.desk)
    isSaved = false
    XConvertSelection(wire.display, manager, wire.atoms[.saveTargets], property, wire.desk, owner.ownedSince)
    let end = wire.now() + .seconds(1)
    while !isSaved, waitForEvent(until: end) {
      var event = XEvent()
      XNextEvent(wire.display, &event)
      _ = handle(&event)
    }
  }

  private func waitForEvent(until end: Duration) -> Bool {
    while XPending(wire.display) == 0 {
      let left = end - wire.now()
      guard left > .zero else { return false }
      var entry = pollfd(fd: XConnectionNumber(wire.display), events: Int16(POLLIN), revents: 0)
      // Rounded up: a wait of zero milliseconds would spin.
      poll(&entry, 1, Int32(left / .milliseconds(1)) + 1)
    }
    return wire.now() < end
  }
}
