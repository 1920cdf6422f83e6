public import Ink

/// Reads drawings from a drawing file (plain or gzipped) one at a time, in memory that does not grow with the file.
///
/// A malformed line comes as an error in its place, and the lines after it are still read. Blank lines are passed over. On
/// a pipe each drawing is given as soon as its line is complete.
public final class DrawingReader: Sequence, IteratorProtocol {
  /// The longest line in bytes: a million points with all that can be said about them, and a large picture, fit.
  public static let longestLine = 128 << 20

  /// The number of the line last read, from 1; 0 before the first.
  public var lineNumber: Int { lines.number }

  private let path: String
  private let lines: LineReader
  private var isFinished = false

  /// Opens the file at `path`; lines of more than `longestLine` bytes are errors.
  public convenience init(path: String, longestLine: Int = DrawingReader.longestLine) throws(DrawingError) {
    do throws(DataFileError) {
      self.init(file: try DataFile(path: path), longestLine: longestLine)
    } catch {
      throw .unreadable(error)
    }
  }

  /// Reads what is open already as `descriptor`; errors call it `name`.
  public convenience init(descriptor: Int32 = 0, name: String = "standard input") throws(DrawingError) {
    do throws(DataFileError) {
      self.init(file: try DataFile(descriptor: descriptor, name: name), longestLine: DrawingReader.longestLine)
    } catch {
      throw .unreadable(error)
    }
  }

  private init(file: DataFile, longestLine: Int) {
    path = file.path
    lines = LineReader(file: file, limit: longestLine)
  }

  /// The next drawing, or what is wrong with its line; nothing at the end.
  public func next() -> Result<Drawing, DrawingError>? {
    while !isFinished {
      do throws(DataFileError) {
        guard let found = try lines.next({ drawing($0) }) else { break }
        if let drawing = found { return drawing }
      } catch {
        isFinished = true
        return .failure(.unreadable(error))
      }
    }
    isFinished = true
    return nil
  }

  /// One line as a drawing; nothing when it is blank.
  private func drawing(_ line: UnsafeRawBufferPointer?) -> Result<Drawing, DrawingError>? {
    guard let line else { return .failure(.lineTooLong(path: path, line: lines.number, limit: lines.limit)) }
    let content = LineReader.content(of: line, number: lines.number)
    if content.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return nil }
    do throws(DrawingLineError) {
      return .success(try Drawing(line: Array(content)))
    } catch {
      return .failure(.malformed(path: path, line: lines.number, error: error))
    }
  }
}
