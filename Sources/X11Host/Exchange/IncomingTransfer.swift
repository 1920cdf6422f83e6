import CX11
import Toolkit

/// What another program is asked for, until it is here or will not come.
@MainActor
final class IncomingTransfer {
  /// A program that is silent for so long is no longer waited for.
  static let patience = Duration.seconds(5)
  /// A program that sends drop by drop is no longer waited for after this time.
  static let patienceInAll = Duration.seconds(120)
  /// More bytes than these are not taken, whole or in pieces.
  static let mostBytes = 64 << 20

  private enum Stage {
    /// Asked what there is.
    case askedForTargets
    /// Asked for contents; nothing came yet.
    case asked(ContentKind)
    /// Pieces of the contents are coming.
    case receiving(ContentKind)
    case over
  }

  private let wire: ExchangeWire
  private let selection: Atom
  private let time: Time
  private let finish: @MainActor (Delivery.Contents) -> Void
  private var choices: [ContentKind]
  private var stage = Stage.askedForTargets
  private var target: Atom = 0
  private var property: Atom = 0
  private var received: [UInt8] = []
  private var failure: String?
  private let lastDeadline: Duration
  /// When it is given up.
  private(set) var deadline: Duration

  /// Takes from `selection` what `finish` then gets, once and in any case; `time` is that of the user's wish.
  init(
    wire: ExchangeWire, selection: Atom, time: Time, finish: @escaping @MainActor (Delivery.Contents) -> Void
  ) {
    self.wire = wire
    self.selection = selection
    self.time = time
    self.finish = finish
    choices = []
    deadline = wire.now() + IncomingTransfer.patience
    lastDeadline = wire.now() + IncomingTransfer.patienceInAll
  }

  /// Asks what there is and takes the best of it.
  func start() { ask(for: wire.atoms[.targets], stage: .askedForTargets) }

  /// Takes the first of these that comes.
  func start(choices: [ContentKind]) {
    self.choices = choices
    askForNext()
  }

  private func ask(for target: Atom, stage: Stage) {
    self.target = target
    self.stage = stage
    property = wire.nextTransferProperty()
    keepWaiting()
    XConvertSelection(wire.display, selection, target, property, wire.desk, time)
  }

  private func askForNext() {
    guard !choices.isEmpty else { return end(.nothing(reason: failure ?? "nothing of use was offered")) }
    let kind = choices.removeFirst()
    ask(for: wire.atoms.target(of: kind), stage: .asked(kind))
  }

  private func keepWaiting() { deadline = min(wire.now() + IncomingTransfer.patience, lastDeadline) }

  /// Whether pieces come, or may come, under this name.
  func uses(_ property: Atom) -> Bool {
    if case .over = stage { return false }
    return property == self.property
  }

  // MARK: What comes

  /// Takes the owner's answer; false where it answers something else.
  func answered(_ event: XSelectionEvent) -> Bool {
    guard event.selection == selection, event.target == target, event.property == 0 || event.property == property
    else { return false }
    switch stage {
    case .askedForTargets: takeTargets(isRefused: event.property == 0)
    case .asked(let kind) where event.property == 0: tryNext("\(kind.rawValue) was offered but did not come")
    case .asked(let kind): takeContents(kind)
    case .receiving, .over: break
    }
    return true
  }

  private func takeTargets(isRefused: Bool) {
    let list =
      isRefused
      ? nil
      : wire.readAtoms(property, of: wire.desk, types: wire.atoms[.atom], wire.atoms[.targets])
    XDeleteProperty(wire.display, wire.desk, property)
    guard let list else {
      return end(.nothing(reason: "the program that owns the clipboard does not say what is in it"))
    }
    choices = ContentKind.choices(among: Set(list.compactMap(wire.atoms.kind(of:))), order: ContentKind.pasteOrder)
    if choices.isEmpty { failure = UnusableOffer.reason(names: wire.names(of: list)) }
    askForNext()
  }

  private func takeContents(_ kind: ContentKind) {
    guard let answer = wire.read(property, of: wire.desk, atMost: IncomingTransfer.mostBytes, deletes: true) else {
      return tryNext("\(kind.rawValue) could not be read")
    }
    if answer.type == wire.atoms[.increments] {
      // Deleting, which reading did, is the sign to begin.
      stage = .receiving(kind)
      received = []
      return keepWaiting()
    }
    guard let bytes = bytes(of: answer, kind: kind) else { return }
    take(bytes, as: kind)
  }

  /// A piece came under the name of this transfer.
  func pieceCame() {
    guard case .receiving(let kind) = stage else { return }
    let room = IncomingTransfer.mostBytes - received.count
    // Two notes may come for one piece, and the first has led to all of it.
    guard let answer = wire.read(property, of: wire.desk, atMost: room, deletes: true), answer.exists,
      let piece = bytes(of: answer, kind: kind)
    else { return }
    guard !piece.isEmpty else { return take(received, as: kind) }
    received.append(contentsOf: piece)
    keepWaiting()
  }

  /// The bytes of an answer that is what was asked for; otherwise goes on to the next choice.
  private func bytes(of answer: ExchangeProperty, kind: ContentKind) -> [UInt8]? {
    guard answer.bytesLeft == 0 else {
      XDeleteProperty(wire.display, wire.desk, property)
      tryNext("\(kind.rawValue) has more than \(IncomingTransfer.mostBytes >> 20) MB; take a smaller one")
      return nil
    }
    guard case .bytes(let bytes) = answer.value, isFitting(answer.type, for: kind) else {
      tryNext("\(kind.rawValue) came as something else")
      return nil
    }
    return bytes
  }

  // Programs differ in how they name the type of plain text.
  private func isFitting(_ type: Atom, for kind: ContentKind) -> Bool {
    type == target || (kind.isText && wire.atoms.kind(of: type)?.isText == true)
  }

  private func take(_ bytes: [UInt8], as kind: ContentKind) {
    let contents = kind.contents(of: bytes, host: wire.hostName)
    guard case .nothing(let reason) = contents else { return end(contents) }
    tryNext(reason)
  }

  // MARK: What does not come

  private func tryNext(_ reason: String) {
    // The first choice is what the user meant.
    failure = failure ?? reason
    askForNext()
  }

  /// Ends without contents.
  func giveUp(_ reason: String) { end(.nothing(reason: reason)) }

  private func end(_ contents: Delivery.Contents) {
    if case .over = stage { return }
    stage = .over
    received = []
    finish(contents)
  }
}
