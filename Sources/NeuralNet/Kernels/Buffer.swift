internal import Glibc

/// Zeroed memory on a cache-line boundary, freed with its owner.
final class Buffer {
  let raw: UnsafeMutableRawPointer
  let byteCount: Int

  init(byteCount: Int) throws(KernelError) {
    self.byteCount = max(64, (byteCount + 63) / 64 * 64)
    var pointer: UnsafeMutableRawPointer?
    guard posix_memalign(&pointer, 64, self.byteCount) == 0, let pointer else {
      throw .outOfMemory(bytes: byteCount)
    }
    memset(pointer, 0, self.byteCount)
    raw = pointer
  }

  deinit { free(raw) }

  /// The memory as `count` numbers of one type.
  func view<Scalar>(_ type: Scalar.Type = Scalar.self) -> UnsafeMutablePointer<Scalar> {
    raw.assumingMemoryBound(to: type)
  }
}
