/// Work away from the main thread that somebody may wait for, with the words that say so.
package struct BusyWork {
  private var works: [(id: Int, words: String, due: Duration)] = []
  private var lastID = 0
  private var checked = Duration.zero

  /// What is done sooner is not told: nothing flickers.
  private static let patience = Duration.milliseconds(200)

  /// Nothing is under way.
  package init() {}

  /// Work begins; its number is for its end.
  package mutating func begin(_ words: String, at now: Duration) -> Int {
    lastID += 1
    works.append((lastID, words, now + BusyWork.patience))
    return lastID
  }

  /// Work has come to its end.
  package mutating func end(_ id: Int) { works.removeAll { $0.id == id } }

  /// What has taken so long that it is to be told; the oldest of all.
  package mutating func words(at now: Duration) -> String? {
    checked = now
    return works.first { $0.due <= now }?.words
  }

  /// When there may be something else to tell; nil while nobody waits for anything new.
  package var deadline: Duration? { works.map(\.due).filter { $0 > checked }.min() }
}
