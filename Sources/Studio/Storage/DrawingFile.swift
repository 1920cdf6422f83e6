import DigitData
package import Ink

/// Opens and saves drawing files, `.ndjson` and packed `.ndjson.gz`.
package enum DrawingFile {
  /// What a file holds.
  package struct Contents: Equatable, Sendable {
    /// The good lines, in their order.
    package var drawings: [Drawing] = []
    /// What is wrong with other lines; the first few only.
    package var troubles: [FileTrouble] = []
    /// Whether the file goes on behind what was read.
    package var hasMore = false
  }

  /// Files may hold a million drawings; a window shows so many.
  package static let mostDrawings = 1_000
  private static let mostPoints = 2_000_000
  private static let mostTroubles = 20
  private static let longestLine = 64 << 20

  /// Reads up to `limit` drawings; throws where there is not one.
  package static func read(path: String, limit: Int = mostDrawings) throws(FileTrouble) -> Contents {
    if let obstacle = PathKind(of: path).obstacle { throw .reading(path, obstacle) }
    let reader: DrawingReader
    do throws(DrawingError) {
      reader = try DrawingReader(path: path, longestLine: longestLine)
    } catch {
      throw .reading(path, error.reason)
    }
    let contents = read(reader, path: path, limit: limit)
    guard contents.drawings.isEmpty else { return contents }
    throw contents.troubles.first ?? .reading(path, "there is no drawing in it")
  }

  private static func read(_ reader: DrawingReader, path: String, limit: Int) -> Contents {
    var contents = Contents()
    var points = 0
    while let result = reader.next() {
      guard contents.drawings.count < limit, points < mostPoints else {
        contents.hasMore = true
        break
      }
      switch result {
      case .success(let drawing):
        points += drawing.pointCount
        contents.drawings.append(drawing)
      case .failure(let error) where contents.troubles.count < mostTroubles:
        contents.troubles.append(.reading(path, error.reason))
      case .failure: break
      }
    }
    return contents
  }

  /// Writes a drawing as the only one of a file, whole or not at all.
  package static func save(_ drawing: Drawing, path: String) throws(FileTrouble) {
    guard !path.hasSuffix(".gz") else { throw .saving(path, "only .ndjson is written, not .gz") }
    try FileTrouble.save(Array((drawing.writable.line + "\n").utf8), to: path)
  }
}

extension DrawingError {
  /// The reason and the line, without the path.
  fileprivate var reason: String {
    switch self {
    case .unreadable(let error): error.reason
    case .malformed(_, let line, let error): "line \(line): \(error)"
    case .lineTooLong(_, let line, let limit): "line \(line): longer than \(limit >> 20) MiB"
    }
  }
}
