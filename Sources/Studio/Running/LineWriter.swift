import Dispatch
import Glibc
import Synchronization

/// Writes lines away from the thread that tells them: a reader that is slow, or does not read, holds nothing up.
final class LineWriter: Sendable {
  /// Lines that nobody reads are kept up to so many bytes; further ones are lost.
  private static let mostWaiting = 16 << 20

  private let descriptor: Int32
  private let queue = DispatchQueue(label: "lines")
  private let lines = DispatchGroup()
  private let waiting = Atomic(0)
  /// Whether nobody can read any more.
  private let isBroken = Atomic(false)

  /// Writes to `descriptor`.
  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// Has a line written, after those before it.
  func write(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    guard !isBroken.load(ordering: .relaxed),
      waiting.load(ordering: .relaxed) + bytes.count <= LineWriter.mostWaiting
    else { return }
    waiting.add(bytes.count, ordering: .relaxed)
    queue.async(group: lines) { [self] in
      put(bytes)
      waiting.subtract(bytes.count, ordering: .relaxed)
    }
  }

  /// Waits until everything is written, but not for ever.
  func flush() { _ = lines.wait(timeout: .now() + .seconds(1)) }

  private func put(_ bytes: [UInt8]) {
    var offset = 0
    while offset < bytes.count, !isBroken.load(ordering: .relaxed) {
      let written = bytes[offset...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return isBroken.store(true, ordering: .relaxed) }
      offset += written
    }
  }
}
