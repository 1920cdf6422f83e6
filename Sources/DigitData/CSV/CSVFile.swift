public import Recognition

/// A CSV file of digits that stays open: its rows can be read again long after, even when its name has gone.
public final class CSVFile: Sendable {
  /// What has become of the file since it was opened.
  public enum Fate: Equatable, Sendable {
    case same
    /// Something was written to it, or it was cut.
    case changed
    /// Its name leads to another file now, or to none.
    case replaced, removed
  }

  /// Where it is, or was.
  public let path: String
  /// Its size in bytes when it was opened.
  public let size: Int
  private let file: OpenFile
  private let status: OpenFile.Status

  /// Opens the file at `path`, which must be a regular one.
  public init(path: String) throws(CSVError) {
    // Before it is opened: a pipe would keep whoever opens it waiting.
    guard OpenFile.status(of: path) != nil else { throw CSVFile.refusal(of: path) }
    do throws(DataFileError) { file = try OpenFile(path: path) } catch { throw .unreadable(error) }
    guard let status = file.status else { throw CSVFile.refusal(of: path) }
    (self.path, self.status, size) = (path, status, status.size)
  }

  /// Reads the rows from the first one on; several readers do not disturb each other.
  public func reader() throws(CSVError) -> CSVDigitReader { try CSVDigitReader(try again()) }

  /// Asks the system what has become of the file.
  public var fate: Fate {
    guard file.status == status else { return .changed }
    guard let named = OpenFile.status(of: path) else { return .removed }
    return named == status ? .same : .replaced
  }

  /// The pictures of rows by where they begin, in any order; nil for those that cannot be read, or no longer.
  public func pictures(at places: [Int]) -> [GrayImage?] {
    var pictures = [GrayImage?](repeating: nil, count: places.count)
    guard file.status == status, let reader = try? reader() else { return pictures }
    var last: Int?
    for index in places.indices.sorted(by: { places[$0] < places[$1] }) {
      if let last, places[last] == places[index] {
        pictures[index] = pictures[last]
        continue
      }
      last = index
      guard (try? reader.skip(to: places[index])) != nil, case .success(let digit) = reader.next() else { continue }
      pictures[index] = digit.image
    }
    return pictures
  }

  private func again() throws(CSVError) -> DataFile {
    do throws(DataFileError) {
      return try DataFile(try OpenFile(again: file))
    } catch {
      throw .unreadable(error)
    }
  }

  private static func refusal(of path: String) -> CSVError {
    // It is not opened to find out: it may be a pipe.
    return .unreadable(
      OpenFile.exists(path) ? .unreadable(path: path, reason: "it is not a plain file") : .notFound(path: path))
  }
}
