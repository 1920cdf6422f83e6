import Foundation
import Synchronization
import Testing
import Toolkit

@Suite @MainActor struct MailboxTests {
  private func isReadable(_ mailbox: Mailbox) -> Bool {
    var wait = pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&wait, 1, 0) == 1
  }

  @Test func lettersWakeOnceAndAreOpenedInOrder() {
    let mailbox = Mailbox()
    let opened = Mutex<[Int]>([])
    #expect(!isReadable(mailbox))
    #expect(!mailbox.open())
    for number in 0..<3 { mailbox.post { opened.withLock { $0.append(number) } } }
    #expect(isReadable(mailbox))
    #expect(mailbox.open())
    #expect(opened.withLock { $0 } == [0, 1, 2])
    #expect(!isReadable(mailbox))
    #expect(!mailbox.open())
  }

  @Test func aLetterMayPostAnother() {
    let mailbox = Mailbox()
    let count = Mutex(0)
    mailbox.post {
      count.withLock { $0 += 1 }
      mailbox.post { count.withLock { $0 += 10 } }
    }
    mailbox.open()
    #expect(count.withLock { $0 } == 1)
    #expect(isReadable(mailbox))
    mailbox.open()
    #expect(count.withLock { $0 } == 11)
  }

  /// What was opened, by the thread that posted it.
  private final class Opened: Sendable {
    private let held = Mutex<[[Int]]>(Array(repeating: [], count: 8))
    var numbers: [[Int]] { held.withLock { $0 } }
    func add(_ number: Int, of thread: Int) { held.withLock { $0[thread].append(number) } }
  }

  @Test func nothingIsLostBetweenThreads() {
    let mailbox = Mailbox()
    let opened = Opened()
    let perThread = 20_000
    // More letters than the pipe has room for bytes; threads of their own, which wait for nobody.
    for thread in 0..<8 {
      Thread.detachNewThread {
        for number in 0..<perThread { mailbox.post { opened.add(number, of: thread) } }
      }
    }
    while opened.numbers.contains(where: { $0.count < perThread }) {
      var wait = pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0)
      let isAwake = poll(&wait, 1, 60_000) == 1
      #expect(isAwake, "nobody was woken")
      guard isAwake else { break }
      mailbox.open()
    }
    mailbox.open()
    #expect(opened.numbers.allSatisfy { $0 == Array(0..<perThread) })
    #expect(!isReadable(mailbox))
  }
}
