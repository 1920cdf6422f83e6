import Glibc
import Testing

/// A terminal that keeps what is written to it.
final class PseudoTerminal {
  private let keeper: Int32
  /// What a program writes to.
  let screen: Int32

  init(columns: UInt16) throws {
    keeper = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var (locked, number): (Int32, UInt32) = (0, 0)
    // Linux's TIOCSPTLCK and TIOCGPTN, which are macros that Swift cannot see.
    try #require(ioctl(keeper, 0x4004_5431, &locked) == 0 && ioctl(keeper, 0x8004_5430, &number) == 0)
    screen = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    try #require(screen >= 0)
    var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    try #require(ioctl(screen, UInt(TIOCSWINSZ), &size) == 0)
  }

  deinit {
    close(screen)
    close(keeper)
  }

  /// Everything that was written so far.
  func text() -> String {
    _ = fcntl(keeper, F_SETFL, O_NONBLOCK)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(keeper, &buffer, buffer.count)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }
}
