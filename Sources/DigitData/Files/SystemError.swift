import Foundation

/// The system's words for its error numbers.
enum SystemError {
  /// What `number` (an `errno`) means.
  static func text(_ number: Int32) -> String { String(cString: strerror(number)) }
}
