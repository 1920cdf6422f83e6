import Glibc

/// A moment as the clock on the wall shows it.
package struct LocalTime {
  private let parts: tm

  /// The present moment.
  package static var now: LocalTime {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return LocalTime(parts: parts)
  }

  /// For names of files: `20260131-235959`.
  package var stamp: String {
    "\(year)\(two(parts.tm_mon + 1))\(two(parts.tm_mday))-\(two(parts.tm_hour))\(two(parts.tm_min))\(two(parts.tm_sec))"
  }

  /// The day: `2026-01-31`.
  package var day: String { "\(year)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))" }

  private var year: String { "\(parts.tm_year + 1900)" }

  private func two(_ value: Int32) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
