import Glibc
import Synchronization

/// Where other threads leave work for the main thread, which sleeps on `descriptor`.
public final class Mailbox: Sendable {
  /// Something to do on the main thread.
  public typealias Letter = @MainActor @Sendable () -> Void

  private let letters = Mutex<[Letter]>([])
  /// Readable while there are letters.
  public let descriptor: Int32
  private let writingEnd: Int32

  /// An empty mailbox.
  public init() {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (descriptor, writingEnd) = (ends[0], ends[1])
  }

  deinit {
    close(descriptor)
    close(writingEnd)
  }

  /// Leaves a letter, from any thread.
  public func post(_ letter: @escaping Letter) {
    letters.withLock { $0.append(letter) }
    // A full pipe wakes as well as one byte.
    var byte: UInt8 = 1
    _ = write(writingEnd, &byte, 1)
  }

  /// Opens all letters and says whether there was one.
  @MainActor
  @discardableResult
  public func open() -> Bool {
    var bytes: (UInt64, UInt64) = (0, 0)
    while read(descriptor, &bytes, 16) > 0 {}
    let opened = letters.withLock { letters in
      defer { letters = [] }
      return letters
    }
    for letter in opened { letter() }
    return !opened.isEmpty
  }
}
