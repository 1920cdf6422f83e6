import CX11
import Synchronization

/// What X servers complained about; X errors come long after the request and never end the program.
package enum ErrorLog {
  /// One complaint.
  package struct Entry: Equatable, Sendable {
    /// The number of the request's kind, and the kind within an extension.
    package var request: UInt8
    package var minorRequest: UInt8
    /// The kind of error.
    package var code: UInt8
    /// The window or other thing that was named.
    package var resource: UInt
    /// Which request it was, counted from the first.
    package var serial: UInt
  }

  private struct State {
    var count = 0
    var newest: [Entry] = []
    var lostDisplays: Set<UInt> = []
  }

  private static let state = Mutex(State())
  /// More than these are counted only.
  private static let mostEntries = 32

  /// How many complaints there were.
  package static var count: Int { state.withLock { $0.count } }
  /// The newest complaints, the oldest first.
  package static var newest: [Entry] { state.withLock { $0.newest } }

  /// Has all complaints recorded here from now on.
  static func install() {
    XSetErrorHandler { _, event in
      if let event { ErrorLog.record(event.pointee) }
      return 0
    }
    XSetIOErrorHandler { display in
      ErrorLog.recordLoss(of: display)
      return 0
    }
  }

  /// Lets the program live on when the server of `display` goes away.
  static func survivesLoss(of display: OpaquePointer) {
    XSetIOErrorExitHandler(display, { _, _ in }, nil)
  }

  private static func record(_ event: XErrorEvent) {
    let entry = Entry(
      request: event.request_code, minorRequest: event.minor_code, code: event.error_code, resource: event.resourceid,
      serial: event.serial)
    state.withLock { state in
      state.count += 1
      if state.newest.count == mostEntries { state.newest.removeFirst() }
      state.newest.append(entry)
    }
  }

  private static func recordLoss(of display: OpaquePointer?) {
    _ = state.withLock { $0.lostDisplays.insert(UInt(bitPattern: display)) }
  }

  /// Whether the server of `display` is gone.
  static func isLost(_ display: OpaquePointer) -> Bool {
    state.withLock { $0.lostDisplays.contains(UInt(bitPattern: display)) }
  }

  /// Forgets a display: its address may come back.
  static func forget(_ display: OpaquePointer) {
    _ = state.withLock { $0.lostDisplays.remove(UInt(bitPattern: display)) }
  }
}
