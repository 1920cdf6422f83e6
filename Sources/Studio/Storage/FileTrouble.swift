import DigitData
import Glibc
import NeuralNet

/// What went wrong with a file, as one line to show.
package struct FileTrouble: Error, Equatable, Sendable, CustomStringConvertible {
  package let description: String

  /// Takes the whole line.
  package init(_ description: String) { self.description = SafeName.text(description) }

  /// A file could not be read.
  package static func reading(_ path: String, _ reason: String) -> FileTrouble {
    FileTrouble("Could not read \(SafeName.last(of: path)): \(reason)")
  }

  /// A file could not be written.
  package static func saving(_ path: String, _ reason: String) -> FileTrouble {
    FileTrouble("Could not save \(SafeName.last(of: path)): \(reason)")
  }

  /// The drawing cannot be kept on the disk.
  static func keptInMemory(_ reason: String) -> FileTrouble {
    FileTrouble("Could not keep the drawing on the disk: \(reason); it stays in memory")
  }

  /// What the system says about the last call that failed on this thread.
  static var systemReason: String { strerror(errno).map { String(cString: $0) } ?? "error \(errno)" }

  /// Replaces the file at `path` by `bytes`, whole or not at all.
  static func save(_ bytes: [UInt8], to path: String) throws(FileTrouble) {
    do throws(FileError) { try AtomicFile.write(bytes, to: path) } catch { throw .saving(path, error.reason) }
  }
}

extension DataFileError {
  /// The reason alone, without the path.
  var reason: String {
    switch self {
    case .notFound: "no such file"
    case .unreadable(_, let reason), .unwritable(_, let reason): reason
    case .truncatedGzip: "the gzip data end too early"
    case .corruptGzip(_, let reason): "the gzip data are damaged (\(reason))"
    case .tooLarge(_, let limit): "it is larger than \(limit >> 20) MiB"
    }
  }
}
