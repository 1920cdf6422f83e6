internal import Glibc

/// Zeroed memory on a cache-line boundary, freed with its owner.
final class Buffer {
  let raw: UnsafeMutableRawPointer
  let byteCount: Int

  init(byteCount: Int) throws(KernelError) {
    self.byteCount = max(64, (byteCount + 63) / 64 * 64)
    var pointer: UnsafeMutableRawPointer?
    let isLarge = self.byteCount >= Buffer.largePage
    guard posix_memalign(&pointer, isLarge ? Buffer.largePage : 64, self.byteCount) == 0, let pointer else {
      throw .outOfMemory(bytes: byteCount)
    }
    // Activations are walked from end to end many times a second: large pages save the look-ups.
    if isLarge { madvise(pointer, self.byteCount, MADV_HUGEPAGE) }
    memset(pointer, 0, self.byteCount)
    raw = pointer
  }

  private static let largePage = 1 << 21

  deinit { free(raw) }

  /// The memory as `count` numbers of one type.
  func view<Scalar>(_ type: Scalar.Type = Scalar.self) -> UnsafeMutablePointer<Scalar> {
    raw.assumingMemoryBound(to: type)
  }
}
