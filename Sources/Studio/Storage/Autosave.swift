import Dispatch
package import Ink
import Synchronization

/// Keeps the current drawing on the disk, so that it is back after whatever ended the program.
///
/// Nothing here waits for a disk but `restore`, `flush` and `discard`. A change is on its way to the system within `delay`,
/// and what the system has taken outlives the process. A change costs what it is worth, however much ink there is.
package final class Autosave: Sendable {
  /// What happened to the drawing.
  package enum Change: Sendable {
    /// A stroke begins with these points.
    case began([InkPoint])
    /// The last stroke goes on through these points.
    case extended([InkPoint])
    /// Anything else: this is the drawing now. It is let go of within milliseconds.
    case replaced(Drawing)
  }

  /// How long points are collected before they are written.
  private static let delay = DispatchTimeInterval.milliseconds(40)
  private static let idleTime = DispatchTimeInterval.seconds(1)
  /// A little longer than the journal leaves a failing disk alone.
  private static let retryTime = DispatchTimeInterval.milliseconds(5_100)

  fileprivate struct Pending {
    var changes: [Change] = []
    var isScheduled = false
    /// Counts the changes, so that one can see whether nothing happened for a while.
    var count = 0
    var waitsForIdleness = false
    var hasReported = false
    var willRetry = false
  }

  private let slot: AutosaveSlot?
  private let journal: Mutex<AutosaveJournal>
  private let pending = Mutex(Pending())
  private let queue = DispatchQueue(label: "inkling.autosave", qos: .userInitiated)
  private let report: @Sendable (FileTrouble) -> Void
  private let recovered: @Sendable () -> Void

  /// Takes a place in the state directory for this window alone, and what a crashed one left there.
  ///
  /// `report` is called from any thread: from then on the drawing is in memory only. `recovered` is called when writing
  /// works again, before the next report.
  package init(
    directory: String?, recovered: @escaping @Sendable () -> Void = {},
    report: @escaping @Sendable (FileTrouble) -> Void
  ) {
    self.report = report
    self.recovered = recovered
    var trouble: FileTrouble?
    do throws(FileTrouble) {
      guard let directory else { throw .keptInMemory("there is no home directory") }
      slot = try AutosaveSlot.take(in: directory)
    } catch {
      slot = nil
      trouble = error
    }
    journal = Mutex(AutosaveJournal(path: slot?.journal ?? ""))
    if let trouble { tell(trouble) }
  }

  /// Writes what was not written yet; the place is free then.
  deinit { journal.withLock { try? $0.write(pending.withLock { $0.take() }) } }

  /// The drawing that an earlier run did not end in peace with; nil where there is none.
  package func restore() -> Drawing? {
    guard slot != nil else { return nil }
    var trouble: FileTrouble?
    let drawing = journal.withLock { journal in
      do throws(FileTrouble) { try journal.read() } catch { trouble = error }
      var drawing = journal.drawing
      drawing.strokes = journal.drawing.strokes.map { $0 }
      return drawing
    }
    if let trouble { tell(trouble) }
    return drawing.isBlank ? nil : drawing
  }

  /// Has a change written soon; costs the caller a few hundred nanoseconds.
  package func save(_ change: Change) {
    guard slot != nil else { return }
    let isFirst = pending.withLock { $0.add(change) }
    if case .replaced = change {
      // The sooner it is compared and let go of, the less likely its owner has to copy a list before the next stroke.
      queue.async { [weak self] in self?.write() }
    } else if isFirst {
      queue.asyncAfter(deadline: .now() + Autosave.delay) { [weak self] in self?.write() }
    }
  }

  /// Writes everything before it returns.
  package func flush() {
    guard slot != nil else { return }
    journal.withLock { $0.forgetPatience() }
    write()
  }

  /// Removes what is on the disk: the program ends in peace, and the drawing is wanted no more.
  package func discard() {
    guard slot != nil else { return }
    journal.withLock { journal in
      _ = pending.withLock { $0.take() }
      journal.discard()
    }
  }

  private func write() {
    var trouble: FileTrouble?
    let (isWasteful, isFailing) = journal.withLock { journal in
      // Taken while the journal is ours, so that changes stay in order.
      let changes = pending.withLock { $0.take() }
      do throws(FileTrouble) { try journal.write(changes) } catch { trouble = error }
      return (journal.isWasteful, journal.isFailing)
    }
    if let trouble { tell(trouble) } else if !isFailing { tellRecovery() }
    if isFailing { retry() }
    if isWasteful { rewriteWhenIdle() }
  }

  /// A large drawing takes long to write: that waits until nobody draws.
  private func rewriteWhenIdle() {
    let count: Int? = pending.withLock { pending in
      guard !pending.waitsForIdleness else { return nil }
      pending.waitsForIdleness = true
      return pending.count
    }
    guard let count else { return }
    queue.asyncAfter(deadline: .now() + Autosave.idleTime) { [weak self] in self?.rewrite(unlessChangedSince: count) }
  }

  private func rewrite(unlessChangedSince count: Int) {
    let isIdle = pending.withLock { pending in
      pending.waitsForIdleness = false
      return pending.count == count
    }
    guard isIdle else { return rewriteWhenIdle() }
    journal.withLock { if $0.isWasteful { try? $0.rewrite() } }
  }

  /// A disk that was full may have room again without anybody drawing.
  private func retry() {
    let isFirst = pending.withLock { pending in
      defer { pending.willRetry = true }
      return !pending.willRetry
    }
    guard isFirst else { return }
    queue.asyncAfter(deadline: .now() + Autosave.retryTime) { [weak self] in
      self?.pending.withLock { $0.willRetry = false }
      self?.write()
    }
  }

  private func tellRecovery() {
    let hasReported = pending.withLock { pending in
      defer { pending.hasReported = false }
      return pending.hasReported
    }
    if hasReported { recovered() }
  }

  private func tell(_ trouble: FileTrouble) {
    let isFirst = pending.withLock { pending in
      defer { pending.hasReported = true }
      return !pending.hasReported
    }
    if isFirst { report(trouble) }
  }
}

extension Autosave.Pending {
  /// Adds a change and says whether somebody has to be sent to write it.
  fileprivate mutating func add(_ change: Autosave.Change) -> Bool {
    count += 1
    if case .replaced = change, case .replaced = changes.last {
      changes[changes.count - 1] = change
    } else {
      changes.append(change)
    }
    defer { isScheduled = true }
    return !isScheduled
  }

  /// Takes all changes away.
  fileprivate mutating func take() -> [Autosave.Change] {
    defer { (changes, isScheduled) = ([], false) }
    return changes
  }
}
