import Dispatch
import Recognition
import Synchronization

/// What goes on for the batch screen outside of the state: the run, the pictures of rows that are seen, an export.
@MainActor
final class BatchWorks {
  /// The run that is under way, and what it reads from.
  var run: BatchRun?
  var input: BatchInput?
  /// What the network sees in rows that were seen lately.
  private(set) var images: [Int: GrayImage] = [:]
  /// Rows whose picture cannot be read.
  private var unreadable: Set<Int> = []
  /// Whether pictures are on their way: those that are wanted then are asked for afterwards.
  var isReading = false
  /// Told to stop writing.
  var export: Flag?
  /// Waits for runs, which have threads of their own.
  let runs = DispatchGroup()
  let pictures = DispatchQueue(label: "inkling.batch.pictures")
  let exports = DispatchQueue(label: "inkling.batch.exports")

  /// More pictures than these are forgotten.
  private static let mostImages = 1_000

  /// A wish that other threads can see.
  final class Flag: Sendable {
    private let value = Atomic(false)
    var isSet: Bool { value.load(ordering: .relaxed) }
    func set() { value.store(true, ordering: .relaxed) }
  }

  /// Forgets everything about the run before.
  func begin(_ run: BatchRun) {
    self.run?.cancel()
    (self.run, input) = (run, nil)
    (images, unreadable) = ([:], [])
  }

  /// Those of `rows` whose picture is not known yet.
  func missing(_ rows: [Int]) -> [Int] { rows.filter { images[$0] == nil && !unreadable.contains($0) } }

  /// Takes pictures of rows.
  func add(_ new: [GrayImage?], of rows: [Int]) {
    if images.count > BatchWorks.mostImages { images.removeAll() }
    for (row, image) in zip(rows, new) {
      images[row] = image
      if image == nil { unreadable.insert(row) }
    }
  }

  /// Has everything come to an end soon.
  func cancel() {
    run?.cancel()
    export?.set()
  }

  /// Returns when nothing goes on any more; what came of it is in the mailbox.
  func wait() {
    runs.wait()
    pictures.sync {}
    exports.sync {}
  }
}
