import DigitData
import Graphics
import Recognition
import Training

/// What a batch is read from, once it is open.
enum BatchInput: Sendable {
  case table(CSVFile)
  case pictures(PictureList)

  /// Opens what the paths lead to: one CSV file, or pictures and folders of them, looked for while `goesOn`.
  static func open(_ paths: [String], goesOn: @escaping @Sendable () -> Bool = { true }) throws -> BatchInput {
    if let path = paths.first, paths.count == 1, BatchInput.isTable(path) { return .table(try CSVFile(path: path)) }
    return .pictures(PictureList(paths, goesOn: goesOn))
  }

  /// Whether a path is that of a CSV file, by its ending.
  static func isTable(_ path: String) -> Bool {
    [".csv", ".csv.gz", ".tsv"].contains { path.lowercased().hasSuffix($0) }
  }

  /// How many rows there are, where that is known beforehand.
  var count: Int? {
    switch self {
    case .table: nil
    case .pictures(let list): list.files.count
    }
  }

  /// How many rows are read at once: pictures take longer.
  var portion: Int {
    switch self {
    case .table: BatchChunk.size
    case .pictures: 16
    }
  }

  /// What is called the file of a row; nil where all rows are in one file.
  func fileName(_ row: Int) -> String? {
    guard case .pictures(let list) = self, list.files.indices.contains(row) else { return nil }
    return list.files[row]
  }

  /// What the network sees in rows; nil where it cannot be read, or no longer.
  func images(_ rows: [(row: Int, place: Int)]) -> [GrayImage?] {
    switch self {
    case .table(let file): file.pictures(at: rows.map(\.place))
    case .pictures(let list):
      rows.map { row in list.files.indices.contains(row.row) ? try? PictureRows.frame(list.files[row.row]) : nil }
    }
  }
}
