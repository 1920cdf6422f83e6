import DigitData
import Glibc
import Ink
import NeuralNet
import Training

/// The user's own drawings on the disk: drawing files in a directory, one for each drawing that is made here.
///
/// Files are written whole or not at all. Lines that cannot be read stay as they are, whatever happens to others.
package struct PersonalStore: Sendable {
  /// What the directory holds.
  package struct Contents: Equatable, Sendable {
    /// In the order of their files' names, which is that of time.
    package var drawings: [PersonalDrawing] = []
    /// What cannot be used, each with its file and line.
    package var troubles: [FileTrouble] = []
    /// Whether there is more than is shown.
    package var isCut = false

    /// Nothing.
    package init() {}
  }

  /// The directory.
  package let directory: String

  /// More drawings are not read.
  package static let most = 5_000
  private static let mostTroubles = 100
  private static let largestFile = 64 << 20

  /// The drawings below the user's data directory.
  package init(data: String) { directory = FilePath(data).appending("drawings") }

  /// A name for the files of one run of the program that no other run has; later runs have later names.
  package static func newSession() -> String {
    var (now, parts) = (time(nil), tm())
    gmtime_r(&now, &parts)
    let numbers = [parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec]
    let stamp = numbers.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
    return "\(stamp)-\(String(UInt32.random(in: 0...UInt32.max), radix: 36))"
  }

  /// Reads all drawing files; nothing is created.
  package func load() -> Contents {
    var contents = Contents()
    for name in FilePath(directory).names where name.hasSuffix(".ndjson") && !name.hasPrefix(".") {
      guard contents.drawings.count < PersonalStore.most else {
        contents.isCut = true
        break
      }
      read(name, into: &contents)
    }
    return contents
  }

  private func read(_ name: String, into contents: inout Contents) {
    do throws(FileTrouble) {
      let found = try DrawingFile.read(path: path(name), limit: PersonalStore.most - contents.drawings.count)
      contents.isCut = contents.isCut || found.hasMore
      contents.troubles += found.troubles.prefix(max(0, PersonalStore.mostTroubles - contents.troubles.count))
      for (index, drawing) in found.drawings.enumerated() {
        if let drawing = PersonalDrawing(drawing, file: name, number: index + 1) {
          contents.drawings.append(drawing)
        } else if contents.troubles.count < PersonalStore.mostTroubles {
          contents.troubles.append(.reading(name, "drawing \(index + 1) has no ink, or no label from 0 to 9"))
        }
      }
    } catch {
      if contents.troubles.count < PersonalStore.mostTroubles { contents.troubles.append(error) }
    }
  }

  /// Writes a drawing that is not there yet.
  package func add(_ drawing: PersonalDrawing) throws(FileTrouble) {
    do throws(DataFileError) { try PrivateDirectory.create(directory) } catch {
      throw .saving("drawings", error.reason)
    }
    let old = PathKind(of: path(drawing.file)) == .missing ? [] : try lines(of: drawing.file)
    try write(old + [Array(drawing.drawing.writable.line.utf8)], to: drawing.file)
  }

  /// Writes a drawing in the place of another one of the same file.
  package func replace(_ old: PersonalDrawing, with new: PersonalDrawing) throws(FileTrouble) {
    var lines = try lines(of: old.file)
    lines[try place(of: old, in: lines)] = Array(new.drawing.writable.line.utf8)
    try write(lines, to: old.file)
  }

  /// Removes a drawing, and its file where nothing else is in it.
  package func remove(_ drawing: PersonalDrawing) throws(FileTrouble) {
    var lines = try lines(of: drawing.file)
    lines.remove(at: try place(of: drawing, in: lines))
    guard lines.allSatisfy(\.isEmpty) else { return try write(lines, to: drawing.file) }
    guard unlink(path(drawing.file)) == 0 else { throw .saving(drawing.file, FileTrouble.systemReason) }
  }

  private func path(_ name: String) -> String { FilePath(directory).appending(name) }

  private func place(of drawing: PersonalDrawing, in lines: [[UInt8]]) throws(FileTrouble) -> Int {
    let wanted = drawing.drawing.writable
    guard let place = lines.firstIndex(where: { (try? Drawing(line: $0)) == wanted }) else {
      throw .saving(drawing.file, "somebody else has changed it")
    }
    return place
  }

  /// The lines of a file as they are, without an empty one at the end.
  private func lines(of name: String) throws(FileTrouble) -> [[UInt8]] {
    let bytes: [UInt8]
    if let obstacle = PathKind(of: path(name)).obstacle { throw .saving(name, obstacle) }
    do throws(DataFileError) {
      bytes = try DataFile.contents(of: path(name), limit: PersonalStore.largestFile)
    } catch {
      throw .saving(name, error.reason)
    }
    var lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false).map(Array.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private func write(_ lines: [[UInt8]], to name: String) throws(FileTrouble) {
    try FileTrouble.save(lines.flatMap { $0 + [0x0a] }, to: path(name))
  }
}
