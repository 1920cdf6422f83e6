import Glibc
import Ink
import NeuralNet

/// The file that follows a drawing: a snapshot, and behind it what changed since, one record in each line.
///
/// It keeps a drawing of its own. So a change costs what the change is worth, and nobody else's ink is held and copied.
struct AutosaveJournal {
  /// What the file leads to, or would if it could be written.
  private(set) var drawing = Drawing()
  private let path: String
  private var file: JournalFile?
  private var isRead = false
  /// The size of the last snapshot.
  private var snapshotSize = 0
  /// When writing failed, on the system's clock.
  private var failure: ContinuousClock.Instant?

  /// Where a journal is or will be; nothing happens yet.
  init(path: String) { self.path = path }

  /// A file is written anew when it is so much larger than its snapshot.
  private static let slack = 4 << 20
  /// How long a disk that is full is left alone.
  private static let patience = Duration.seconds(5)

  /// Whether something is not written because the disk could not take it.
  var isFailing: Bool { failure != nil }

  /// Whether most of the file is no longer needed.
  var isWasteful: Bool { (file?.size ?? 0) > 4 * snapshotSize + AutosaveJournal.slack }

  /// Reads what an earlier run left; does nothing the second time.
  ///
  /// Throws where something in the file is not a journal, once the good beginning is safe and the file is set aside.
  mutating func read() throws(FileTrouble) {
    guard !isRead else { return }
    isRead = true
    guard access(path, F_OK) == 0 else { return }
    let file = try JournalFile(path: path)
    guard file.size > 0 else { return }
    let (goodSize, isTorn) = file.contents().map { replay($0) } ?? (0, false)
    if goodSize == file.size || isTorn {
      try file.cut(to: goodSize)
      self.file = file
    } else {
      try setAside()
    }
  }

  /// Follows the records as far as they make sense; gives their length and whether only the end of a line is missing.
  private mutating func replay(_ bytes: [UInt8]) -> (size: Int, isTorn: Bool) {
    var start = 0
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      let record = JournalRecord(line: bytes[start..<end])
      // The first line is a snapshot, or the file is somebody else's.
      if start == 0 {
        guard case .whole = record else { return (0, false) }
      }
      guard let record, record.apply(to: &drawing) else { return (start, false) }
      start = end + 1
    }
    return (start, start > 0)
  }

  private mutating func setAside() throws(FileTrouble) {
    let other = path + ".damaged"
    guard rename(path, other) == 0 else { throw .reading(path, FileTrouble.systemReason) }
    if !drawing.isBlank { try rewrite() }
    throw FileTrouble(
      "A part of the saved drawing could not be read; the file is kept as \(SafeName.last(of: other))")
  }

  /// Makes the changes and adds them to the file; what cannot be written now is written with a later change.
  mutating func write(_ changes: [Autosave.Change]) throws(FileTrouble) {
    if !isRead { try? read() }
    var lines = ""
    for change in changes {
      for record in records(of: change) { lines += record.line + "\n" }
    }
    if let failure, ContinuousClock.now - failure < AutosaveJournal.patience { return }
    guard !lines.isEmpty || failure != nil else { return }
    do throws(FileTrouble) {
      try append(lines)
      failure = nil
    } catch {
      failure = .now
      throw error
    }
  }

  private mutating func append(_ lines: String) throws(FileTrouble) {
    // Behind a gap nothing makes sense: the drawing is written as a whole.
    if failure != nil { return try rewrite() }
    if let file { return try file.append(lines) }
    let file = try JournalFile(path: path)
    try file.cut(to: 0)
    try file.append(JournalRecord.whole(Drawing()).line + "\n" + lines)
    self.file = file
  }

  /// Writes a snapshot in place of everything.
  mutating func rewrite() throws(FileTrouble) {
    do throws(FileError) {
      try AtomicFile.write(JournalRecord.whole(drawing).line + "\n", to: path)
    } catch {
      throw .keptInMemory(error.reason)
    }
    let file = try JournalFile(path: path)
    snapshotSize = file.size
    self.file = file
  }

  /// Removes the file: there is nothing to come back to.
  mutating func discard() {
    unlink(path)
    (file, failure, isRead) = (nil, nil, true)
    (snapshotSize, drawing) = (0, Drawing())
  }

  /// Allows the next write at once, whatever happened before.
  mutating func forgetPatience() { if failure != nil { failure = .now - AutosaveJournal.patience } }

  /// What a change is in the file, made in our drawing too.
  private mutating func records(of change: Autosave.Change) -> [JournalRecord] {
    switch change {
    case .began(let points):
      return made([.insert([drawing.strokes.count], [Stroke(points: points)])])
    case .extended(let points): return made([.points(points)])
    case .replaced(let new):
      let records = AutosaveJournal.records(from: drawing, to: new)
      drawing = new
      // A list of our own, of the same strokes: nobody has to copy his because we keep it.
      drawing.strokes = new.strokes.map { $0 }
      return records
    }
  }

  private mutating func made(_ records: [JournalRecord]) -> [JournalRecord] {
    records.filter { $0.apply(to: &drawing) }
  }

  private static func records(from old: Drawing, to new: Drawing) -> [JournalRecord] {
    var records: [JournalRecord] = []
    let strokes = StrokeDifference(from: old.strokes, to: new.strokes)
    if !new.strokes.isEmpty, strokes.inserted.count == new.strokes.count { return [.whole(new)] }
    if !strokes.removed.isEmpty { records.append(.erase(strokes.removed)) }
    if !strokes.inserted.isEmpty {
      records.append(.insert(strokes.inserted, strokes.inserted.map { new.strokes[$0] }))
    }
    var (oldRest, newRest) = (old, new)
    (oldRest.strokes, newRest.strokes) = ([], [])
    guard oldRest != newRest else { return records }
    guard let box = newRest.image?.box, oldRest.image != nil else { return records + [.rest(newRest)] }
    oldRest.image?.box = box
    return records + [oldRest == newRest ? .box(box) : .rest(newRest)]
  }
}

extension Drawing {
  /// Whether there is neither ink nor a picture.
  var isBlank: Bool { strokes.isEmpty && image == nil }
}
