import CX11
import Glibc

/// Memory for pixels of 32 bits, shared with the server or ours alone.
///
/// It may be larger than what is drawn on, so that a window that grows slowly seldom needs another.
final class PixelMemory {
  let base: UnsafeMutableRawPointer
  let columns: Int
  let rows: Int
  /// The number of the shared segment.
  let segment: Int32?

  /// Bytes from one row to the next.
  var stride: Int { columns * 4 }

  /// Memory of ours alone.
  init?(columns: Int, rows: Int) {
    guard let base = calloc(columns * rows, 4) else { return nil }
    (self.base, self.columns, self.rows, segment) = (base, columns, rows, nil)
  }

  /// Memory that the server may be shown; nil where the system gives none.
  init?(sharedColumns columns: Int, rows: Int) {
    let segment = shmget(IPC_PRIVATE, columns * rows * 4, IPC_CREAT | 0o600)
    guard segment >= 0 else { return nil }
    guard let base = shmat(segment, nil, 0), base != UnsafeMutableRawPointer(bitPattern: -1) else {
      shmctl(segment, IPC_RMID, nil)
      return nil
    }
    (self.base, self.columns, self.rows, self.segment) = (base, columns, rows, segment)
  }

  deinit {
    if segment == nil { free(base) } else { shmdt(base) }
  }

  /// Has the segment vanish with its last user, however the program ends.
  func vanishWhenUnused() {
    if let segment { shmctl(segment, IPC_RMID, nil) }
  }
}
